import type { Answer } from './answer.ts'
import type { Value } from './value.ts'
import type { Language, Wording } from './wording.ts'

/** One thing visitors come for, as its owner declared it. */
export interface Intent {
  readonly name: string
  /** Groups intents into the tiles of the web page and the choices of "help"; empty for everyday talk. */
  readonly topic: string
  /** What a button that leads here says, and what the desk calls it in "did you mean". */
  readonly title: Wording
  readonly phrases: readonly Phrase[]
  readonly slots: readonly Slot[]
  /** The name Dialogflow calls it by when the intent's name does not match. */
  readonly action: string | null
  /** Events that lead here without words, such as `welcome`. */
  readonly events: readonly string[]
  /** Contexts that must all be alive for this intent to be understood. */
  readonly within: readonly string[]
  /** Contexts it leaves behind, with their lifespan in turns. */
  readonly sets: Readonly<Record<string, number>>
  /** Whether it is said where nothing was understood and its contexts are alive. */
  readonly fallback?: true
  /** The slots kept for the rest of the conversation. */
  readonly remembers: readonly string[]
  /** The identity that must be proven first, found from the private tables its queries read. */
  readonly identity: string | null
  readonly answer: Answer
  /** The file that declares it, relative to the desk folder, and the line. */
  readonly at: { readonly file: string; readonly line: number }
}

/** An example of what visitors say, with the slots marked in it. */
export interface Phrase {
  readonly text: string
  readonly language: Language
  readonly marks: readonly Mark[]
}

/** The words of a phrase that fill a slot, in UTF-16 units. */
export interface Mark {
  readonly slot: string
  readonly start: number
  readonly end: number
}

/** Something an intent needs to know. */
export interface Slot {
  readonly name: string
  /** An entity of the desk or a built-in one. */
  readonly entity: string
  readonly required: boolean
  readonly ask: Wording
  /** Said before asking again when the reply did not fit; the desk has its own words when empty. */
  readonly again: Wording
  /**
   * Taken when nothing was said: a value, `$today`, `$now`, a remembered value `$name`, or what a living context holds,
   * `$context.name`.
   */
  readonly default: Value
  /** Offer the entity's values as choices when asking, this many at the most; 0 offers none. */
  readonly offer: number
  /** Take the value from the last answer or a living context when nothing was said. */
  readonly carries: boolean
  /** The least and the greatest value allowed, for numbers and dates. */
  readonly minimum: Value
  readonly maximum: Value
}
