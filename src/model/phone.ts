import type { ChannelSettings } from './desk-definition.ts'
import type { Span } from './reply.ts'

/** A phone with the app of one platform: what the simulator shows where there is no account. */
export interface Phone {
  /** The channel it talks to, set up to reach it. */
  readonly settings: ChannelSettings
  /** Tells its platform where the desk's channel is, where the platform calls. Rejects as the desk refuses. */
  readonly connect?: (url: string) => Promise<void>
  screen(): PhoneScreen
  /** What is in a file that its platform was handed, by the name that ends its address: see `phoneFile`. */
  readonly file?: (name: string) => PhoneFile | null
  /** Somebody does something with it. Rejects with `simulator/not-there` for what is not on the screen. */
  act(act: PhoneAct): Promise<void>
  /** Gives it to somebody new, with an empty chat. */
  reset(): void
  close(): Promise<void>
}

/** A file on a phone. */
export interface PhoneFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The address at which the simulator gives a file of a phone. */
export function phoneFile(phone: string, name: string): string {
  return `/simulator/files/${encodeURIComponent(phone)}/${encodeURIComponent(name)}`
}

/** What is on the screen of a phone. */
export interface PhoneScreen {
  /** Oldest first. */
  readonly bubbles: readonly PhoneBubble[]
  /** Whether the other side is said to be typing. */
  readonly typing: boolean
  /** Keys in the place of letters, by row; empty where the keyboard is as usual. */
  readonly keyboard: readonly (readonly PhoneKey[])[]
  /** The one button there is before the chat has begun; null where one types at once. */
  readonly begin: string | null
  /** What the platform lets the desk do just now, in words; null where that does not change. */
  readonly note: string | null
  /** Calls of the desk to the platform, the latest last. */
  readonly calls: readonly PlatformCall[]
}

/** One message in the chat. */
export interface PhoneBubble {
  readonly id: string
  /** Whether the phone's owner said it. */
  readonly own: boolean
  /** ISO 8601. */
  readonly at: string
  readonly body: PhoneBody
  /** Buttons under it, by row. */
  readonly buttons: readonly (readonly PhoneButton[])[]
  /** What opens over the chat to choose from; null where nothing does. */
  readonly list: PhoneList | null
  /** How far a message of the owner's own has come; null where the platform does not tell. */
  readonly ticks: 'sent' | 'delivered' | 'read' | null
}

/** What a message shows. */
export type PhoneBody =
  | { readonly kind: 'text'; readonly spans: readonly Span[] }
  | { readonly kind: 'photo'; readonly url: string | null; readonly caption: readonly Span[] }
  | { readonly kind: 'document'; readonly url: string | null; readonly name: string }
  | {
      readonly kind: 'place'
      readonly latitude: number
      readonly longitude: number
      readonly title: string
      readonly address: string
    }

/** A button: one that opens an address needs nothing of the desk. */
export interface PhoneButton {
  readonly id: string
  readonly label: string
  readonly url: string | null
}

/** A list that opens, and what it is opened by. A row is tapped like a button. */
export interface PhoneList {
  readonly label: string
  readonly rows: readonly {
    readonly id: string
    readonly title: string
    readonly description: string
  }[]
}

/** A key of a keyboard that the desk put up. */
export interface PhoneKey {
  readonly label: string
  readonly gives: 'text' | 'place' | 'number'
}

/** What a phone is made with. */
export interface PhoneWorld {
  /** The channel it talks to. */
  readonly name: string
  /** The instant, in milliseconds since 1970. */
  readonly clock: () => number
  /** Is called whenever the screen changes. */
  readonly changed: () => void
}

/** What somebody does with a phone. */
export type PhoneAct =
  | { readonly kind: 'begin' }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'tap'; readonly bubble: string; readonly button: string }
  | { readonly kind: 'press'; readonly label: string }
  | { readonly kind: 'place'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'photo'; readonly caption: string }

/** A call the desk made, as its platform takes it, and what the platform said to it. */
export interface PlatformCall {
  readonly at: string
  readonly name: string
  readonly parameters: unknown
  /** Null where it was taken. */
  readonly refused: string | null
}
