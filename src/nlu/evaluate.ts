import type { Candidate } from '../model/index.ts'
import type { Taught } from './examples.ts'
import { classify } from './model.ts'
import type { Model } from './model.ts'
import { train } from './train.ts'
import { groupBy } from '../util/group-by.ts'

/** A sentence and what it means: an intent, or null for none of them. */
export interface LabelledText {
  readonly text: string
  readonly intent: string | null
}

/** What was made of one sentence of the test. */
export interface Prediction {
  readonly text: string
  readonly expected: string | null
  /** Null when none was sure enough. */
  readonly intent: string | null
  readonly confidence: number
  readonly candidates: readonly Candidate[]
}

/** How well a model does on sentences it has not seen. Shares are from 0 to 1. */
export interface Evaluation {
  readonly rows: number
  readonly intents: number
  /** Of the sentences with an intent, those it was understood for; a refusal counts as wrong. */
  readonly accuracy: number
  /** The same if nothing were ever refused. */
  readonly accuracyWithoutRefusal: number
  /** The mean over the intents of the harmonic mean of precision and recall. */
  readonly macroF1: number
  /** Of the sentences with an intent, those refused. */
  readonly refused: number
  /** Sentences without an intent; recall is null when the test has none, precision when nothing was refused. */
  readonly outOfScope: {
    readonly rows: number
    readonly recall: number | null
    readonly precision: number | null
  }
  /** How far confidence is from the share that is right, on average. */
  readonly calibrationError: number
  readonly trainSeconds: number
  /** The middle time to classify one sentence. */
  readonly classifyMilliseconds: number
}

/** As strict as a desk is by default. */
const usualStrictness = 0.05

/**
 * Trains on one set of labelled sentences and measures on another. Unless a strictness is given, nothing is refused
 * when neither set has a sentence that means none of the intents: there is nothing to refuse in such a world.
 */
export function evaluate(
  training: readonly LabelledText[],
  test: readonly LabelledText[],
  strictness: number | null = null,
): { readonly evaluation: Evaluation; readonly predictions: readonly Prediction[] } {
  const start = performance.now()
  const outside = training.filter(({ intent }) => intent === null).map(({ text }) => text)
  const model = train(taughtFrom(training), { strictness: strictness ?? usualStrictness, outside })
  const trainSeconds = (performance.now() - start) / 1000
  const refuses = strictness !== null || [...training, ...test].some((row) => row.intent === null)
  const timed = test.map((row) => predict(model, row, refuses))
  const predictions = timed.map(({ prediction }) => prediction)
  const times = timed.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
  const evaluation = {
    rows: test.length,
    intents: model.intents.length,
    ...measure(predictions),
    trainSeconds,
    classifyMilliseconds: times[times.length >> 1] ?? 0,
  }
  return { evaluation, predictions }
}

function predict(model: Model, { text, intent: expected }: LabelledText, refuses: boolean) {
  const began = performance.now()
  const { candidates, sure } = classify(model, text, [])
  const milliseconds = performance.now() - began
  const [best] = candidates
  const intent = sure || !refuses ? (best?.intent ?? null) : null
  const prediction = { text, expected, intent, confidence: best?.confidence ?? 0, candidates }
  return { prediction, milliseconds }
}

/** Labelled sentences as intents with phrases. */
function taughtFrom(rows: readonly LabelledText[]): readonly Taught[] {
  const groups = groupBy(rows, ({ intent }) => intent)
  groups.delete(null)
  return Array.from(groups, ([name, phrases]) => ({
    name: name ?? '',
    slots: [],
    phrases: phrases.map(({ text }) => ({ text, language: 'en', marks: [] })),
  }))
}

function measure(predictions: readonly Prediction[]) {
  const inside = predictions.filter(({ expected }) => expected !== null)
  const outside = predictions.filter(({ expected }) => expected === null)
  const refused = predictions.filter(({ intent }) => intent === null)
  const rightlyRefused = refused.filter(({ expected }) => expected === null)
  return {
    accuracy: share(inside.filter(isRight), inside) ?? 0,
    accuracyWithoutRefusal: share(inside.filter(isLikeliest), inside) ?? 0,
    macroF1: macroF1(predictions),
    refused:
      share(
        refused.filter(({ expected }) => expected !== null),
        inside,
      ) ?? 0,
    outOfScope: {
      rows: outside.length,
      recall: share(rightlyRefused, outside),
      precision: share(rightlyRefused, refused),
    },
    calibrationError: calibrationError(predictions),
  }
}

function share(part: readonly unknown[], all: readonly unknown[]): number | null {
  return all.length === 0 ? null : part.length / all.length
}

function isRight({ intent, expected }: Prediction): boolean {
  return intent === expected
}

function isLikeliest({ candidates, expected }: Prediction): boolean {
  return expected !== null && candidates[0]?.intent === expected
}

function macroF1(predictions: readonly Prediction[]): number {
  const expected = groupBy(predictions, (one) => one.expected)
  const predicted = groupBy(predictions, (one) => one.intent)
  const intents = [...expected.keys()].filter((intent) => intent !== null)
  const scores = intents.map((intent) => {
    const own = expected.get(intent) ?? []
    const right = own.filter(isRight).length
    return (2 * right) / (own.length + (predicted.get(intent)?.length ?? 0))
  })
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
}

/** Expected calibration error over ten equal bands of confidence. */
function calibrationError(predictions: readonly Prediction[]): number {
  const bands = groupBy(predictions, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)))
  const gaps = Array.from(bands.values(), (band) => {
    const confidence = band.reduce((sum, one) => sum + one.confidence, 0)
    return Math.abs(confidence - band.filter(isLikeliest).length)
  })
  return gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, predictions.length)
}
