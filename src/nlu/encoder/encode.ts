import { wordsOf } from '../normalise.ts'
import { kernel } from './kernel.ts'
import { splitter } from './pieces.ts'
import type { EncoderWeights, Layer, Linear, Norm } from './weights.ts'

/**
 * A text as two directions, one after the other, each of length 1: texts that mean alike point alike. The first is what
 * the encoder makes of the text, the second the mean of what its last layer made of the pieces, which tells more of the
 * single words. Null for a text in a language the encoder does not know.
 */
export type Encode = (text: string) => Float32Array | null

/** Above so many pieces to a word, words are spelt out rather than known: the text is in another language. */
const mostPieces = 1.9
/** A single long word may be two pieces. */
const spare = 0.5

/**
 * The forward pass of the encoder: pieces become vectors with their place in the text, two transformer layers relate
 * them to each other, their mean becomes the vector of the text.
 */
export function encoder(weights: EncoderWeights): Encode {
  const split = splitter(weights.vocabulary)
  const multiply = multiplier(weights)
  const { layers, widen, finish, epsilon } = weights

  function transform(layer: Layer, input: Float32Array, residual: Float32Array): Float32Array {
    const width = layer.attend.columns
    const attended = attend(layer, multiply(layer.attend, norm(input, width, layer.attentionNorm)))
    const joined = plus(multiply(layer.join, attended), residual)
    const wide = layer.join.rows
    const fed = multiply(layer.expand, norm(joined, wide, layer.feedNorm), true)
    return plus(multiply(layer.contract, fed), joined)
  }

  /** Every vector brought to mean 0 and variance 1, then to what the layer learned. */
  function norm(vectors: Float32Array, width: number, { gains, shifts }: Norm): Float32Array {
    const out = new Float32Array(vectors.length)
    for (let from = 0; from < vectors.length; from += width) {
      let mean = 0
      for (let i = 0; i < width; i++) mean += vectors[from + i]! / width
      let variance = 0
      for (let i = 0; i < width; i++) variance += (vectors[from + i]! - mean) ** 2 / width
      const scale = 1 / Math.sqrt(variance + epsilon)
      for (let i = 0; i < width; i++)
        out[from + i] = (vectors[from + i]! - mean) * scale * gains[i]! + shifts[i]!
    }
    return out
  }

  function isKnown(text: string): boolean {
    const words = wordsOf(text)
    return words.length > 0 && split(words.join(' ')).length <= mostPieces * words.length + spare
  }

  return (text) => {
    if (!isKnown(text)) return null
    const input = embed(split(text).slice(0, weights.longest), weights)
    const first = transform(layers[0], input, multiply(widen, input))
    const second = transform(layers[1], first, first)
    const mean = meanOf(second, finish.columns)
    return both(unit(multiply(finish, mean).map(Math.tanh)), unit(mean))
  }
}

/** Vectors of the pieces, each with sines and cosines of its place. */
function embed(pieces: readonly number[], weights: EncoderWeights): Float32Array {
  const { embeddings, frequencies } = weights
  const { columns, bytes, scales } = embeddings
  const out = new Float32Array(pieces.length * columns)
  pieces.forEach((piece, place) => {
    const to = place * columns
    // The two languages the model was trained on each gave it an embedding, and they are one here.
    for (let i = 0; i < columns; i++) out[to + i] = 2 * bytes[piece * columns + i]! * scales[piece]!
    frequencies.forEach((frequency, i) => {
      out[to + i]! += Math.sin(place * frequency)
      out[to + frequencies.length + i]! += Math.cos(place * frequency)
    })
  })
  return out
}

/** Every vector becomes a mean of the values of all, each counting by how well its key fits the vector's query. */
function attend({ attend: { columns }, headSize, attentionScale }: Layer, all: Float32Array) {
  const row = 3 * columns
  const count = all.length / row
  const out = new Float32Array(count * columns)
  const shares = new Float64Array(count)
  for (let head = 0; head < columns; head += headSize) {
    for (let at = 0; at < count; at++) {
      for (let to = 0; to < count; to++) {
        let dot = 0
        for (let i = 0; i < headSize; i++)
          dot += all[at * row + head + i]! * all[to * row + columns + head + i]!
        shares[to] = dot * attentionScale
      }
      softmax(shares)
      for (let to = 0; to < count; to++)
        for (let i = 0; i < headSize; i++)
          out[at * columns + head + i]! += shares[to]! * all[to * row + 2 * columns + head + i]!
    }
  }
  return out
}

function softmax(numbers: Float64Array): void {
  const most = numbers.reduce((greatest, number) => Math.max(greatest, number), -Infinity)
  let sum = 0
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] = Math.exp(numbers[i]! - most)
  for (let i = 0; i < numbers.length; i++) numbers[i]! /= sum
}

function plus(vectors: Float32Array, others: Float32Array): Float32Array {
  return vectors.map((value, i) => value + others[i]!)
}

function meanOf(vectors: Float32Array, width: number): Float32Array {
  const count = Math.max(1, vectors.length / width)
  const mean = new Float32Array(width)
  vectors.forEach((value, i) => (mean[i % width]! += value / count))
  return mean
}

function both(one: Float32Array, other: Float32Array): Float32Array {
  const joined = new Float32Array(one.length + other.length)
  joined.set(one)
  joined.set(other, one.length)
  return joined
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

/** Multiplies vectors, one after another in `vectors`, with a layer; `rectify` leaves nothing below zero. */
type MultiplyLayer = (layer: Linear, vectors: Float32Array, rectify?: boolean) => Float32Array

/** The layers in one memory, with room behind them for what goes in and comes out. */
function multiplier({ layers, widen, finish, longest }: EncoderWeights): MultiplyLayer {
  const all = [
    ...layers.flatMap((layer) => [layer.attend, layer.join, layer.expand, layer.contract]),
    widen,
    finish,
  ]
  const widest = Math.max(...all.map(({ columns, rows }) => Math.max(columns, rows)))
  const most = longest + 3
  const sizes = all.map(({ bytes, rows }) => bytes.length + 8 * rows)
  const total = sizes.reduce((sum, size) => sum + size, 64) + most * (6 * widest + 4)
  const memory = new WebAssembly.Memory({ initial: Math.ceil(total / 65_536) })
  const multiply = kernel(memory)
  let end = 0
  const place = (size: number) => {
    const at = end
    end += (size + 15) & ~15
    return at
  }
  const [zero, lowest] = [place(16), place(16)]
  new Float32Array(memory.buffer, lowest, 1)[0] = -Infinity
  const places = new Map(
    all.map((layer) => {
      const [bytes, scales, biases] = [layer.bytes.length, 4 * layer.rows, 4 * layer.rows].map(
        place,
      )
      new Int8Array(memory.buffer, bytes).set(layer.bytes)
      new Float32Array(memory.buffer, scales).set(layer.scales)
      new Float32Array(memory.buffer, biases).set(layer.biases)
      return [layer, { bytes: bytes!, scales: scales!, biases: biases! }]
    }),
  )
  const input = place(2 * most * widest)
  const inputScales = place(4 * most)
  const output = place(4 * most * widest)

  return (layer, vectors, rectify = false) => {
    const { bytes, scales, biases } = places.get(layer)!
    const { columns, rows } = layer
    const count = vectors.length / columns
    const padded = (count + 3) & ~3
    if (count === 0) return new Float32Array(0)
    const shorts = new Int16Array(memory.buffer, input, padded * columns)
    toShorts(vectors, shorts, new Float32Array(memory.buffer, inputScales, padded))
    const floor = rectify ? zero : lowest
    multiply(input, inputScales, padded, bytes, scales, biases, columns, rows, floor, output)
    return new Float32Array(memory.buffer, output, count * rows).slice()
  }
}

/** Vectors as 16-bit integers, each with a scale. */
function toShorts(vectors: Float32Array, shorts: Int16Array, scales: Float32Array): void {
  const width = shorts.length / scales.length
  shorts.fill(0, vectors.length)
  for (let from = 0, i = 0; from < vectors.length; from += width, i++) {
    let most = 0
    for (let j = 0; j < width; j++) most = Math.max(most, Math.abs(vectors[from + j]!))
    const scale = most / 32_767 || 1
    for (let j = 0; j < width; j++) shorts[from + j] = Math.round(vectors[from + j]! / scale)
    scales[i] = scale
  }
}
