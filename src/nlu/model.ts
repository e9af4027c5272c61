import type { Candidate, Entity } from '../model/index.ts'
import { certaintyOf, confidences } from './calibrate.ts'
import type { Calibration } from './calibrate.ts'
import { foreignness, strangeness } from './explain.ts'
import { vectorOf } from './features.ts'
import { meantWords, namesIn, wordsFor } from './meant-words.ts'
import type { Wordlore } from './meant-words.ts'
import { wordsOf } from './normalise.ts'
import { readingsWith } from './readings.ts'
import { senseOf } from './sense.ts'
import type { Sense, Sensed } from './sense.ts'
import { saidVerbatim } from './verbatim.ts'
import type { Verbatim } from './verbatim.ts'

/** What was learned from the phrases of a desk. Plain data, so that a worker can hand it over. */
export interface Model extends Wordlore {
  readonly intents: readonly string[]
  /** The entities whose values may stand behind a placeholder. */
  readonly marked: ReadonlySet<string>
  /** Whoever says a phrase to the word means its intent. */
  readonly verbatim: Verbatim
  /** By feature, then by intent: weights in units of the intent's `scales`. */
  readonly weights: Int8Array
  readonly scales: Float32Array
  readonly biases: Float32Array
  readonly calibration: Calibration
  /** What is known of the phrases beyond their words, where an encoder helps. */
  readonly sense: Sense | null
}

/** What a text may have meant. */
export interface Classified {
  /** Best first, at most `mostCandidates`. */
  readonly candidates: readonly Candidate[]
  /** How likely one of the first three candidates is meant. */
  readonly certainty: number
  /** How far the text is from being none of the desk's business; from 0 on it is one of the candidates. */
  readonly score: number
  /** Whether that is enough; when false the honest answer is "none of these". */
  readonly sure: boolean
  /** Whether it names a value that some phrase has a place for. */
  readonly named: boolean
}

/** What is known besides the text. */
export interface Circumstances {
  readonly bound?: Bound
  /** Where an encoder places the text. */
  readonly vector?: Float32Array | null
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
  { bound = () => 0, vector = null }: Circumstances = {},
): Classified {
  const boundBy = (k: number) => bound(model.intents[k] ?? '')
  const told = model.intents[saidVerbatim(text, model.verbatim, boundBy) ?? -1]
  if (told !== undefined) return saidByHeart(told)
  const words = wordsOf(text)
  if (words.length === 0) return nothingSaid
  const readings = readingsOf(model, text, entities)
  const named = readings.length > 0
  const names = namesIn(text, entities)
  const scores = withReadings(model, scoresOf(model, words, names), readings)
  model.intents.forEach((intent, k) => {
    if (bound(intent) < 0) scores[k] = -Infinity
  })
  const familiar = familiarity(model, [words, ...readings], names)
  const worded = byWords(model, confidences(scores, model.calibration), familiar)
  if (vector === null || model.sense === null || !scores.some(Number.isFinite))
    return { ...worded, named }
  const sensed = bySense(model, senseOf(model.sense, { scores, familiar }, vector))
  return { ...together(sensed, worded), named }
}

/** So likely by its words alone, a text needs no encoder: what it would add has changed nothing. */
const settledConfidence = 0.985

/**
 * Whether what the words alone say stands without the vector of the text: where they are certain, and where they are
 * sure of a text that names a value of the desk, such as a title, whose own sense would lead astray.
 */
export function isSettled({ sense }: Model, { candidates, sure, named }: Classified): boolean {
  if (sense === null) return true
  return sure && (named || (candidates[0]?.confidence ?? 0) >= settledConfidence)
}

const nothingSaid: Classified = {
  candidates: [],
  certainty: 0,
  score: -Infinity,
  sure: false,
  named: false,
}

/** Whoever says a phrase to the word means its intent. */
function saidByHeart(intent: string): Classified {
  return {
    candidates: [{ intent, confidence: 1 }],
    certainty: 1,
    score: Infinity,
    sure: true,
    named: false,
  }
}

type Verdict = Omit<Classified, 'named'>

function bySense({ intents }: Model, { shares, score }: Sensed): Verdict {
  const certainty = certaintyOf(shares)
  return { candidates: candidatesOf(intents, shares), certainty, score, sure: score >= 0 }
}

/** What words are sure of is not refused for its sense where both mean the same; it stays the nearest to refusal. */
function together(sensed: Verdict, worded: Verdict): Verdict {
  const isSame = sensed.candidates[0]?.intent === worded.candidates[0]?.intent
  if (sensed.sure || !worded.sure || !isSame) return sensed
  return { ...sensed, score: worded.score * leastOfScore, sure: true }
}

/** What a score by words counts for where sense would refuse: less than any that is sure by sense. */
const leastOfScore = 0.01

function byWords(model: Model, shares: Float32Array, familiar: number): Verdict {
  const certainty = tempered(certaintyOf(shares), familiar)
  const score = logOdds(certainty) - logOdds(model.calibration.leastCertainty)
  const candidates = candidatesOf(model.intents, shares)
  return { candidates, certainty, score, sure: score >= 0 }
}

/** The likeliest first; of two about as likely, everyday talk gives way to what the desk is there for. */
function candidatesOf(intents: readonly string[], shares: Float32Array): readonly Candidate[] {
  const rank = ({ intent, confidence }: Candidate) =>
    isEveryday(intent) ? confidence * everydayShare : confidence
  return intents
    .map((intent, k) => ({ intent, confidence: shares[k] ?? 0 }))
    .filter(({ confidence }) => confidence > 0)
    .toSorted((a, b) => rank(b) - rank(a))
    .slice(0, mostCandidates)
}

/** What everyday talk counts for beside an intent of the desk's own. */
const everydayShare = 0.8

function isEveryday(intent: string): boolean {
  return intent.startsWith('frontdesk.')
}

function logOdds(likelihood: number): number {
  const within = Math.max(1e-9, Math.min(1 - 1e-9, likelihood))
  return Math.log(within / (1 - within))
}

/** By intent: how far on its side of the plane the sentence lies, as it is or spelt as it may have been meant. */
function scoresOf(
  model: Model,
  words: readonly string[],
  names?: ReadonlySet<string>,
): Float32Array {
  const scores = scoresAsSpelt(model, words)
  const meant = meantWords(model, words, names)
  if (meant === words) return scores
  const others = scoresAsSpelt(model, meant)
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
  const strange = strangeness(wordsFor(model, words), model, count)
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
  return isEveryday(intent) && strange > mostBeside
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
  const foreign = readings.map((words) => {
    const meant = meantWords(model, words, names).filter((word) => !names.has(word))
    return foreignness(wordsFor(model, meant), model)
  })
  return 1 - Math.min(...foreign)
}

/** A likelihood whose odds are lowered for what is not familiar. */
function tempered(likelihood: number, familiar: number): number {
  const odds = likelihood * familiar ** 3
  return odds / (odds + 1 - likelihood)
}
