import type { Values } from './value.ts'

/** One thing a visitor said or tapped, free of any platform. */
export interface Message {
  /** Unique per delivery: the same id is the same message, however often a platform repeats it. */
  readonly id: string
  readonly conversation: string
  /** The name of the channel in `desk.yaml`. */
  readonly channel: string
  /** What was said, cleaned of control characters; empty when something was tapped or sent instead. */
  readonly text: string
  /** How long what was said was before it was cut, in UTF-16 units; there only when it was. */
  readonly cutFrom?: number
  /** When it was received: an ISO 8601 instant. */
  readonly at: string
  /** The id of the choice that was tapped. */
  readonly choice?: string
  /** A position that was shared, in degrees. */
  readonly location?: { readonly latitude: number; readonly longitude: number }
  /** A file that was sent. Its name and what is in it are not kept, because nothing asks for a file yet. */
  readonly attachment?: Attachment
  /** Set when anybody could have named the conversation: nobody proves in it who they are. */
  readonly anonymous?: true
  /** The language the channel claims, as a BCP 47 tag. */
  readonly language?: string
  /** Something that happened without words, such as `welcome`. */
  readonly event?: string
  /** Present when the platform in front has understood the message already. */
  readonly understood?: Understood
  /** Milliseconds from `at` in which the platform must have its answer. */
  readonly withinMilliseconds?: number
}

/** A file a visitor sent. */
export interface Attachment {
  /** A media type, such as `image/jpeg`. */
  readonly type: string
  /** How many bytes it has. */
  readonly size: number
}

/** What a platform in front made of a message before handing it over. */
export interface Understood {
  /** The intent's display name; null when the platform matched none. */
  readonly intent: string | null
  readonly action: string | null
  /** Slots by name, empty ones left out. */
  readonly parameters: Values
  /** What the visitor literally said for a slot, where the platform tells. */
  readonly originals: Readonly<Record<string, string>>
  readonly contexts: readonly Context[]
  /** The platform's own confidence, 0 to 1. */
  readonly confidence: number
  /** False while the platform is still asking for required slots itself. */
  readonly complete: boolean
}

/** Something the conversation is about for a few turns, with values. */
export interface Context {
  readonly name: string
  /** Turns it still lives; 0 is gone. */
  readonly lifespan: number
  readonly parameters: Values
}

/** UTF-16 units of a message that are read and kept: a question has a hundred, a pasted document too many to keep. */
const longestKept = 4000

/** The message as it is read and kept: what was said cut where it is too long, and saying so. */
export function withinLength(message: Message): Message {
  const { text } = message
  if (text.length <= longestKept) return message
  // A character of two units is not cut in half.
  const isHalf = /[\uD800-\uDBFF]/.test(text[longestKept - 1]!)
  return { ...message, text: text.slice(0, longestKept - Number(isHalf)), cutFrom: text.length }
}
