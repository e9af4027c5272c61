import { FrontdeskError } from '../errors.ts'
import { calibrate } from './calibrate.ts'
import { elsewhere } from './elsewhere.ts'
import { examplesOf, markedEntities } from './examples.ts'
import type { Example, Taught } from './examples.ts'
import { lexiconOf } from './explain.ts'
import { learnFeatures, vectorOf as sparseVectorOf } from './features.ts'
import { holdOut, sidesOf } from './hold-out.ts'
import type { Model } from './model.ts'
import { wordsOf } from './normalise.ts'
import { learnSense } from './sense.ts'
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
const nothingKnown = ''

function outsideExample(text: string): Example {
  return { intent: -1, text, readings: [wordsOf(text)] }
}

const effort = { cost: 1, sweeps: 5, tolerance: 0.1 }

/**
 * Learns from the phrases of intents: one separating plane per intent, and how far its side can be trusted. Pure: the
 * same intents give the same model. With vectors of the phrases, where an encoder knows their language, it also learns
 * what they mean beyond their words. Throws `nlu/no-intents` when there is no phrase at all.
 */
export function train(
  intents: readonly Taught[],
  options: TrainOptions,
  vectorOf: ((text: string) => Float32Array | null) | null = null,
): Model {
  refuseNothing(intents)
  const inside = examplesOf(intents)
  const outside = [nothingKnown, ...elsewhere, ...(options.outside ?? [])]
  const examples = [...inside, ...outside.map(outsideExample)]
  const features = learnFeatures(examples.flatMap(({ readings }) => readings))
  const vectors = examples.flatMap(({ readings }) =>
    readings.map((r) => sparseVectorOf(r, features)),
  )
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
  const rounds = holdOut({
    rows,
    examples,
    lexicon,
    features,
    owners,
    intents: intents.length,
    alphas,
    effort,
  })
  const calibration = calibrate(rounds.flat(), options.strictness)
  return {
    intents: intents.map((intent) => intent.name),
    marked: markedEntities(intents),
    features,
    lexicon,
    verbatim: verbatimOf(inside),
    weights: packed.weights,
    scales: packed.scales,
    biases: packed.biases,
    calibration,
    sense:
      vectorOf === null
        ? null
        : learnSense({
            examples: inside,
            intents: intents.length,
            lexicon,
            features,
            rounds,
            calibration,
            strictness: options.strictness,
            vectorOf,
          }),
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
