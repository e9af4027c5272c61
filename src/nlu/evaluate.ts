import { serialize } from 'node:v8'
import { groupBy } from '../util/group-by.ts'
import { encodeAll, openEncoder, openEnglish } from './encoder/index.ts'
import type { Encode } from './encoder/index.ts'
import type { Taught } from './examples.ts'
import { measure } from './measure.ts'
import type { Measures, Prediction } from './measure.ts'
import { respelt } from './meant-words.ts'
import { classify, isSettled } from './model.ts'
import type { Model } from './model.ts'
import { train } from './train.ts'

/** A sentence and what it means: an intent, or null for none of them. */
export interface LabelledText {
  readonly text: string
  readonly intent: string | null
}

/** How well a model does on sentences it has not seen, and what it costs. */
export interface Evaluation extends Measures {
  readonly rows: number
  readonly intents: number
  /** What the sentence encoder counts for beside the planes; 0 when it does not help or is not there. */
  readonly encoderWeight: number
  /** From the phrases to a model that answers, the encoding of the phrases included. */
  readonly trainSeconds: number
  /** Milliseconds to understand one sentence: the middle one, and the one that 95 of 100 stay below. */
  readonly medianMs: number
  readonly p95Ms: number
  readonly modelBytes: number
  /** The most memory the process had. */
  readonly peakMemoryBytes: number
}

/** How a measurement may differ from what a desk does by default. */
export interface EvaluateOptions {
  /** The share of good questions one accepts to refuse, 0 to 1. */
  readonly strictness?: number | undefined
  /** Whether the sentence encoder takes part, where its weights are there. */
  readonly encoder?: boolean
}

/** As strict as a desk is by default. */
export const usualStrictness = 0.03

/** Trains on one set of labelled sentences and measures on another. */
export async function evaluate(
  training: readonly LabelledText[],
  test: readonly LabelledText[],
  { strictness = usualStrictness, encoder = true }: EvaluateOptions = {},
): Promise<{ readonly evaluation: Evaluation; readonly predictions: readonly Prediction[] }> {
  const encode = encoder ? await openEncoder() : null
  const start = performance.now()
  const model = await learn(training, strictness, encode !== null)
  const trainSeconds = (performance.now() - start) / 1000
  const timed = test.map((row) => predict(model, row, encode))
  const predictions = timed.map(({ prediction }) => prediction)
  const times = timed.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
  const evaluation = {
    rows: test.length,
    intents: model.intents.length,
    encoderWeight: model.sense?.mixture.weight ?? 0,
    ...measure(predictions),
    trainSeconds,
    medianMs: times[times.length >> 1] ?? 0,
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
    modelBytes: serialize(model).length,
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
  }
  return { evaluation, predictions }
}

async function learn(
  training: readonly LabelledText[],
  strictness: number,
  hasEncoder: boolean,
): Promise<Model> {
  const outside = training.filter(({ intent }) => intent === null).map(({ text }) => text)
  const taught = taughtFrom(training)
  const texts = taught.flatMap(({ phrases }) => phrases.map(({ text }) => text))
  const vectors = hasEncoder ? await encodeAll(texts) : null
  const vectorOf = vectors && ((text: string) => vectors.get(text) ?? null)
  return train(taught, { strictness, outside }, { vectorOf, english: await openEnglish() })
}

function predict(model: Model, { text, intent }: LabelledText, encode: Encode | null) {
  const began = performance.now()
  const byWords = classify(model, text, [])
  const vector = isSettled(model, byWords) ? null : (encode?.(respelt(model, text, [])) ?? null)
  const { candidates, score, sure } =
    vector === null ? byWords : classify(model, text, [], { vector })
  const milliseconds = performance.now() - began
  const [best] = candidates
  const predicted = best?.intent ?? null
  const prediction = {
    text,
    intent,
    predicted,
    predictedWithRejection: sure ? predicted : null,
    confidence: best?.confidence ?? 0,
    score: Math.max(-farthest, Math.min(farthest, score)),
  }
  return { prediction, milliseconds }
}

/** JSON has no infinity. */
const farthest = 1000

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
