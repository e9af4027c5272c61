import { groupBy } from '../util/group-by.ts'
import type { HeldOut } from './calibrate.ts'
import type { Example } from './examples.ts'
import { strangeness } from './explain.ts'
import type { Lexicon } from './explain.ts'
import type { Features } from './features.ts'
import { separate } from './svm.ts'
import type { Effort, Plane, Rows } from './svm.ts'

/** A finished training, to be asked how it would have fared on what it had not seen. */
export interface Training {
  readonly examples: readonly Example[]
  /** One row per reading of every example, in order. */
  readonly rows: Rows
  /** By row: the number of its intent. */
  readonly owners: Int32Array
  readonly intents: number
  readonly lexicon: Lexicon
  readonly features: Features
  /** By intent: the dual variables of its plane, to begin from. */
  readonly alphas: readonly Float32Array[]
  readonly effort: Effort
}

/** Parts the examples are dealt into; each in turn is held out, with a fifth of the intents held out altogether. */
const parts = 5

/** So many held-out examples say enough; a small desk needs more rounds to have some. */
const enoughHeldOut = 300
const mostRounds = 3

/** Fewer sweeps leave the planes knowing something of what was held out. */
const sweepsAgain = 5

/** What was held out in one round, and how it scored: to be learned without by whatever else learns from it. */
export type Round = readonly (HeldOut & {
  /** The number of the example. */
  readonly example: number
  /** The intent it is a phrase of, whether or not the round left that intent a phrase. */
  readonly owner: number
})[]

/**
 * Scores examples with planes that were not trained on them. A round holds out either every fifth example, or every
 * fifth intent with all its examples: those play the questions that are for none of the intents. No label beyond the
 * phrases is needed.
 */
export function holdOut(training: Training): readonly Round[] {
  const perRound = training.examples.length / parts
  const rounds = Math.min(mostRounds, Math.max(1, Math.round(enoughHeldOut / perRound)))
  return Array.from({ length: rounds }, (_, round) => [
    scoreWithout(training, everyFifthExample(training, round)),
    scoreWithout(training, everyFifthIntent(training, round)),
  ]).flat()
}

function scoreWithout(training: Training, held: readonly HeldExample[]): Round {
  const { owners, intents, rows, alphas, effort } = training
  const sidesLeft = (k: number) => {
    const sides = sidesOf(owners, k)
    for (const { first, end } of held) sides.fill(0, first, end)
    return sides
  }
  const scored = held.map(({ example, intent, readings }) => ({
    example,
    intent,
    owner: intent,
    strange: mean(readings.map((words) => strangeness(words, training, intents, intent))),
    scores: new Float32Array(intents).fill(-Infinity),
  }))
  for (let k = 0; k < intents; k++) {
    const sides = sidesLeft(k)
    if (!sides.includes(1)) continue
    const plane = separate(rows, sides, { ...effort, sweeps: sweepsAgain }, alphas[k])
    held.forEach((one, i) => (scored[i]!.scores[k] = meanScore(rows, plane, one.first, one.end)))
  }
  return scored.map((one) => (one.scores[one.intent] === -Infinity ? { ...one, intent: -1 } : one))
}

/** By row: 1 for the intent's own, -1 for the others. */
export function sidesOf(owners: Int32Array, intent: number): Int8Array {
  return Int8Array.from(owners, (owner) => (owner === intent ? 1 : -1))
}

interface HeldExample {
  readonly example: number
  readonly readings: readonly (readonly string[])[]
  readonly intent: number
  /** Its rows: from `first` (inclusive) to `end` (exclusive). */
  readonly first: number
  readonly end: number
}

/** Leaves every intent something to learn from. */
function everyFifthExample({ examples }: Training, round: number): readonly HeldExample[] {
  const total = groupBy(examples, ({ intent }) => intent)
  const met = new Map<number, number>()
  return withRows(examples).filter(({ intent }) => {
    const place = met.get(intent) ?? 0
    met.set(intent, place + 1)
    return place % parts === round && (total.get(intent)?.length ?? 0) > 1
  })
}

/** Leaves at least two intents to choose from. */
function everyFifthIntent({ examples, intents }: Training, round: number): readonly HeldExample[] {
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

function meanScore(rows: Rows, plane: Plane, first: number, end: number): number {
  let sum = 0
  for (let p = rows.starts[first]!; p < rows.starts[end]!; p++)
    sum += plane.weights[rows.ids[p]!]! * rows.values[p]!
  return sum / (end - first) + plane.bias
}

function mean(rows: readonly Float32Array[]): Float32Array {
  return rows[0]!.map((_, k) => rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length)
}
