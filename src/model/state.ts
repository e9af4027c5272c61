import type { Answers, Post } from './post.ts'
import type { Session } from './session.ts'
import type { Turn } from './turn.ts'

/** What Frontdesk itself remembers. */
export interface State extends Post {
  /** The session of a conversation, or null for a new one. */
  session(conversation: string): Promise<Session | null>
  /**
   * Keeps a turn and the session after it, in one transaction; resolves when it is durable. Many commits made at the
   * same moment share one transaction. Rejects with `state/conflict` when the session moved on meanwhile.
   *
   * @param patience milliseconds it may wait for others to share its transaction, where nobody waits for it to be
   *   durable; 0 where it is not given
   * @param answers the delivery it answers and what is to be sent for it, kept in the same transaction; refused as a
   *   conflict too where the conversation is no longer held under its claim
   */
  commit(turn: Turn, patience?: number, answers?: Answers): Promise<void>
  /**
   * The turn that is kept, or on its way to be, for a message of a conversation; null for one not heard before. Of its
   * session only the conversation and the version need be kept.
   */
  answerTo(conversation: string, message: string): Promise<Turn | null>
  /** Turns, newest first. Of the session of each only the conversation and the version need be kept. */
  turns(filter: TurnFilter): Promise<readonly Turn[]>
  /** Forgets turns before this instant and sessions untouched since; returns how many turns went. */
  forget(before: string): Promise<number>
  close(): Promise<void>
}

/** Which turns to read. */
export interface TurnFilter {
  readonly conversation?: string
  /** Only turns at or after this instant. */
  readonly since?: string
  readonly limit: number
}
