import type { Language } from './wording.ts'
import type { SelectQuery } from './query.ts'
import type { Question, Rephrased } from './question.ts'
import type { Value } from './value.ts'

/** What was meant by a message. */
export interface Understanding {
  /** The intent, or null when none was understood. */
  readonly intent: string | null
  /** A question about a table that no intent was authored for. */
  readonly question: SelectQuery | null
  /** How the question was read; there whenever `question` is. */
  readonly reading?: Question
  /** What the question may have been, where no reading of it is sure enough. */
  readonly rephrased?: readonly Rephrased[]
  /** How sure: 0 to 1, calibrated so that 0.8 is right four times in five. */
  readonly confidence: number
  /** The likeliest intents, best first, with their confidence; also those that were not sure enough. */
  readonly candidates: readonly Candidate[]
  readonly entities: readonly Entity[]
  /** Entities whose values no database has told yet: what the words name of them nobody knows. */
  readonly unread?: readonly string[]
  readonly language: Language
  /** The questions of a message that asks several, in order; the rest of this tells of the first of them. */
  readonly parts?: readonly UnderstoodPart[]
}

/** One of several questions in a message. */
export interface UnderstoodPart {
  /** Its words; where its entities stand is counted in these. */
  readonly text: string
  readonly understanding: Understanding
}

/** An intent a message may have meant. */
export interface Candidate {
  readonly intent: string
  readonly confidence: number
}

/** A value found in the words of a message. */
export interface Entity {
  /** The entity of the desk, or a built-in one such as `date`. */
  readonly entity: string
  readonly value: Value
  /** The words themselves, from `start` (inclusive) to `end` (exclusive) in UTF-16 units of the message's text. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** How well the words fit: 1 for the exact value or a synonym, less for a misspelling or a part. */
  readonly score: number
  /** Other values that the same words could be as well: "Sharma" when there are three. */
  readonly alternatives: readonly Value[]
}
