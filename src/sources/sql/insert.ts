import type { Value } from '../../model/index.ts'
import type { Dialect } from './dialect.ts'

/** Values one statement may have: the least of what the databases allow, with some left. */
const mostValues = 60_000
const mostRows = 1000

/** Inserts many rows with few statements. */
export async function insertInBatches(
  on: {
    readonly dialect: Dialect
    readonly run: (sql: string, parameters: readonly Value[]) => Promise<void>
  },
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): Promise<void> {
  const { dialect, run } = on
  const names = columns.map((column) => dialect.quote(column)).join(', ')
  const into = `insert into ${dialect.quote(table)} (${names}) values `
  const size = Math.min(mostRows, Math.floor(mostValues / Math.max(1, columns.length)))
  for (let from = 0; from < rows.length; from += size) {
    const some = rows.slice(from, from + size)
    let position = 0
    const places = some.map(
      (row) => `(${row.map(() => dialect.placeholder(++position)).join(', ')})`,
    )
    await run(into + places.join(', '), some.flat())
  }
}
