import type { Delivery } from './post.ts'
import type { Reply } from './reply.ts'

/**
 * A way in and out whose platform waits for no answer: what it hands over is kept before it is told so, and what the
 * desk replies is sent by a call of our own.
 */
export interface Messenger {
  readonly shows: Shows
  readonly pace: Pace
  /** Verifies a call and reads what it brings. Rejects with a `FrontdeskError`. */
  receive(request: Request): Promise<readonly Delivery[]>
  /** What is to be sent for a reply that fits what the platform shows, in order. Pure. */
  render(reply: Reply, delivery: Delivery): readonly Bubble[]
  /** Sends one. Rejects when the platform cannot be reached or fails: then it is tried again. */
  send(payload: unknown, signal: AbortSignal): Promise<Sent>
}

/** What a platform shows, and how much of it at once. Lengths are UTF-16 units. */
export interface Shows {
  readonly text: {
    readonly most: number
    /** The schemes a link in a text may have, such as `https:`; others are written out. */
    readonly links: readonly string[]
  }
  readonly choices: { readonly most: number; readonly label: number }
  /** Text under an image. */
  readonly caption: number
  /** The address at which the platform finds what the desk serves, or null: then only full addresses are shown. */
  readonly base: () => string | null
}

/** How fast a platform takes messages. */
export interface Pace {
  /** All messages of the account together. */
  readonly account: Rate
  /** Those to one recipient. */
  readonly recipient: Rate
}

/** One message each so many milliseconds, after this many at once. */
export interface Rate {
  readonly each: number
  readonly burst: number
}

/** One message on its way out, as the channel writes it. */
export interface Bubble {
  readonly recipient: string
  /** JSON. */
  readonly payload: unknown
}

/** What a platform says to a message. */
export type Sent =
  | { readonly kind: 'sent' }
  /** Too many at once: again after so many seconds. */
  | { readonly kind: 'busy'; readonly seconds: number }
  /** It will not take this one, however often it is tried. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Keeps what came in; resolves when it is durable and the platform may forget it. */
export type Accept = (deliveries: readonly Delivery[]) => Promise<void>
