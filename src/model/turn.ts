import type { Message } from './message.ts'
import type { Move } from './move.ts'
import type { Asked } from './result.ts'
import type { Reply } from './reply.ts'
import type { Session } from './session.ts'
import type { Understanding, UnderstoodPart } from './understanding.ts'

/** The full record of one exchange. */
export interface Turn {
  readonly id: string
  readonly message: Message
  readonly understanding: Understanding
  readonly move: Move
  readonly queries: readonly Asked[]
  readonly reply: Reply
  /** The session after the turn; `session.version` counts it. */
  readonly session: Session
  readonly timings: Timings
  readonly error: TurnError | null
  /** What was done for each question of a message that asked several; `move` is the last. */
  readonly parts?: readonly TurnPart[]
}

/** One of several questions in a message, and what was done for it. */
export interface TurnPart extends UnderstoodPart {
  readonly move: Move
}

/** A message taken. */
export interface Taken {
  readonly turn: Turn
  /** Resolves when the turn is durable; rejects with `state/conflict` or `state/unwritable`. */
  readonly kept: Promise<void>
  /** Whether the message had been answered before, and this is that turn: it happened once, and is observed once. */
  readonly again: boolean
}

/** Milliseconds spent in each stage. */
export interface Timings {
  readonly understand: number
  readonly decide: number
  readonly query: number
  readonly speak: number
  readonly total: number
}

/** What went wrong, for the operator; the visitor was told one courteous sentence. */
export interface TurnError {
  readonly code: string
  readonly message: string
  readonly hint: string
}
