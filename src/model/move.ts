import type { Choice } from './reply.ts'
import type { SelectQuery } from './query.ts'
import type { Question } from './question.ts'
import type { Values } from './value.ts'

/** What the desk does next. */
export type Move =
  /** Say a sentence of the desk's own (see `Sentence`), with values for its template and choices under it. `about` is the intent
   * whose answer failed: its own `error` sentence is said instead, where it has one. `then` is what is done right after. */
  | {
      readonly kind: 'say'
      readonly sentence: Sentence
      readonly values: Values
      readonly choices: readonly Choice[]
      readonly about?: string
      readonly then?: Move
    }
  /** Ask for a slot; `again` when what was said for it did not fit. */
  | {
      readonly kind: 'ask'
      readonly intent: string
      readonly slot: string
      readonly slots: Values
      readonly again: boolean
      readonly choices: readonly Choice[]
      /** What was said for it and names nothing the desk knows. */
      readonly unknown?: string
    }
  /** Answer an intent from its queries. `back` is what was left in the middle and is asked again after it. */
  | {
      readonly kind: 'answer'
      readonly intent: string
      readonly slots: Values
      readonly back?: Extract<Move, { kind: 'ask' | 'verify' }>
    }
  /** Answer a question over tables that no intent was authored for. */
  | {
      readonly kind: 'question'
      readonly question: Question
      /** What else may have been meant, and what tells the rows that did not fit; shown under the answer. */
      readonly choices: readonly Choice[]
      readonly more: Choice
    }
  /** Run queries, then decide again with what they found. */
  | { readonly kind: 'look-up'; readonly queries: Readonly<Record<string, SelectQuery>> }
  /** Ask for the next thing that proves an identity; `again` when the last reply did not fit. */
  | {
      readonly kind: 'verify'
      readonly identity: string
      readonly column: string
      readonly again: boolean
    }

/** The sentences every desk can say, in its own words if `desk.yaml` has them under `sentences`. */
export const sentences = [
  'welcome',
  'help',
  'not-understood',
  'did-you-mean',
  'which-one',
  'cancelled',
  'nothing-to-cancel',
  'started-over',
  'proven',
  'not-proven',
  'signed-in-as',
  'locked',
  'logged-out',
  'not-logged-in',
  'no-proof-here',
  'gave-up-asking',
  'nothing-said',
  'too-long',
  'not-taken',
  'no-attachments',
  'failed',
  'busy',
  'too-slow',
  'unavailable',
  'nothing-found',
  'counted',
  'read-as',
  'and-more',
  'show-more',
  'no-more',
  'too-many-requests',
  'again',
  'which-slot',
  'share-phone',
  'share-location',
  'choose',
  'no-such',
] as const

/** The name of a sentence every desk can say. */
export type Sentence = (typeof sentences)[number]
