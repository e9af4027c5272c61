import { workspace } from './product.ts'
import type { Workspace } from './product.ts'

/** A softmax over intents that reads the vector of a sentence. */
export interface Head {
  /** Taken off a vector, before it is multiplied by `scale`. */
  readonly mean: Float32Array
  readonly scale: number
  /** By intent, then by dimension. */
  readonly weights: Float32Array
  readonly biases: Float32Array
}

/** Vectors of one length, side by side. */
export interface Vectors {
  readonly width: number
  readonly values: Float32Array
}

/** The length of a vector after it is scaled, on average. */
const usualLength = 3

/** Passes over all vectors: so many steps that few vectors are learned as well as many. */
const mostPasses = 15
const leastPasses = 4
const passesTimesVectors = 20_000

const rate = 0.03
const decay = 1e-5

/**
 * Learns which vectors belong to which intent: multinomial logistic regression by Adam (Kingma and Ba, ICLR 2015) in
 * small batches, the rate falling to nothing. Vectors whose owner is -1 take no part.
 */
export function learnHead(vectors: Vectors, owners: Int32Array, intents: number): Head {
  const { mean, scale } = center(vectors, owners)
  const own = Array.from(owners.keys()).filter((i) => owners[i]! >= 0)
  const lesson = new Lesson({ vectors, owners, intents, mean, scale })
  const passes = Math.round(passesTimesVectors / Math.max(1, own.length))
  lesson.learn(own, Math.max(leastPasses, Math.min(mostPasses, passes)))
  return { mean, scale, ...lesson.learned() }
}

/** By intent: the logarithm of its likelihood, up to a constant. */
export function headScores(head: Head, vector: Float32Array): Float32Array {
  const { mean, scale, weights, biases } = head
  const centered = vector.map((value, i) => (value - mean[i]!) * scale)
  return biases.map((bias, k) => {
    let sum = bias
    const from = k * centered.length
    for (let i = 0; i < centered.length; i++) sum += weights[from + i]! * centered[i]!
    return sum
  })
}

function center({ width, values }: Vectors, owners: Int32Array) {
  const mean = new Float32Array(width)
  let count = 0
  owners.forEach((owner, i) => {
    if (owner < 0) return
    count++
    for (let j = 0; j < width; j++) mean[j]! += values[i * width + j]!
  })
  for (let j = 0; j < width; j++) mean[j]! /= Math.max(1, count)
  let lengths = 0
  owners.forEach((owner, i) => {
    if (owner < 0) return
    let square = 0
    for (let j = 0; j < width; j++) square += (values[i * width + j]! - mean[j]!) ** 2
    lengths += Math.sqrt(square)
  })
  return { mean, scale: lengths === 0 ? 1 : (usualLength * count) / lengths }
}

interface LessonParts {
  readonly vectors: Vectors
  readonly owners: Int32Array
  readonly intents: number
  readonly mean: Float32Array
  readonly scale: number
}

/** The arrays of a workspace, by number. */
const [batchArray, turnedArray, weightsArray, sharesArray, errorsArray, gradientArray] = [
  0, 1, 2, 3, 4, 5,
]

/** A softmax being learned. */
class Lesson {
  readonly #parts: LessonParts
  /** Intents, rounded up to fill the kernel. */
  readonly #rows: number
  readonly #size: number
  readonly #space: Workspace
  readonly #biases: Float32Array
  readonly #first: Float32Array
  readonly #second: Float32Array
  #step = 0

  constructor(parts: LessonParts) {
    const { width } = parts.vectors
    this.#parts = parts
    this.#rows = (parts.intents + 3) & ~3
    this.#size = parts.owners.length > 3000 ? 128 : 64
    const [rows, size] = [this.#rows, this.#size]
    const lengths = [
      size * width,
      width * size,
      rows * width,
      size * rows,
      rows * size,
      rows * width,
    ]
    this.#space = workspace(lengths)
    this.#biases = new Float32Array(rows)
    this.#first = new Float32Array(rows * (width + 1))
    this.#second = new Float32Array(rows * (width + 1))
  }

  learn(order: number[], passes: number): void {
    const steps = passes * Math.ceil(order.length / this.#size)
    for (let pass = 0; pass < passes; pass++) {
      shuffle(order, pass)
      for (let from = 0; from < order.length; from += this.#size)
        this.#learnBatch(order.slice(from, from + this.#size), rate * (1 - this.#step / steps))
    }
  }

  learned(): Pick<Head, 'weights' | 'biases'> {
    const { intents, vectors } = this.#parts
    const weights = this.#space.arrays[weightsArray]!.slice(0, intents * vectors.width)
    return { weights, biases: this.#biases.slice(0, intents) }
  }

  #learnBatch(batch: readonly number[], speed: number): void {
    const { vectors, owners } = this.#parts
    const { width } = vectors
    const [rows, size] = [this.#rows, this.#size]
    this.#load(batch)
    this.#space.multiply(batchArray, size, weightsArray, width, rows, sharesArray)
    const errors = this.#space.arrays[errorsArray]!.fill(0)
    const shares = this.#space.arrays[sharesArray]!
    batch.forEach((row, i) => {
      const own = shares.subarray(i * rows, i * rows + this.#parts.intents)
      for (let k = 0; k < own.length; k++) own[k]! += this.#biases[k]!
      softmax(own)
      own[owners[row]!]! -= 1
      own.forEach((error, k) => (errors[k * size + i] = error / batch.length))
    })
    this.#space.multiply(errorsArray, rows, turnedArray, size, width, gradientArray)
    this.#descend(errors, speed)
  }

  #load(batch: readonly number[]): void {
    const { vectors, mean, scale } = this.#parts
    const { width, values } = vectors
    const into = this.#space.arrays[batchArray]!.fill(0)
    const turned = this.#space.arrays[turnedArray]!.fill(0)
    batch.forEach((row, i) => {
      for (let j = 0; j < width; j++) {
        const value = (values[row * width + j]! - mean[j]!) * scale
        into[i * width + j] = value
        turned[j * this.#size + i] = value
      }
    })
  }

  /** One step of Adam. */
  #descend(errors: Float32Array, speed: number): void {
    const weights = this.#space.arrays[weightsArray]!
    const gradient = this.#space.arrays[gradientArray]!
    const [first, second] = [this.#first, this.#second]
    this.#step++
    const pace = (speed + 1e-4) / (1 - 0.9 ** this.#step)
    const spread = 1 / (1 - 0.999 ** this.#step)
    const step = (at: number, slope: number) => {
      const one = (first[at] = 0.9 * first[at]! + 0.1 * slope)
      const two = (second[at] = 0.999 * second[at]! + 0.001 * slope * slope)
      return (pace * one) / (Math.sqrt(two * spread) + 1e-8)
    }
    for (let i = 0; i < weights.length; i++)
      weights[i]! -= step(i, gradient[i]! + decay * weights[i]!)
    for (let k = 0; k < this.#biases.length; k++) {
      let slope = 0
      for (let i = k * this.#size; i < (k + 1) * this.#size; i++) slope += errors[i]!
      this.#biases[k]! -= step(weights.length + k, slope)
    }
  }
}

function softmax(scores: Float32Array): void {
  const most = scores.reduce((greatest, score) => Math.max(greatest, score), -Infinity)
  let sum = 0
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp(scores[k]! - most)
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum
}

/** The same `seed` gives the same order, so training is repeatable. */
function shuffle(order: number[], seed: number): void {
  let state = (seed + 1) * 0x9e3779b9
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = Math.floor((state / 2 ** 32) * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
}
