import type { ErrorCode } from '../errors.ts'
import type { TurnFilter } from '../model/index.ts'
import type { KeptTurn } from './kept-turn.ts'
import type { PostOperation } from './sqlite-post.ts'

/** What the thread that owns the state's file is asked to do, as it is sent: turns as bytes, see `turn-lines.ts`. */
export type Job = { readonly number: number } & (
  | { readonly kind: 'commit'; readonly turns: Uint8Array<ArrayBuffer> }
  | Exclude<JobKind, { kind: 'commit' }>
)

/** The kinds of job, without the number that matches the outcome to its job. */
export type JobKind =
  | { readonly kind: 'commit'; readonly turns: readonly KeptTurn[] }
  | { readonly kind: 'post'; readonly operations: readonly PostOperation[] }
  | { readonly kind: 'turns'; readonly filter: TurnFilter }
  | { readonly kind: 'forget'; readonly before: string }
  | { readonly kind: 'close' }

/** What came of a job; number 0 tells whether the file could be opened. */
export type Outcome =
  | { readonly number: number; readonly value: unknown; readonly failed?: never }
  | { readonly number: number; readonly failed: Failed }

/** A failure as it travels between threads. */
export interface Failed {
  readonly code: ErrorCode
  readonly message: string
}
