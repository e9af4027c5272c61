import { type Chunk, does } from './chunk.ts'
import type { Reader } from './reader.ts'
import { isRankable } from './traits.ts'
import type { Column } from './schema.ts'

/** "by salary", "each department", "sorted by name". */
export function groupOrSort(reader: Reader, chunk: Chunk): boolean {
  const { pending } = reader.scene
  if (pending.group) {
    pending.group = false
    if (!ranksTop(reader, chunk) && !ranksExtreme(reader, chunk)) group(reader, chunk)
    return true
  }
  if (!pending.order) return false
  pending.order = false
  sortBy(reader, chunk.columns, reader.descending)
  return true
}

function sortBy({ scene }: Reader, columns: readonly Column[], descending: boolean): void {
  const aggregate = scene.pending.aggregates.shift() ?? null
  scene.sorts.push({ columns, adjective: null, count: null, aggregate, descending })
}

/** "top 3 by rating". */
function ranksTop(reader: Reader, { columns }: Chunk): boolean {
  const ranked = columns.filter(isRankable)
  if (reader.ranksTop === null || ranked.length === 0) return false
  sortBy(reader, ranked, reader.ranksTop > 0)
  return true
}

/** "the smallest state by area". */
function ranksExtreme(reader: Reader, { columns }: Chunk): boolean {
  const { focus } = reader.scene
  const ranked = columns.find((one) => isRankable(one) && one.table === focus?.table)
  if (focus === null || ranked === undefined || !does(reader.chunks[reader.at - 1], 'by'))
    return false
  const at = focus.conditions.findIndex(
    (one) => one.kind === 'extreme' && one.measure.kind === 'column',
  )
  const known = focus.conditions[at]
  if (known?.kind !== 'extreme') return false
  focus.conditions[at] = { ...known, measure: { kind: 'column', column: ranked } }
  return true
}

function group(reader: Reader, { tables, columns }: Chunk): void {
  const { scene } = reader
  reader.lastColumn = null
  // "each fuel type": the kind of what was named.
  if (/^(?:type|kind|category|level|group|name)$/.test(reader.next()?.text ?? '')) reader.at++
  scene.groups.push({ tables, columns })
  const another = reader.next(2)
  const isLast = reader.next(3) === undefined
  scene.pending.group = does(reader.next(), 'and') && isLast && (another?.columns.length ?? 0) > 0
}
