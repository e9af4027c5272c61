import type { Values } from './value.ts'

/** What to tell the visitor, as blocks in order. */
export interface Reply {
  readonly blocks: readonly Block[]
  /** What the visitor is asked to share, where a platform has a button for it. */
  readonly asks?: Sharing
  /** Set when the reply before asked to share something and this one does not: its button is to go. */
  readonly asksNoMore?: true
}

/** Something a platform shares with one tap. */
export interface Sharing {
  readonly what: 'phone' | 'location'
  /** What the button says. */
  readonly label: string
}

/** One piece of a reply, free of any platform. Every string but `Span.text` is plain text. */
export type Block =
  | { readonly kind: 'text'; readonly spans: readonly Span[] }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string }
  | { readonly kind: 'location'; readonly location: Place }
  | { readonly kind: 'document'; readonly url: string; readonly name: string }
  | { readonly kind: 'choices'; readonly options: readonly Choice[] }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly TableColumn[]
      readonly rows: readonly (readonly string[])[]
    }

/** A run of text in one style; `href` makes it a link (http, https, mailto or tel). Line breaks are `\n`. */
export interface Span {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly href?: string
}

/** Every choice a reply offers, in order. */
export function choicesIn(reply: Reply): readonly Choice[] {
  return reply.blocks.flatMap((block) => (block.kind === 'choices' ? block.options : []))
}

/** Something to tap. Tapping sends `id` back; typing the label or its number does the same. */
export interface Choice {
  /** Short, ASCII, unique among the choices offered together. */
  readonly id: string
  readonly label: string
  /** What the tap means; a choice with a `url` opens it instead. */
  readonly means: Meaning
}

/** What tapping a choice stands for. */
export type Meaning =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'intent'; readonly intent: string; readonly slots: Values }
  | { readonly kind: 'url'; readonly url: string }

/** A thing with a title: a person, a book, a room. */
export interface Card {
  readonly title: string
  readonly subtitle: string
  /** Lines under the title, in order: what it is and its value. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly image?: string
  readonly actions: readonly Action[]
}

/** A link under a card: `https:`, `mailto:` or `tel:`. */
export interface Action {
  readonly label: string
  readonly url: string
}

/** A position on earth, and where known on the institution's own map. */
export interface Place {
  readonly name: string
  readonly address: string
  readonly latitude: number
  readonly longitude: number
  readonly map?: PlaceOnMap
}

/** A point, and the way to it, in pixels of the map's image. */
export interface PlaceOnMap {
  readonly image: string
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly x: number
  readonly y: number
  /** From the start to the place; empty when no way was asked for. */
  readonly route: readonly (readonly [number, number])[]
}

/** A column of a table in a reply. */
export interface TableColumn {
  readonly label: string
  readonly align: 'start' | 'end'
}
