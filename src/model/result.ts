import type { Value, Values } from './value.ts'

/** The type of a column, the same word for every source. */
export type ColumnType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'number'
  | 'boolean'
  | 'date'
  | 'time'
  | 'datetime'
  | 'instant'
  | 'bytes'
  | 'json'
  | 'unknown'

/** What a source answered. */
export interface Result {
  /** In the order of the cells. A name that occurs twice gets `_2`, `_3` on the later ones. */
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[]
  readonly rows: readonly (readonly Value[])[]
  /** Rows returned, after the limit. */
  readonly rowCount: number
  /** True when the source had more rows than the limit. */
  readonly truncated: boolean
}

/** What a query cost and returned: kept in the Turn. */
export interface Asked {
  readonly source: string
  readonly kind: 'select' | 'sql'
  /** The text as it was sent to the source, with placeholders. */
  readonly text: string
  readonly parameters: readonly Value[]
  readonly result: Result
  readonly milliseconds: number
}

/** The rows as objects by column name, for templates. */
export function rowsOf(result: Result): readonly Values[] {
  const names = result.columns.map((column) => column.name)
  return result.rows.map((cells) => {
    const row: Record<string, Value> = {}
    for (let i = 0; i < names.length; i++) row[names[i]!] = cells[i] ?? null
    return row
  })
}
