import type { Vocabulary } from './pieces.ts'

/** A matrix in bytes, row by row, with what each row is to be multiplied by. */
export interface ByteMatrix {
  readonly rows: number
  readonly columns: number
  readonly bytes: Int8Array
  readonly scales: Float32Array
}

/** A linear layer: one row for each output. */
export interface Linear extends ByteMatrix {
  readonly biases: Float32Array
}

/** What layer normalisation multiplies by and adds. */
export interface Norm {
  readonly gains: Float32Array
  readonly shifts: Float32Array
}

/** One layer of the transformer. */
export interface Layer {
  readonly attentionNorm: Norm
  /** Queries, keys and values side by side. */
  readonly attend: Linear
  /** What a product of query and key is multiplied by. */
  readonly attentionScale: number
  /** Numbers in one head's query. */
  readonly headSize: number
  readonly join: Linear
  readonly feedNorm: Norm
  readonly expand: Linear
  readonly contract: Linear
}

/** Counts up with every change of `EncoderWeights`: `build.mjs` names the file that holds it by it. */
export const weightsFormat = 1

/** All a sentence encoder knows. Plain data, so that it can be kept. */
export interface EncoderWeights {
  readonly vocabulary: Vocabulary
  /** One row for each piece. */
  readonly embeddings: ByteMatrix
  /** By pair of position signals: how fast sine and cosine turn. */
  readonly frequencies: Float32Array
  readonly layers: readonly [Layer, Layer]
  /** Brings what goes into the first layer to the width of what comes out of it. */
  readonly widen: Linear
  readonly finish: Linear
  /** Added to a variance before it divides. */
  readonly epsilon: number
  /** Pieces of a text that are read. */
  readonly longest: number
}

/** Rows of a matrix as bytes: the greatest value of each row becomes 127. */
export function toBytes(values: Float32Array, rows: number): ByteMatrix {
  const columns = values.length / rows
  const bytes = new Int8Array(values.length)
  const scales = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * columns, (row + 1) * columns)
    const scale = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127 || 1
    own.forEach((value, i) => (bytes[row * columns + i] = Math.round(value / scale)))
    scales[row] = scale
  }
  return { rows, columns, bytes, scales }
}
