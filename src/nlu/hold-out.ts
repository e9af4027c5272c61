import { groupBy } from '../util/group-by.ts'
import type { HeldOut } from './calibrate.ts'
import type { Example } from './examples.ts'
import { strangeness } from './explain.ts'
import type { Lexicon } from './explain.ts'
import type { Features } from './features.ts'
import type { HeldRows } from './planes.ts'

/** Parts the examples are dealt into; each in turn is held out, with a fifth of the intents held out altogether. */
const parts = 5

/** So many held-out examples say enough; a small desk needs more rounds to have some. */
const enoughHeldOut = 300
const mostRounds = 3

/** An example to be held out. */
export interface HeldExample {
  /** Its number. */
  readonly example: number
  readonly intent: number
  readonly readings: readonly (readonly string[])[]
  /** Its rows: from `first` (inclusive) to `end` (exclusive). */
  readonly first: number
  readonly end: number
}

/**
 * What to hold out, round by round, to see how planes fare on what they were not trained on: either every fifth
 * example, or every fifth intent with all its examples, which play the questions that are for none of the intents. No
 * label beyond the phrases is needed.
 */
export function roundsOf(
  examples: readonly Example[],
  intents: number,
): readonly (readonly HeldExample[])[] {
  const perRound = examples.length / parts
  const rounds = Math.min(mostRounds, Math.max(1, Math.round(enoughHeldOut / perRound)))
  return Array.from({ length: rounds }, (_, round) => [
    everyFifthExample(examples, round),
    everyFifthIntent(examples, intents, round),
  ]).flat()
}

/** The rows to leave out in a round. */
export function heldRows(held: readonly HeldExample[]): HeldRows {
  return {
    firsts: Int32Array.from(held, ({ first }) => first),
    ends: Int32Array.from(held, ({ end }) => end),
  }
}

/** What was held out in one round, and how it scored: to be learned without by whatever else learns from it. */
export type Round = readonly (HeldOut & {
  /** The number of the example. */
  readonly example: number
  /** The intent it is a phrase of, whether or not the round left that intent a phrase. */
  readonly owner: number
})[]

/** How a round went; `scores` are by example held out, then by intent. */
export function judge(
  held: readonly HeldExample[],
  scores: Float32Array,
  known: { readonly lexicon: Lexicon; readonly features: Features; readonly intents: number },
): Round {
  const { intents } = known
  return held.map(({ example, intent, readings }, i) => {
    const own = scores.slice(i * intents, (i + 1) * intents)
    return {
      example,
      owner: intent,
      intent: own[intent] === -Infinity ? -1 : intent,
      scores: own,
      strange: mean(readings.map((words) => strangeness(words, known, intents, intent))),
    }
  })
}

/** Leaves every intent something to learn from. */
function everyFifthExample(examples: readonly Example[], round: number): readonly HeldExample[] {
  const total = groupBy(examples, ({ intent }) => intent)
  const met = new Map<number, number>()
  return withRows(examples).filter(({ intent }) => {
    const place = met.get(intent) ?? 0
    met.set(intent, place + 1)
    return place % parts === round && (total.get(intent)?.length ?? 0) > 1
  })
}

/** Leaves at least two intents to choose from. */
function everyFifthIntent(
  examples: readonly Example[],
  intents: number,
  round: number,
): readonly HeldExample[] {
  if (intents < 3) return []
  return withRows(examples).filter(({ intent }) => intent >= 0 && intent % parts === round)
}

function withRows(examples: readonly Example[]): readonly HeldExample[] {
  let end = 0
  return examples.map(({ intent, readings }, example) => {
    const first = end
    end += readings.length
    return { example, intent, readings, first, end }
  })
}

function mean(rows: readonly Float32Array[]): Float32Array {
  return rows[0]!.map((_, k) => rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length)
}
