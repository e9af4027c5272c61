import type { Candidate, Entity } from '../model/index.ts'
import { certaintyOf, confidences } from './calibrate.ts'
import type { Calibration } from './calibrate.ts'
import { foreignness, strangeness } from './explain.ts'
import type { Lexicon } from './explain.ts'
import { vectorOf } from './features.ts'
import type { Features } from './features.ts'
import { wordsOf } from './normalise.ts'
import { readingsWith } from './readings.ts'
import { spelling } from './spelling.ts'
import type { Respell } from './spelling.ts'
import { saidVerbatim } from './verbatim.ts'
import type { Verbatim } from './verbatim.ts'

/** What was learned from the phrases of a desk. Plain data, so that a worker can hand it over. */
export interface Model {
  readonly intents: readonly string[]
  /** The entities whose values may stand behind a placeholder. */
  readonly marked: ReadonlySet<string>
  readonly features: Features
  readonly lexicon: Lexicon
  /** Whoever says a phrase to the word means its intent. */
  readonly verbatim: Verbatim
  /** By feature, then by intent: weights in units of the intent's `scales`. */
  readonly weights: Int8Array
  readonly scales: Float32Array
  readonly biases: Float32Array
  readonly calibration: Calibration
}

/** What a text may have meant. */
export interface Classified {
  /** Best first, at most `mostCandidates`. */
  readonly candidates: readonly Candidate[]
  /** How likely one of the first three candidates is meant. */
  readonly certainty: number
  /** Whether that is likely enough; when false the honest answer is "none of these". */
  readonly sure: boolean
}

/** How many contexts bind an intent to this moment: those it needs, all alive; -1 while one of them is not. */
export type Bound = (intent: string) => number

const mostCandidates = 5

/** A value found with less is too doubtful to be read as a placeholder. */
const leastScore = 0.6

/**
 * The intents a text may mean, of those whose contexts are alive. It is read twice: as it is, and with placeholders for the
 * entities found in it, so that "is [any title] available" is known from one phrase; both have the same say.
 */
export function classify(
  model: Model,
  text: string,
  entities: readonly Entity[],
  bound: Bound = () => 0,
): Classified {
  const boundBy = (k: number) => bound(model.intents[k] ?? '')
  const told = model.intents[saidVerbatim(text, model.verbatim, boundBy) ?? -1]
  if (told !== undefined)
    return { candidates: [{ intent: told, confidence: 1 }], certainty: 1, sure: true }
  const words = wordsOf(text)
  if (words.length === 0) return { candidates: [], certainty: 0, sure: false }
  const plain = scoresOf(model, words)
  const readings = readingsOf(model, text, entities)
  const scores = withReadings(model, plain, readings)
  model.intents.forEach((intent, k) => {
    if (bound(intent) < 0) scores[k] = -Infinity
  })
  const shares = confidences(scores, model.calibration)
  const certainty = tempered(
    certaintyOf(shares),
    familiarity(model, [words, ...readings], namesIn(text)),
  )
  const candidates = model.intents
    .map((intent, k) => ({ intent, confidence: shares[k] ?? 0 }))
    .filter(({ confidence }) => confidence > 0)
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, mostCandidates)
  return { candidates, certainty, sure: certainty >= model.calibration.leastCertainty }
}

/** By intent: how far on its side of the plane the sentence lies, as it is or spelt as it may have been meant. */
function scoresOf(model: Model, words: readonly string[]): Float32Array {
  const scores = scoresAsSpelt(model, words)
  const respelt = speller(model)(words)
  if (respelt.every((word, i) => word === words[i])) return scores
  const others = scoresAsSpelt(model, respelt)
  return scores.map((score, k) => Math.max(score, others[k]!))
}

/** By intent: how far on its side of the plane the sentence lies, mostly between -1 and 1. */
function scoresAsSpelt(model: Model, words: readonly string[]): Float32Array {
  const { weights, scales, biases } = model
  const count = biases.length
  const sums = new Float32Array(count)
  const { ids, values } = vectorOf(words, model.features)
  for (let p = 0; p < ids.length; p++) {
    const row = ids[p]! * count
    const value = values[p]!
    for (let k = 0; k < count; k++) sums[k]! += value * weights[row + k]!
  }
  const strange = strangeness(words, model, count)
  const { caution } = model.calibration
  return sums.map((sum, k) =>
    isOnlyPassing(model.intents[k]!, strange[k]!)
      ? -Infinity
      : sum * scales[k]! + biases[k]! - caution * strange[k]!,
  )
}

/** More of a sentence than this is not said in the words of everyday talk: the sentence is about something else. */
const mostBeside = 0.5

/** Whether everyday talk, such as "start over", only shares a word with a sentence: "my car does not start". */
function isOnlyPassing(intent: string, strange: number): boolean {
  return intent.startsWith('frontdesk.') && strange > mostBeside
}

const spellers = new WeakMap<Model, Respell>()

/** Made once for a model: it is no plain data. */
function speller(model: Model): Respell {
  const { lexicon, features } = model
  const made = spellers.get(model) ?? spelling(lexicon, (pair) => features.ids.has(pair))
  spellers.set(model, made)
  return made
}

/** The readings of a text with placeholders for its entities; none when it has none. */
function readingsOf(
  model: Model,
  text: string,
  entities: readonly Entity[],
): readonly (readonly string[])[] {
  const usable = entities.filter(
    (entity) => model.marked.has(entity.entity) && entity.score >= leastScore,
  )
  return usable.length === 0 ? [] : readingsWith(text, usable)
}

/** The mean of the plain scores and the best any reading with placeholders gives. */
function withReadings(
  model: Model,
  plain: Float32Array,
  readings: readonly (readonly string[])[],
): Float32Array {
  if (readings.length === 0) return plain
  const others = readings.map((words) => scoresOf(model, words))
  return plain.map((score, k) => {
    const best = others.reduce((most, one) => Math.max(most, one[k]!), -Infinity)
    return (score + best) / 2
  })
}

/**
 * How much of a text, 0 to 1, is in words of the desk, by the reading that explains most. What is held out in training
 * has hardly a word the desk never heard, so calibration cannot learn how little such a text is to be trusted.
 */
function familiarity(
  model: Model,
  readings: readonly (readonly string[])[],
  names: ReadonlySet<string>,
): number {
  const respell = speller(model)
  const foreign = readings.map((words) =>
    foreignness(
      respell(words).filter((word) => !names.has(word)),
      model,
    ),
  )
  return 1 - Math.min(...foreign)
}

/** Words with a capital within a sentence: whoever the desk does not know may still be asked about. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/(?<=[\p{L},]\s+)\p{Lu}\p{Ll}+/gu)].flatMap(([name]) => wordsOf(name)),
  )
}

/** A likelihood whose odds are lowered for what is not familiar. */
function tempered(likelihood: number, familiar: number): number {
  const odds = likelihood * familiar ** 3
  return odds / (odds + 1 - likelihood)
}
