import type { Aggregate, Filter, Ordering, Value } from '../model/index.ts'
import type { Column, Path, Table } from './schema.ts'

/** Rows of one table that a question speaks of, and what it says of them. */
export interface Node {
  readonly table: Table
  readonly conditions: Condition[]
  readonly parent: Node | null
  /** The table was not named: something of it was. */
  readonly implied: boolean
}

/** A word said of the rows of a table, and what it means. */
export interface Definition {
  readonly table: Table
  readonly called: string
  readonly filter: Filter
}

/** What is computed for each row of a node: one of its columns, or something of the rows linked to it. */
export type Measure =
  | { readonly kind: 'column'; readonly column: Column }
  | {
      readonly kind: 'linked'
      readonly aggregate: Aggregate
      /** Null counts rows. */
      readonly column: Column | null
      readonly child: Node
      readonly path: Path
    }

/** What is said of the rows of a node. */
export type Condition = { negated?: boolean; or?: boolean } & (
  | {
      readonly kind: 'compare'
      readonly column: Column
      readonly op: Ordering
      readonly value: Value
    }
  | { readonly kind: 'in'; readonly column: Column; readonly values: readonly Value[] }
  | {
      readonly kind: 'match'
      readonly column: Column
      readonly how: 'contains' | 'starts' | 'ends'
      readonly text: string
    }
  | {
      readonly kind: 'range'
      readonly column: Column
      readonly least: Value
      readonly greatest: Value
    }
  /** Linked to a row of the child. */
  | {
      readonly kind: 'link'
      readonly child: Node
      readonly path: Path
      /** Only to tell of: a row without a partner stays. */
      readonly optional?: boolean
    }
  /** What is computed of linked rows, compared with a number. */
  | {
      readonly kind: 'measure'
      readonly measure: Extract<Measure, { kind: 'linked' }>
      readonly op: Ordering
      readonly value: number
    }
  /** What its owner defined a word to mean. */
  | { readonly kind: 'defined'; readonly definition: Definition }
  /** The most or the least of all. */
  | {
      readonly kind: 'extreme'
      readonly measure: Measure
      readonly direction: 1 | -1
      /** Of each group by itself. */
      readonly per?: Group
    }
  /** More than the average, or than what another row has. */
  | {
      readonly kind: 'relative'
      readonly column: Column
      readonly op: Ordering
      readonly to: Node
      readonly of: Column
      readonly aggregate: Aggregate | null
    }
)

/** Something to tell. */
export type Output =
  | {
      readonly kind: 'column'
      readonly node: Node
      readonly column: Column
      readonly aggregate: Aggregate | null
      readonly distinct: boolean
    }
  | { readonly kind: 'count'; readonly node: Node }
  /** How many of a hundred rows meet some conditions. */
  | { readonly kind: 'share'; readonly node: Node; readonly conditions: readonly Condition[] }
  /** The rows themselves. */
  | { readonly kind: 'row'; readonly node: Node }

/** By what rows are grouped. */
export interface Group {
  readonly node: Node
  readonly columns: readonly Column[]
}

/** By what rows, or groups, are sorted. */
export interface Sort {
  readonly node: Node
  /** Null counts rows. */
  readonly column: Column | null
  readonly aggregate: Aggregate | null
  readonly descending: boolean
}

/** What a question asks, in terms of the schema. */
export interface Draft {
  readonly focus: Node
  readonly outputs: readonly Output[]
  readonly groups: readonly Group[]
  readonly having: readonly {
    readonly output: Output
    readonly op: Ordering
    readonly value: number
  }[]
  readonly sorts: readonly Sort[]
  readonly limit: number | null
  readonly distinct: boolean
}

/** A node of a table. */
export function nodeOf(table: Table, parent: Node | null = null, implied = false): Node {
  return { table, conditions: [], parent, implied }
}
