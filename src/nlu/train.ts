import { FrontdeskError } from '../errors.ts'
import { calibrate } from './calibrate.ts'
import { elsewhere } from './elsewhere.ts'
import { examplesOf, markedEntities } from './examples.ts'
import type { Taught } from './examples.ts'
import { lexiconOf } from './explain.ts'
import { learnFeatures, vectorOf } from './features.ts'
import { holdOut, sidesOf } from './hold-out.ts'
import type { Model } from './model.ts'
import { wordsOf } from './normalise.ts'
import { packRows, separate } from './svm.ts'
import type { Plane } from './svm.ts'
import { verbatimOf } from './verbatim.ts'

/** What a human may set. */
export interface TrainOptions {
  /** The share of good questions one accepts to refuse, 0 to 1. */
  readonly strictness: number
  /** Sentences no intent is meant by, where some are known. */
  readonly outside?: readonly string[]
}

/** A sentence without a known word: every desk learns that it means none of its intents. */
const nothingKnown: readonly string[] = []

const effort = { cost: 1, sweeps: 5, tolerance: 0.1 }

/**
 * Learns from the phrases of intents: one separating plane per intent, and how far its side can be trusted. Pure: the
 * same intents give the same model. Throws `nlu/no-intents` when there is no phrase at all.
 */
export function train(intents: readonly Taught[], options: TrainOptions): Model {
  refuseNothing(intents)
  const inside = examplesOf(intents)
  const outside = [nothingKnown, ...[...elsewhere, ...(options.outside ?? [])].map(wordsOf)]
  const examples = [...inside, ...outside.map((words) => ({ intent: -1, readings: [words] }))]
  const features = learnFeatures(examples.flatMap(({ readings }) => readings))
  const vectors = examples.flatMap(({ readings }) => readings.map((r) => vectorOf(r, features)))
  const rows = packRows(vectors, features.weights.length)
  const owners = Int32Array.from(
    examples.flatMap(({ intent, readings }) => readings.map(() => intent)),
  )
  const packed = pack(rows.dimensions, intents.length)
  const alphas = intents.map((_, k) => {
    const plane = separate(rows, sidesOf(owners, k), effort)
    packed.add(k, plane)
    return plane.alphas
  })
  const lexicon = lexiconOf(inside)
  const heldOut = holdOut({
    rows,
    examples,
    lexicon,
    features,
    owners,
    intents: intents.length,
    alphas,
    effort,
  })
  return {
    intents: intents.map((intent) => intent.name),
    marked: markedEntities(intents),
    features,
    lexicon,
    verbatim: verbatimOf(intents),
    weights: packed.weights,
    scales: packed.scales,
    biases: packed.biases,
    calibration: calibrate(heldOut, options.strictness),
  }
}

/** Throws `nlu/no-intents` when there is nothing to learn from. */
export function refuseNothing(intents: readonly Taught[]): void {
  if (intents.some(({ phrases }) => phrases.length > 0)) return
  throw new FrontdeskError('nlu/no-intents', 'No intent has a phrase to learn from.')
}

/** Collects planes as small integers, a quarter of the memory at no loss of accuracy. */
function pack(dimensions: number, intents: number) {
  const weights = new Int8Array(dimensions * intents)
  const scales = new Float32Array(intents)
  const biases = new Float32Array(intents)
  const add = (k: number, plane: Plane) => {
    const greatest = plane.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
    const scale = greatest / 127 || 1
    plane.weights.forEach((weight, d) => (weights[d * intents + k] = Math.round(weight / scale)))
    scales[k] = scale
    biases[k] = plane.bias
  }
  return { weights, scales, biases, add }
}
