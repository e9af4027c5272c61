import type { Value } from '../../model/index.ts'

/** A query as a database takes it: text, and the values for its placeholders. */
export interface Statement {
  readonly kind: 'select' | 'sql'
  readonly text: string
  readonly parameters: readonly Value[]
  /** Rows at the most; one more is read. */
  readonly limit: number
  /** For each output column, the column of a table whose type it has; null where the database tells. */
  readonly origins: readonly (Origin | null)[]
}

/** A column of a table. */
export interface Origin {
  readonly table: string
  readonly column: string
}
