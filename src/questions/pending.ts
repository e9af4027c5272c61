import type { Aggregate, Ordering } from '../model/index.ts'
import type { Node } from './draft.ts'
import type { Column } from './schema.ts'
import type { Adjective } from './vocabulary/adjectives.ts'

/** Something asked for whose place is not known yet. */
export interface Wanted {
  /** What it may be; empty for what an adjective means of the thing asked about. */
  readonly columns: readonly Column[]
  readonly adjective: Adjective | null
  aggregate: Aggregate | null
  distinct: boolean
  readonly plural: boolean
  /** How many nodes there were when it was named: what comes after it owns it. */
  readonly after: number
  /** All the columns that name a row, not one of them. */
  readonly isName: boolean
  /** "how many people": an amount, added up over what is not one row. */
  readonly isAmount?: boolean
  /** The key itself was asked for, not what it leads to. */
  readonly byKey?: boolean
  /** Whose it is, where the words around it say so; `next` is the thing named after it. */
  readonly owner?: Node | 'next' | null
}

/** What has been said and waits for the words it is about. */
export interface Pending {
  count: boolean
  howMuch: boolean
  aggregates: Aggregate[]
  superlative: { adjective: Adjective; word: string } | null
  most: 1 | -1 | null
  mode: 1 | -1 | null
  not: boolean
  or: boolean
  group: boolean
  order: boolean
  distinct: boolean
  top: 1 | -1 | null
  compare: { op: Ordering; adjective: Adjective | null; word: string } | null
}
