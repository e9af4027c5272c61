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
  /** A condition on groups: its comparisons may name an `aggregate`. */
  readonly having?: Filter | null
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
 * A query within another: same source, same person. It sees its own tables alone, and gives one column. `limit` null
 * means every row.
 */
export type Subquery = Omit<SelectQuery, 'source' | 'person' | 'proof' | 'limit'> & {
  readonly limit: number | null
}

/** A subquery of a table, where nothing else is said. */
export function subquery(query: Pick<Subquery, 'table' | 'columns'> & Partial<Subquery>): Subquery {
  return {
    kind: 'select',
    where: null,
    joins: [],
    groupBy: [],
    order: [],
    distinct: false,
    limit: null,
    ...query,
  }
}

/**
 * What may be computed over the rows of a group. `spread` is the greatest less the least; `share` how many of a hundred
 * rows meet the measure's `where`.
 */
export type Aggregate = 'count' | 'sum' | 'average' | 'minimum' | 'maximum' | 'spread' | 'share'

/** A column, or what is computed of it: `column` is `name` of the query's table or `alias.name` of a join. */
export interface Measure {
  readonly column: string
  /** `count` of `*` counts rows. */
  readonly aggregate?: Aggregate
  /** Only with `aggregate`: equal values count once. */
  readonly distinct?: boolean
  /** Only with `share`, whose column is `*`. */
  readonly where?: Filter
}

/** A column to read, under a name of its own where it has one. */
export interface Selection extends Measure {
  readonly as?: string
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

/** One thing to sort by. */
export interface Order extends Measure {
  readonly descending: boolean
}

/** A condition on rows. Columns are `name` or `alias.name`. */
export type Filter =
  | (Measure & { readonly kind: 'compare'; readonly op: Comparison; readonly value: Value })
  /**
   * Compared with the one value that a query gives; nothing holds where it gives none. `per` names columns, as many as the
   * query groups by: each row is held, by `=` alone, against the value of the group that has what it has in them.
   */
  | (Measure & {
      readonly kind: 'compare-with'
      readonly op: Ordering
      readonly query: Subquery
      readonly per?: readonly string[]
    })
  /** Among the values that a query gives. */
  | { readonly kind: 'among'; readonly column: string; readonly query: Subquery }
  | { readonly kind: 'in'; readonly column: string; readonly values: readonly Value[] }
  | { readonly kind: 'all' | 'any'; readonly filters: readonly Filter[] }
  | { readonly kind: 'not'; readonly filter: Filter }

/**
 * How a column is compared. `contains` and `starts` ignore case and take the value literally (no wildcards);
 * `=` and `!=` with null mean "is null" and "is not null".
 */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'contains' | 'starts'

/** The comparisons that need no value known beforehand. */
export type Ordering = Exclude<Comparison, 'contains' | 'starts'>

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
