import type { SelectQuery } from './query.ts'

/** A question over tables as it was read: what is asked, and how to tell of it. */
export interface Question {
  readonly query: SelectQuery
  /** 0 to 1, on the scale of the intents' confidence. */
  readonly confidence: number
  /** The reading in plain words. */
  readonly words: string
  /** What a row is called: one of them, and several. */
  readonly one: string
  readonly many: string
  /** What each column of the result is called, in order. */
  readonly labels: readonly string[]
  /** Whether the result is one number of rows. */
  readonly counts: boolean
  /** The text that was read, a follow-up written out. */
  readonly text: string
  /** Rows of the answer that were told before. */
  readonly told?: number
  /** What else may have been meant, or was where this is not sure enough to be answered. */
  readonly instead?: readonly Rephrased[]
}

/** A question put so that it is read in one way. */
export interface Rephrased {
  readonly text: string
  /** The reading in plain words. */
  readonly words: string
}
