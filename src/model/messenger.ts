import type { Delivery, Due, Report } from './post.ts'
import type { Reply, Span } from './reply.ts'

/**
 * A way in and out whose platform waits for no answer: what it hands over is kept before it is told so, and what the
 * desk replies is sent by a call of our own.
 */
export interface Messenger {
  readonly shows: Shows
  readonly pace: Pace
  /** Bytes a call may have, where it is more than the server takes of others. */
  readonly largestCall?: number
  /** Verifies a call and reads what it brings. Rejects with a `FrontdeskError`. */
  receive(request: Request): Promise<Brought>
  /**
   * What is to be sent for a reply that fits what the platform shows, in order. Pure.
   *
   * @param language that of the conversation: for words of the platform's own
   */
  render(reply: Reply, delivery: Delivery, language: string): readonly Bubble[]
  /** Sends one. Rejects when the platform cannot be reached or fails: then it is tried again. */
  send(payload: unknown, signal: AbortSignal, due: Standing): Promise<Sent>
  /**
   * Is told that a message is being answered, from now until the signal: where a platform shows that. Does not wait, and
   * never throws.
   */
  begin?(delivery: Delivery, answered: AbortSignal): void
}

/** What a call of a platform brought: what was said, and what became of what was sent. */
export interface Brought {
  readonly deliveries: readonly Delivery[]
  readonly reports: readonly Report[]
  /** What the platform is answered once all that is kept; 200 with nothing in it where it is not given. */
  readonly response?: Response
}

/** How a message stands that is to be sent: how often it was tried, when its recipient was heard last, whether it was held. */
export type Standing = Pick<Due, 'tries' | 'heard' | 'isHeld'>

/** What a platform shows, and how much of it at once. Lengths are UTF-16 units. */
export interface Shows {
  readonly text: {
    readonly most: number
    /** The schemes a link in a text may have, such as `https:`; others are written out. */
    readonly links: readonly string[]
    /** How long spans are as the platform counts them, markup included; the length of their text where it is not given. */
    readonly length?: (spans: readonly Span[]) => number
  }
  readonly choices: ShownChoices
  /** Text under an image or a document. */
  readonly caption: number
  /**
   * The address at which the platform finds what the desk serves, or null: then only full addresses are shown. Empty where the
   * channel hands over the desk's files itself.
   */
  readonly base: () => string | null
}

/** Choices as buttons, and where there are too many of them or they are too long as a list. */
export interface ShownChoices {
  readonly most: number
  readonly label: number
  /** Whether a button may open an address. */
  readonly links: boolean
  /** How long the text may be that choices stand under; as long as any where it is not given. */
  readonly prompt?: number
  readonly list?: {
    readonly most: number
    /** What is longer has its whole label beside it, no longer than `detail`. */
    readonly detail: number
    /** Lists one after another for one set of choices. */
    readonly pages: number
  }
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
  | {
      readonly kind: 'sent'
      /** What the platform calls it in its reports. */
      readonly id?: string
      /** What is sent in its place should the platform report that it could not show it. JSON. */
      readonly otherwise?: unknown
    }
  /** The platform takes nothing for this recipient until they write again: kept until then. */
  | { readonly kind: 'held'; readonly reason: string }
  /** Too many at once: again after so many seconds. */
  | { readonly kind: 'busy'; readonly seconds: number }
  /** It will not take this one, however often it is tried. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Keeps what came in; resolves when it is durable and the platform may forget it. */
export type Accept = (deliveries: readonly Delivery[]) => Promise<void>

/** Keeps what a platform tells of what it was sent; resolves when it is durable. */
export type TakeReports = (reports: readonly Report[]) => Promise<void>
