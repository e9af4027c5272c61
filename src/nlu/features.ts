import { eachGram } from './grams.ts'
import type { Block } from './grams.ts'

/** A sparse vector: `values[i]` at dimension `ids[i]`. */
export interface Vector {
  readonly ids: Int32Array
  readonly values: Float32Array
}

/** What turns words into vectors: the grams of the training phrases, each with how telling it is. */
export interface Features {
  readonly ids: ReadonlyMap<string, number>
  /** By id: inverse document frequency. */
  readonly weights: Float32Array
  /** The weight of a gram never seen: it has no dimension, but takes its share of the length. */
  readonly unseen: number
}

/** Above so many sentences, a gram seen once is noise rather than knowledge. */
const manySentences = 5000

/** Learns the grams of these sentences. */
export function learnFeatures(sentences: readonly (readonly string[])[]): Features {
  const least = sentences.length > manySentences ? 2 : 1
  const ids = new Map<string, number>()
  const weights: number[] = []
  for (const [gram, count] of sentencesWith(sentences)) {
    if (count < least) continue
    ids.set(gram, weights.length)
    weights.push(rarity(count, sentences.length))
  }
  return { ids, weights: Float32Array.from(weights), unseen: rarity(0, sentences.length) }
}

/**
 * The vector of a sentence: sublinear counts times rarity, each block scaled to the same length, the whole to at
 * most 1. Grams never seen leave it shorter than 1: the less of a sentence is known, the less it says.
 */
export function vectorOf(words: readonly string[], features: Features): Vector {
  const counts = new Map<string, number>()
  const blocks = new Map<string, Block>()
  eachGram(words, (gram, block) => {
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
    blocks.set(gram, block)
  })
  const ids: number[] = []
  const values: number[] = []
  const own: Block[] = []
  const squares: [number, number, number] = [0, 0, 0]
  for (const [gram, count] of counts) {
    const id = features.ids.get(gram)
    const weight = id === undefined ? features.unseen : (features.weights[id] ?? 0)
    const value = (1 + Math.log(count)) * weight
    const block = blocks.get(gram) ?? 0
    squares[block] += value * value
    if (id === undefined) continue
    ids.push(id)
    values.push(value)
    own.push(block)
  }
  const present = squares.filter((square) => square > 0).length
  const scale = squares.map((square) => (square > 0 ? 1 / Math.sqrt(square * present) : 0))
  return {
    ids: Int32Array.from(ids),
    values: Float32Array.from(values, (value, i) => value * (scale[own[i] ?? 0] ?? 0)),
  }
}

/** In how many of the sentences learned from a gram occurs; 0 for one that was not kept. */
export function countOf({ ids, weights, unseen }: Features, gram: string): number {
  const id = ids.get(gram)
  return id === undefined ? 0 : Math.round(Math.exp(unseen - (weights[id] ?? unseen)) - 1)
}

/** How many sentences were learned from. */
export function sentencesOf({ unseen }: Features): number {
  return Math.round(Math.exp(unseen - 1) - 1)
}

function rarity(sentencesWithIt: number, sentences: number): number {
  return Math.log((1 + sentences) / (1 + sentencesWithIt)) + 1
}

/** In how many sentences each gram occurs. */
function sentencesWith(sentences: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const words of sentences) {
    const seen = new Set<string>()
    eachGram(words, (gram) => seen.add(gram))
    for (const gram of seen) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}
