import type { Chunk } from './chunk.ts'
import type { Table } from './schema.ts'

/** Meanings of one word that are all weighed; in a large schema a thousand columns are called "name". */
const few = 24

/**
 * The chunks, where a word has very many meanings with those alone that are near what the rest of the question names, so
 * that a large schema costs a question no more than a small one.
 */
export function narrowed(chunks: readonly Chunk[]): readonly Chunk[] {
  if (chunks.every((one) => one.columns.length <= few && one.tables.length <= few)) return chunks
  const named = new Set(chunks.flatMap(tablesOf))
  const near = new Set([...named].flatMap((table) => [table, ...besides(table)]))
  return chunks.map((chunk) => ({
    ...chunk,
    columns: nearest(chunk.columns, (one) =>
      named.has(one.table) ? 2 : near.has(one.table) ? 1 : 0,
    ),
    tables: nearest(chunk.tables, (one) => (named.has(one) ? 2 : near.has(one) ? 1 : 0)),
  }))
}

/** The tables a chunk speaks of, where it does not speak of very many. */
function tablesOf({ tables, columns, values, definitions }: Chunk): readonly Table[] {
  const valued = new Set(values.map(({ column }) => column.table))
  const told = new Set(columns.map(({ table }) => table))
  return [
    ...(tables.length <= few ? tables : []),
    ...(told.size <= few ? told : []),
    ...(valued.size <= few ? valued : []),
    ...definitions.map(({ table }) => table),
  ]
}

function besides(table: Table): readonly Table[] {
  return table.links.length > few ? [] : table.links.map(({ to }) => to.table)
}

function nearest<T>(some: readonly T[], worth: (one: T) => number): readonly T[] {
  if (some.length <= few) return some
  const most = Math.max(...some.map(worth))
  const best = some.filter((one) => (most === 0 ? true : worth(one) > 0))
  return best.slice(0, most === 0 ? few : best.length)
}
