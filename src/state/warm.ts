import type { Session, Turn } from '../model/index.ts'
import { Recent } from './recent.ts'

/** What is at hand altogether: each conversation counts one, and one for each message it has answered. */
const mostAtHand = 100_000

/** Messages of one conversation; one that has answered more is looked up in the file. */
export const mostAnswered = 5_000

interface Warm {
  readonly session: Session
  /** The ids of all messages it has answered; null where they are too many. */
  readonly answered: Set<string> | null
}

/**
 * The conversations that spoke last, as the file has them: their next message needs nothing from it. A turn that
 * another process kept meanwhile is noticed when the next one is to be kept, as a conflict; then the conversation is
 * dropped here, and read anew.
 */
export class WarmConversations {
  readonly #recent = new Recent<Warm>(mostAtHand)

  session(conversation: string): Session | undefined {
    return this.#recent.get(conversation)?.session
  }

  /** Whether the file may have an answer to this message. False is sure. */
  mayHaveAnswered(conversation: string, message: string): boolean {
    const answered = this.#recent.get(conversation)?.answered
    return answered?.has(message) ?? true
  }

  /** Takes in a conversation out of the file, with the ids of the messages it answered: all, or more than are kept. */
  load(session: Session, answered: readonly string[]): void {
    this.#set(session, new Set(answered))
  }

  /** A turn has been kept. */
  kept({ session, message }: Turn): void {
    const { conversation, version } = session
    const before = this.#recent.get(conversation)
    if (before === undefined && version > 1) return
    const answered = before === undefined ? new Set<string>() : before.answered
    this.#set(session, answered?.add(message.id) ?? null)
  }

  drop(conversation: string): void {
    this.#recent.delete(conversation)
  }

  clear(): void {
    this.#recent.clear()
  }

  #set(session: Session, ids: Set<string> | null): void {
    const answered = ids !== null && ids.size > mostAnswered ? null : ids
    this.#recent.set(session.conversation, { session, answered }, 1 + (answered?.size ?? 0))
  }
}
