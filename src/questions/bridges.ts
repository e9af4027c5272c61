import { type Chunk, does } from './chunk.ts'
import type { Reader } from './reader.ts'
import { isPerson } from './traits.ts'
import type { Table } from './schema.ts'

/**
 * "work on more than one project", "how many projects does each researcher work on": what is counted lies across the
 * bridge, so the words for the bridge only say along which way. Where more is told of its rows they stay rows.
 */
export function crossesBridge({ chunks, scene }: Reader, { tables }: Chunk): boolean {
  const [bridge] = tables
  if (bridge?.isBridge !== true || !chunks.some(tallies) || tellsOf(chunks, bridge)) return false
  const ends = bridge.columns.flatMap(({ link }) => (link === null ? [] : [link.to.table]))
  const isNamed = (end: Table) => chunks.some((one) => one.op === null && one.tables.includes(end))
  if (!ends.every((end) => isNamed(end) || (scene.asks === 'who' && isPerson(end)))) return false
  scene.preferred = bridge.columns.filter(({ link }) => link !== null)
  return true
}

function tallies(chunk: Chunk): boolean {
  return does(chunk, 'compare', 'most', 'each', 'not', 'trailing')
}

/** Whether something that stands only on the rows of the bridge is spoken of. */
function tellsOf(chunks: readonly Chunk[], bridge: Table): boolean {
  return chunks.some(
    ({ columns, tables, values }) =>
      values.some(({ column }) => column.table === bridge) ||
      (tables.length === 0 && columns.some((one) => one.table === bridge && one.link === null)),
  )
}
