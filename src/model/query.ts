import type { Person } from './person.ts'
import type { Value, Values } from './value.ts'

/** What is asked of a source, as data. Every query carries the person on whose behalf it is asked. */
export type Query = SelectQuery | SqlQuery

/** Rows of one table, possibly joined along declared keys within the same source. */
export interface SelectQuery {
  readonly kind: 'select'
  readonly source: string
  readonly table: string
  /** What is read; empty reads every column of `table`. */
  readonly columns: readonly Selection[]
  readonly where: Filter | null
  readonly joins: readonly Join[]
  readonly groupBy: readonly string[]
  readonly order: readonly Order[]
  readonly distinct: boolean
  /** Rows at the most; one more is read to know whether the result was truncated. */
  readonly limit: number
  readonly person: Person | null
  /** Set on the one query that checks who is asking: the guard lets it compare, and read the key alone. */
  readonly proof?: string
}

/** What a select has to say: whose table, how many rows at the most, and for whom. The rest is for those who want it. */
export type Selected = Pick<SelectQuery, 'source' | 'table' | 'limit' | 'person'> &
  Partial<SelectQuery>

/** A select of every column and row of a table, where nothing else is said. */
export function select(query: Selected): SelectQuery {
  return {
    kind: 'select',
    columns: [],
    where: null,
    joins: [],
    groupBy: [],
    order: [],
    distinct: false,
    ...query,
  }
}

/** SQL text an owner wrote, with `:name` parameters. Refused by a source that holds anything private. */
export interface SqlQuery {
  readonly kind: 'sql'
  readonly source: string
  readonly text: string
  readonly parameters: Values
  readonly limit: number
  readonly person: Person | null
}

/**
 * A column to read: `column` is `name` of the query's table or `alias.name` of a join; with `aggregate` it is
 * computed over the group (`count` of `*` counts rows).
 */
export interface Selection {
  readonly column: string
  readonly as?: string
  readonly aggregate?: 'count' | 'sum' | 'average' | 'minimum' | 'maximum'
}

/** Another table of the same source: `left.on[0] = alias.on[1]`; `kind: 'left'` keeps rows with no partner. */
export interface Join {
  readonly table: string
  readonly alias: string
  /** The column on the side already there (`name` or `alias.name`), and the column of the joined table. */
  readonly on: readonly [string, string]
  readonly kind: 'inner' | 'left'
  /** A further condition on the rows joined: with `left`, rows with no partner that meets it stay. The guard sets it. */
  readonly where?: Filter
}

/** One column to sort by. */
export interface Order {
  readonly column: string
  readonly descending: boolean
}

/** A condition on rows. Columns are `name` or `alias.name`. */
export type Filter =
  | {
      readonly kind: 'compare'
      readonly column: string
      readonly op: Comparison
      readonly value: Value
    }
  | { readonly kind: 'in'; readonly column: string; readonly values: readonly Value[] }
  | { readonly kind: 'all' | 'any'; readonly filters: readonly Filter[] }
  | { readonly kind: 'not'; readonly filter: Filter }

/**
 * How a column is compared. `contains` and `starts` ignore case and take the value literally (no wildcards);
 * `=` and `!=` with null mean "is null" and "is not null".
 */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'contains' | 'starts'

/** Every comparison, for schemas and error texts. */
export const comparisons = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'contains',
  'starts',
] as const satisfies readonly Comparison[]
