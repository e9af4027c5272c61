import { FrontdeskError } from '../errors.ts'
import { calibrate } from './calibrate.ts'
import { elsewhere } from './elsewhere.ts'
import { examplesOf, markedEntities } from './examples.ts'
import type { Example, Taught } from './examples.ts'
import { lexiconOf } from './explain.ts'
import { learnFeatures, vectorOf as sparseVectorOf } from './features.ts'
import { heldRows, judge, roundsOf } from './hold-out.ts'
import type { Model } from './model.ts'
import { wordsOf } from './normalise.ts'
import { learnPlanes } from './planes.ts'
import { learnSense } from './sense.ts'
import { packRows } from './svm.ts'
import { verbatimOf } from './verbatim.ts'

/** What a human may set. */
export interface TrainOptions {
  /** The share of good questions one accepts to refuse, 0 to 1. */
  readonly strictness: number
  /** Sentences no intent is meant by, where some are known. */
  readonly outside?: readonly string[]
}

/** What is known of the language of the phrases before any of them is read. */
export interface Background {
  /** Where an encoder places a text, null for what it does not know; null without an encoder. */
  readonly vectorOf: ((text: string) => Float32Array | null) | null
  /** Words of English, the most used first. */
  readonly english: readonly string[]
}

const noBackground: Background = { vectorOf: null, english: [] }

/** A sentence without a known word: every desk learns that it means none of its intents. */
const nothingKnown = ''

function outsideExample(text: string): Example {
  return { intent: -1, text, readings: [wordsOf(text)] }
}

const effort = { cost: 1, sweeps: 5, tolerance: 0.1 }
/** Fewer sweeps would leave the planes knowing something of what was held out. */
const effortAgain = effort

/**
 * Learns from the phrases of intents: one separating plane per intent, and how far its side can be trusted. Pure: the
 * same intents give the same model. With vectors of the phrases, where an encoder knows their language, it also learns
 * what they mean beyond their words; words of English keep it from taking every word it does not know for a misspelt
 * one of its own. Throws `nlu/no-intents` when there is no phrase at all.
 */
export function train(
  intents: readonly Taught[],
  options: TrainOptions,
  { vectorOf, english }: Background = noBackground,
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
  const held = roundsOf(examples, intents.length)
  const planes = learnPlanes({
    rows,
    owners,
    intents: intents.length,
    effort,
    rounds: held.map(heldRows),
    effortAgain,
  })
  const lexicon = lexiconOf(inside)
  const known = { lexicon, features, intents: intents.length }
  const rounds = held.map((round, i) => judge(round, planes.held[i]!, known))
  const calibration = calibrate(rounds.flat(), options.strictness)
  return {
    intents: intents.map((intent) => intent.name),
    marked: markedEntities(intents),
    features,
    lexicon,
    english,
    verbatim: verbatimOf(intents),
    weights: planes.weights,
    scales: planes.scales,
    biases: planes.biases,
    calibration,
    sense:
      vectorOf === null
        ? null
        : learnSense({
            examples: inside,
            ...known,
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
