import type { Comparison, Join, Order, Selection } from './query.ts'
import type { Value } from './value.ts'
import type { Wording } from './wording.ts'

/** Which queries to ask, which slots go in, and how rows become words. */
export interface Answer {
  /** Those that need nothing of each other run side by side. The first is the main one: its rows are `rows`. */
  readonly queries: readonly QueryTemplate[]
  /** Rows of one query put under the rows of another by a declared key, even from another source. */
  readonly nests: readonly Nest[]
  /** What is said when the main query found something (or there is no query). */
  readonly reply: readonly BlockTemplate[]
  /** What is said when the main query found nothing. */
  readonly empty: readonly BlockTemplate[]
  /** What is said when a source fails; the desk has its own words when empty. */
  readonly error: Wording
  /** Intents offered as choices under the answer, with slots carried over. */
  readonly next: readonly string[]
}

/** A query with places where values go. */
export type QueryTemplate =
  | {
      readonly kind: 'select'
      readonly name: string
      readonly source: string
      readonly table: string
      readonly columns: readonly Selection[]
      readonly where: FilterTemplate | null
      readonly joins: readonly Join[]
      readonly groupBy: readonly string[]
      readonly order: readonly Order[]
      readonly distinct: boolean
      readonly limit: number
    }
  | {
      readonly kind: 'sql'
      readonly name: string
      readonly source: string
      readonly text: string
      readonly parameters: Readonly<Record<string, Operand>>
      readonly limit: number
    }

/** A condition whose values come from slots, facts or rows. One whose slot is empty is dropped. */
export type FilterTemplate =
  | {
      readonly kind: 'compare'
      readonly column: string
      readonly op: Comparison
      readonly value: Operand
    }
  | { readonly kind: 'in'; readonly column: string; readonly values: readonly Operand[] }
  | { readonly kind: 'all' | 'any'; readonly filters: readonly FilterTemplate[] }
  | { readonly kind: 'not'; readonly filter: FilterTemplate }

/** Where a value comes from: written `$title`, `$teacher.course_code`, `$today`, or as the value itself. */
export type Operand =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'slot'; readonly slot: string }
  /**
   * A part of a date or period slot: `$day.weekday`, its English name, which is how tables name weekdays; `$when.from`
   * and `$when.to`, its first and last day.
   */
  | { readonly kind: 'part'; readonly slot: string; readonly part: DatePart }
  /** A column of an earlier query: all its distinct values for `in`, the first row's otherwise. */
  | { readonly kind: 'rows'; readonly query: string; readonly column: string }
  | { readonly kind: 'fact'; readonly fact: 'today' | 'now' | 'time' | 'person' }

/** What can be taken of a date or period. */
export const dateParts = ['weekday', 'from', 'to'] as const

/** A part of a date or period. */
export type DatePart = (typeof dateParts)[number]

/** Puts the rows of `query` whose `column` equals `equals` of a row of `under` into that row, as the list `query`. */
export interface Nest {
  readonly query: string
  readonly under: string
  readonly column: string
  readonly equals: string
}

/**
 * A block with Liquid in its strings. Templates see the slots by name, `rows` (the main query), every query by its
 * name, `person`, `today`, `now`, `remembered` and `random`. `each` names the rows a list is made of; in it a row is
 * `row`. `when` is a Liquid expression; a block whose `when` is false is left out.
 */
export type BlockTemplate = { readonly when: string | null } & (
  | { readonly kind: 'text'; readonly text: Wording }
  | { readonly kind: 'image'; readonly url: Wording; readonly alt: Wording }
  | {
      readonly kind: 'location'
      readonly each: string
      readonly name: string
      readonly address: string
      readonly latitude: string
      readonly longitude: string
      readonly map: MapTemplate | null
    }
  | { readonly kind: 'document'; readonly url: Wording; readonly name: Wording }
  | {
      readonly kind: 'choices'
      readonly each: string | null
      readonly label: Wording
      readonly say: Wording
      readonly url: Wording
    }
  | {
      readonly kind: 'cards'
      readonly each: string
      readonly title: Wording
      readonly subtitle: Wording
      readonly facts: readonly { readonly label: Wording; readonly value: string }[]
      readonly image: string
      readonly actions: readonly { readonly label: Wording; readonly url: string }[]
    }
  | {
      readonly kind: 'table'
      readonly each: string
      readonly caption: Wording
      readonly columns: readonly {
        readonly label: Wording
        readonly value: string
        readonly align: 'start' | 'end'
      }[]
    }
)

/** The institution's own map under a location: an image, its size in pixels, the point, and the way as `x,y x,y`. */
export interface MapTemplate {
  readonly image: string
  readonly alt: Wording
  readonly width: number
  readonly height: number
  readonly x: string
  readonly y: string
  readonly route: string
}
