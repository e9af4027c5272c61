import type { Message } from './message.ts'

/**
 * What is kept between a platform and the desk where nobody waits for the answer: what came in until it is answered,
 * what goes out until it is sent. Instants are milliseconds since 1970.
 */
export interface Post {
  /** Keeps what came in, in order; resolves when it is durable. What was accepted before is not accepted again. */
  accept(deliveries: readonly Delivery[]): Promise<void>
  /** Takes conversations nobody holds that wait for an answer, those that wait longest first. */
  claim(wish: Wished): Promise<readonly Claim[]>
  /** Holds a claimed conversation until an instant: a later one renews the lease, one that has passed ends it. */
  hold(claim: Held, until: number): Promise<void>
  /** Outgoing messages that are due, of each recipient the oldest alone; nobody else is given them before `until`. */
  due(wish: Wished): Promise<readonly Due[]>
  /** Says what came of a message that was due. One that is held is due again when its recipient is heard. */
  settle(due: Due, outcome: Outcome): Promise<void>
  /**
   * Keeps what platforms tell of messages that were sent, in any order and as often as they like; gives what is news:
   * what had not been told, nor anything later. Where a message could not be shown, what was to take its place is due.
   */
  report(reports: readonly Report[]): Promise<readonly News[]>
}

/** A message that came in, and where its answer goes. Its id is the delivery's: the same id is the same delivery. */
export interface Delivery {
  readonly message: Message
  /** The channel's own: what it needs to answer. JSON. */
  readonly to: unknown
  /** Who was heard, as answers name their recipient, and when the platform did; where it matters when answers are sent. */
  readonly heard?: { readonly recipient: string; readonly at: number }
}

/** How much is wanted, and how long it is kept from others. */
export interface Wished {
  readonly now: number
  readonly until: number
  readonly limit: number
}

/** The right to answer a conversation: it is lost as soon as the conversation is claimed again. */
export interface Held {
  readonly conversation: string
  /** Grows with every claim of the conversation. */
  readonly token: number
}

/** A conversation one may answer, with what waits in it, oldest first. */
export interface Claim extends Held {
  readonly deliveries: readonly Delivery[]
}

/** What a turn answers, and what is to be sent for it: kept with the turn, in its transaction. */
export interface Answers {
  readonly claim: Held
  /** The id of the message. */
  readonly delivery: string
  readonly outgoing: readonly Outgoing[]
}

/** One message to send. */
export interface Outgoing {
  readonly channel: string
  /** Whom it goes to: messages to one recipient are sent one after another. */
  readonly recipient: string
  /** The channel's own. JSON. */
  readonly payload: unknown
}

/** A message that is to be sent now. */
export interface Due extends Outgoing {
  readonly number: number
  /** How often it was tried in vain. */
  readonly tries: number
  /** When its recipient was heard last; null where that is not known. */
  readonly heard: number | null
  /** Whether it was held before. */
  readonly isHeld: boolean
}

/** What came of sending. */
export type Outcome =
  | { readonly kind: 'sent'; readonly id?: string; readonly otherwise?: unknown }
  | { readonly kind: 'later'; readonly at: number }
  /** Until its recipient is heard after `heard`, the last time that was known; looked at again then, and at `at`. */
  | { readonly kind: 'held'; readonly at: number; readonly heard: number | null }
  | { readonly kind: 'failed'; readonly reason: string }

/** What a platform tells of a message it was given. */
export interface Report {
  readonly channel: string
  /** What the platform called the message when it took it. */
  readonly id: string
  readonly state: ReportedState
  readonly at: number
  /** Why it failed, in the platform's words. */
  readonly reason?: string
  /** Set when it failed because the platform could not show it, such as a file it could not fetch. */
  readonly isUnshown?: true
}

/** What a message may have come to, in the order of events; the last two end it. */
export const reportedStates = ['sent', 'delivered', 'read', 'failed'] as const

/** What a message has come to. */
export type ReportedState = (typeof reportedStates)[number]

/** A report that was not known yet. */
export interface News extends Report {
  /** The id of the message it answers; null where the message is not ours, or its sending not noted yet. */
  readonly answers: string | null
}
