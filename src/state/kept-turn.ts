import type { Answers, Session, Turn } from '../model/index.ts'
import { newSession } from '../model/index.ts'

/** A turn on its way into the database, written as JSON on the thread that serves visitors. */
export interface KeptTurn {
  readonly conversation: string
  readonly version: number
  /** The id of the message: by it a message that is delivered again is known. */
  readonly message: string
  readonly at: string
  readonly turn: string
  readonly session: string
  /** The delivery it answers, and what is to be sent for it. */
  readonly answers?: Answers
}

/** What is written of a turn. Of the session after it only the latest is kept, so the turn itself goes without. */
export function toKept(turn: Turn, answers?: Answers): KeptTurn {
  const { session, message } = turn
  return {
    conversation: session.conversation,
    version: session.version,
    message: message.id,
    at: message.at,
    turn: JSON.stringify({ ...turn, session: undefined }),
    session: JSON.stringify(session),
    ...(answers === undefined ? {} : { answers }),
  }
}

/** A turn as it is read back: of its session only the conversation and the version. */
export function fromKept(row: { turn: string; version: number }): Turn {
  const turn = JSON.parse(row.turn) as Omit<Turn, 'session'>
  const session: Session = { ...newSession(turn.message.conversation), version: row.version }
  return { ...turn, session }
}
