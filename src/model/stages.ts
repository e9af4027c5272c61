import type { Facts } from './facts.ts'
import type { Message } from './message.ts'
import type { Move } from './move.ts'
import type { Query } from './query.ts'
import type { Asked, Result } from './result.ts'
import type { Reply } from './reply.ts'
import type { Session } from './session.ts'
import type { StopSignal } from './stop-signal.ts'
import type { Understanding } from './understanding.ts'

/** What was meant by the message, in the light of the session. */
export type Understand = (
  message: Message,
  session: Session,
  facts: Facts,
) => Promise<Understanding>

/** What to do about it, and the session after. Pure: the same arguments give the same decision. */
export type Decide = (
  message: Message,
  session: Session,
  understanding: Understanding,
  facts: Facts,
) => Decision

/** What `decide` settled on. */
export interface Decision {
  readonly move: Move
  readonly session: Session
}

/**
 * The queries of an answer that can run now, by name, given the results of those that ran: call it until it returns
 * none. Moves that ask nothing return none.
 */
export type Bind = (move: Move, facts: Facts, results: Results) => Readonly<Record<string, Query>>

/** Results by the name of their query. */
export type Results = Readonly<Record<string, Result>>

/** The session, once the rows of an answer are there: it remembers what they are about. Pure. */
export type Recall = (move: Move, results: Results, session: Session) => Session

/** The reply, in the session's language. */
export type Speak = (move: Move, results: Results, session: Session, facts: Facts) => Promise<Reply>

/**
 * Asks a source on behalf of the query's person: the guard stands in it. `from` is the address the message came from,
 * where it is known. Rejects with a `FrontdeskError`.
 */
export type Ask = (query: Query, signal: StopSignal, from?: string) => Promise<Asked>

/** The thinking parts of a desk; replaced whole when the desk's files change. */
export interface Stages {
  readonly understand: Understand
  readonly decide: Decide
  readonly bind: Bind
  readonly recall: Recall
  readonly speak: Speak
  readonly ask: Ask
}
