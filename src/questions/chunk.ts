import type { Aggregate, Ordering, Value } from '../model/index.ts'
import type { Definition } from './draft.ts'
import type { Column, Table } from './schema.ts'
import type { Adjective } from './vocabulary/adjectives.ts'

/** What words do in a question, where they name nothing of the schema. */
export type Op =
  | { readonly op: 'count' }
  /** "how old". */
  | { readonly op: 'how'; readonly adjective: Adjective }
  | { readonly op: 'how-much' }
  | { readonly op: 'aggregate'; readonly aggregate: Aggregate }
  /** "largest". */
  | { readonly op: 'superlative'; readonly adjective: Adjective; readonly word: string }
  /** "most", "fewest". */
  | { readonly op: 'most'; readonly direction: 1 | -1 }
  /** "most common". */
  | { readonly op: 'mode'; readonly direction: 1 | -1 }
  /** "more than", "older than". */
  | {
      readonly op: 'compare'
      readonly ordering: Ordering
      readonly adjective: Adjective | null
      readonly word: string
    }
  | { readonly op: 'trailing'; readonly ordering: Ordering }
  | { readonly op: 'between' }
  | { readonly op: 'contains'; readonly how: 'contains' | 'starts' | 'ends' }
  | {
      readonly op:
        | 'each'
        | 'by'
        | 'order'
        | 'not'
        | 'and'
        | 'or'
        | 'comma'
        | 'distinct'
        | 'both'
        | 'be'
        | 'any'
        | 'all'
        | 'average-of-all'
        | 'spread'
        | 'nobody'
        | 'nothing'
    }
  | { readonly op: 'direction'; readonly descending: boolean }
  /** "top", "first". */
  | { readonly op: 'top'; readonly direction: 1 | -1 }
  /** "whose", "that", "with". */
  | { readonly op: 'relative' | 'preposition' | 'wh'; readonly word: string }
  | { readonly op: 'who' | 'where' | 'when' }
  | { readonly op: 'number'; readonly value: number }
  | {
      readonly op: 'dates'
      readonly from: string
      readonly to: string
      readonly year: number | null
    }
  | { readonly op: 'years'; readonly from: number; readonly to: number }
  | { readonly op: 'unit'; readonly columns: readonly string[] }
  | { readonly op: 'percent' }

/** What the words at a place do, and how many of them. */
export interface Operator {
  readonly length: number
  readonly op: Op
}

/** A value of a column that words may mean. */
export interface ValueOption {
  readonly column: Column
  readonly value: Value
  readonly score: number
  readonly isPart: boolean
}

/** Words that belong together, with everything they may mean. */
export interface Chunk {
  /** The tokens it covers, both inclusive. */
  readonly first: number
  readonly last: number
  readonly text: string
  readonly op: Op | null
  readonly tables: readonly Table[]
  readonly columns: readonly Column[]
  readonly values: readonly ValueOption[]
  /** What owners defined the words to mean. */
  readonly definitions: readonly Definition[]
  /** How well the best fits, 0 to 3. */
  readonly weight: number
  readonly plural: boolean
  /** "Rao's". */
  readonly owns: boolean
  /** In quotation marks. */
  readonly quoted: boolean
  /** Words nothing is known of. */
  readonly unknown: boolean
}

/** Whether a chunk does this. */
export function does(chunk: Chunk | undefined, ...ops: readonly Op['op'][]): boolean {
  return chunk?.op !== null && chunk !== undefined && ops.includes(chunk.op.op)
}

/** Whether a chunk names a table, a column or a value. */
export function names(chunk: Chunk | undefined): boolean {
  return (
    chunk !== undefined &&
    chunk.op === null &&
    chunk.tables.length + chunk.columns.length + chunk.values.length + chunk.definitions.length > 0
  )
}
