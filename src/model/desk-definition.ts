import type { EntityDefinition } from './entity.ts'
import type { Intent } from './intent.ts'
import type { Sentence } from './move.ts'
import type { Identity, Table } from './table.ts'
import type { Language, Wording } from './wording.ts'

/** A desk as its owner wrote it, checked: what the folder's YAML says, with nothing left to look up. */
export interface DeskDefinition {
  readonly name: string
  /** The address the world reaches the desk at, `https://…`; null where there is none. */
  readonly publicUrl: string | null
  /** How the world reaches the desk; null where it need not, or its owner sees to that. */
  readonly exposure: ExposureSettings | null
  readonly brand: Brand
  /** At least one; the first is the desk's own. */
  readonly languages: readonly Language[]
  /** An IANA time zone, such as `Asia/Kolkata`. */
  readonly timezone: string
  /** An ISO 4217 code, such as `INR`. */
  readonly currency: string
  /** An ISO 3166 code of two letters, such as `IN`: for telephone numbers and the way numbers are written. */
  readonly country: string
  /** Said first. Empty when the desk has none of its own. */
  readonly greeting: Wording
  readonly topics: readonly Topic[]
  readonly dares: readonly Dare[]
  /** The share of good questions one accepts to refuse, 0 to 1. */
  readonly strictness: number
  /** How long turns and sessions are kept. */
  readonly retentionDays: number
  /** What makes the example data; null when the desk has real databases only. */
  readonly fixture: Fixture | null
  readonly sources: readonly SourceSettings[]
  readonly channels: readonly ChannelSettings[]
  readonly identities: readonly Identity[]
  /** The desk's own words for what every desk says. */
  readonly sentences: Readonly<Partial<Record<Sentence, Wording>>>
  readonly intents: readonly Intent[]
  readonly entities: readonly EntityDefinition[]
  readonly tables: readonly Table[]
}

/** How the web page looks. */
export interface Brand {
  /** A CSS colour in six hexadecimal digits: `#1d4e89`. */
  readonly color: string
  /** The address of the logo on the desk's own server, `/media/…`; null for none. */
  readonly logo: string | null
  readonly tagline: Wording
  /** The folder served at `/media/`, as an absolute path; null for none. */
  readonly media: string | null
}

/** A group of intents: a tile of the web page, and a choice of "help". */
export interface Topic {
  readonly name: string
  readonly title: Wording
  /** The name of a drawing of the page, or an emoji; empty for none. */
  readonly icon: string
  /** What tapping the tile says. */
  readonly ask: Wording
}

/** A tile that shows off: its label, and what tapping it says. */
export interface Dare {
  readonly title: Wording
  readonly ask: Wording
}

/** Where a source is and how it may be used. A `url` may hold a password: it is never logged or shown. */
export type SourceSettings = {
  readonly name: string
  /** Time a query may take. */
  readonly timeoutSeconds: number
} & (
  | {
      readonly kind: 'sqlite'
      /** An absolute path. */
      readonly file: string
    }
  | {
      readonly kind: 'mysql' | 'postgres'
      readonly url: string
      /** Connections at the most. */
      readonly pool: number
    }
)

/** The kinds of source a desk may declare. */
export type SourceKind = SourceSettings['kind']

/** How a channel is set up. Secrets in it are never logged or shown. */
export type ChannelSettings = { readonly name: string } & (
  | {
      readonly kind: 'web'
      /** The sites that may show the desk and call it: `https://www.example.edu`, `https://*.example.edu`. */
      readonly origins: readonly string[]
    }
  | {
      readonly kind: 'dialogflow-es'
      /** What a call must prove; null when the desk declares nothing. */
      readonly auth: ChannelAuth | null
      /** The agent that is told where the desk is; null where its owner does that. */
      readonly agent: AgentSettings | null
    }
  | {
      readonly kind: 'telegram'
      /** The token of the bot. */
      readonly token: string
      /** Whether Telegram calls the desk, as long as it has an address; otherwise the desk asks Telegram. */
      readonly updates: 'polling' | 'webhook'
      /** The address of the Bot API. */
      readonly api: string
    }
  | {
      readonly kind: 'whatsapp'
      /** The id Meta gives the number. */
      readonly number: string
      /** The access token. */
      readonly token: string
      /** Signs what Meta tells. */
      readonly appSecret: string
      /** What Meta shows to prove that it was sent here. */
      readonly verifyToken: string
      /** Calls visitors back who have not written for a day; null for none. */
      readonly template: ChannelTemplate | null
      /** The address of the Graph API, with its version. */
      readonly api: string
    }
)

/** An agent that may be told where to call. */
export interface AgentSettings {
  /** The file of a service account, as an absolute path. */
  readonly credentials: string
  /** The region it lives in; `global` for none. */
  readonly location: string
  /** The address of the API. */
  readonly api: string
}

/** A message a platform has approved, which may be sent at any time. */
export interface ChannelTemplate {
  readonly name: string
  /** As it was approved in, such as `en` or `en_US`. */
  readonly language: string
  /** What stands for its `{{1}}`, `{{2}}`, in order; or for its named parameters. */
  readonly parameters: readonly string[] | Readonly<Record<string, string>>
}

/** The kinds of channel a desk may declare. */
export const channelKinds = ['web', 'telegram', 'whatsapp', 'dialogflow-es'] as const

/** A kind of channel. */
export type ChannelKind = (typeof channelKinds)[number]

/** Credentials a call carries: HTTP basic authentication, headers, or both; all that is given must fit. */
export interface ChannelAuth {
  readonly basic: { readonly username: string; readonly password: string } | null
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** How the world reaches a desk. Secrets in it are never logged or shown; addresses have no slash at their end. */
export type ExposureSettings =
  | { readonly kind: 'static'; readonly url: string }
  | {
      readonly kind: 'ssh'
      readonly url: string
      readonly host: string
      readonly port: number
      readonly user: string
      /** The private key, as an absolute path. */
      readonly key: string
      /** Null where the key has none. */
      readonly passphrase: string | null
      /** As `ssh-keygen -l` shows it: `SHA256:…`. */
      readonly hostKey: string
      /** The port on the server's own side, at which its proxy finds the desk. */
      readonly remotePort: number
    }
  | {
      readonly kind: 'cloudflared'
      /** The program: its name, or an absolute path. */
      readonly program: string
      /** A tunnel of one's own account; null for a quick one, whose address is new at each start. */
      readonly tunnel: {
        readonly url: string
        readonly token: string
        readonly localPort: number
      } | null
    }
  | {
      readonly kind: 'ngrok'
      readonly token: string
      /** Null for the one the account has. */
      readonly domain: string | null
    }

/** The kinds of exposure a desk may declare, besides none. */
export const exposureKinds = ['static', 'ssh', 'cloudflared', 'ngrok'] as const

/** What makes the example data of a desk. */
export interface Fixture {
  /** The module, as an absolute path. */
  readonly module: string
  /** The sources on database servers that it may fill when they are empty: their owner says so. */
  readonly fills: readonly string[]
}
