import type { Nest, Results, Value, Values } from '../model/index.ts'
import { rowsOf } from '../model/index.ts'
import { groupBy } from '../util/index.ts'

/** A row as a template sees it: its cells, and under the names of nested queries lists of their rows. */
export type Row = Readonly<Record<string, Value | readonly Row[]>>

/** The rows of every query by its name, each nested one under the rows it belongs to. */
export function nestRows(
  results: Results,
  nests: readonly Nest[],
): Readonly<Record<string, readonly Row[]>> {
  const flat: Record<string, readonly Row[]> = {}
  for (const [name, result] of Object.entries(results)) flat[name] = rowsOf(result)
  let rows: Readonly<Record<string, readonly Row[]>> = flat
  // The innermost first: a nest under a nested query must be in place before that one is put under its own.
  for (const nest of nests.toReversed()) rows = { ...rows, [nest.under]: under(rows, nest) }
  return rows
}

function under(rows: Readonly<Record<string, readonly Row[]>>, nest: Nest): readonly Row[] {
  const byKey = groupBy(rows[nest.query] ?? [], (row) => keyOf(row as Values, nest.column))
  return (rows[nest.under] ?? []).map((row) => ({
    ...row,
    [nest.query]: byKey.get(keyOf(row as Values, nest.equals)) ?? [],
  }))
}

/** Keys of different sources compare as text: one database's integer is another's string. */
function keyOf(row: Values, column: string): string {
  return String(row[column] ?? '').toLowerCase()
}
