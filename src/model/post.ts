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
  /** Says what came of a message that was due. */
  settle(due: Due, outcome: Outcome): Promise<void>
}

/** A message that came in, and where its answer goes. Its id is the delivery's: the same id is the same delivery. */
export interface Delivery {
  readonly message: Message
  /** The channel's own: what it needs to answer. JSON. */
  readonly to: unknown
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
}

/** What came of sending. */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later'; readonly at: number }
  | { readonly kind: 'failed'; readonly reason: string }
