/** What the web channel says and hears: docs/reference/http.md as types. */
import type { Block, Choice, Span } from '../src/model/reply.ts'
import type { Value } from '../src/model/value.ts'

export type { Block, Choice, Span, Value }
export type { Card, Place, PlaceOnMap, TableColumn } from '../src/model/reply.ts'

/** A block as it arrives: with the same as plain text, for kinds this page does not know yet. */
export type SentBlock = Block & { readonly plain: string }

/** What the page opens on: `GET /channels/web/desk`. */
export interface DeskPage {
  readonly name: string
  readonly tagline: string | null
  readonly languages: readonly string[]
  /** `#rrggbb`. */
  readonly color: string | null
  readonly logo: string | null
  readonly greeting: readonly SentBlock[]
  readonly topics: readonly Topic[]
  readonly dares: readonly Dare[]
  /** Whether this visitor may see how an answer came about. */
  readonly behind: boolean
}

/** A tile: tapping it asks. */
export interface Topic {
  readonly name: string
  readonly title: string
  /** The name of a drawing, or an emoji. */
  readonly icon: string | null
  readonly ask: string
}

/** A tile of another kind: something that shows what the desk can do. */
export interface Dare {
  readonly title: string
  readonly ask: string
}

/** One side of one exchange, in history and in events. */
export interface SentBubble {
  readonly who: 'visitor' | 'desk'
  readonly turn: string
  readonly message: string
  /** An ISO 8601 instant. */
  readonly at: string
  /** The choice the visitor tapped, when nothing was said in words. */
  readonly choice?: string
  readonly blocks: readonly SentBlock[]
}

/** What the desk answers to a message. */
export interface Answer {
  readonly conversation: string
  readonly turn: string
  readonly message: string
  readonly at: string
  readonly blocks: readonly SentBlock[]
}

/** How an answer came about: `GET /channels/web/behind/<turn>`. */
export interface Behind {
  readonly turn: string
  readonly text: string
  readonly intent: string | null
  readonly confidence: number
  readonly candidates: readonly { readonly intent: string; readonly confidence: number }[]
  readonly entities: readonly FoundEntity[]
  readonly language: string
  readonly move: string
  readonly file: string | null
  readonly line: number | null
  readonly queries: readonly RunQuery[]
  readonly timings: Readonly<Record<'understand' | 'decide' | 'query' | 'speak' | 'total', number>>
  readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null
}

/** Words of the message that stand for a value; `start` and `end` count UTF-16 units. */
export interface FoundEntity {
  readonly entity: string
  readonly value: Value
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A query as it was sent to its source, and what came back. */
export interface RunQuery {
  readonly source: string
  readonly kind: string
  readonly text: string
  readonly parameters: readonly Value[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Value[])[]
  readonly rowCount: number
  readonly truncated: boolean
  readonly milliseconds: number
}
