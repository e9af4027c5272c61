import type { Aggregate } from '../model/index.ts'
import { type Chunk, does } from './chunk.ts'
import { ownerOf, readFlag } from './column-meaning.ts'
import { rankByColumn } from './ranks.ts'
import type { Reader } from './reader.ts'

/** A column is asked for, plainly or to be counted or computed; always decides. */
export function readWanted(reader: Reader, chunk: Chunk): boolean {
  const { scene } = reader
  const { pending } = scene
  const { columns } = chunk
  if (pending.count || pending.howMuch) return countOrTell(reader, chunk)
  if (narrows(reader, chunk)) return true
  const [first] = pending.aggregates
  if (scene.isWithin && scene.focus !== null && (first === 'maximum' || first === 'minimum')) {
    pending.aggregates = []
    rankByColumn(reader, columns, first === 'maximum' ? 1 : -1)
    return true
  }
  if (first !== undefined) return compute(reader, chunk)
  if (pending.not && scene.focus !== null) {
    // "does not traverse the state": a verb for the key by which what follows is not linked.
    const keys = columns.filter(({ link }) => link !== null)
    const next = reader.chunks[reader.skip(reader.at + 1, 'plain')]
    if (keys.some(({ link }) => next?.tables.includes(link!.to.table) === true)) {
      scene.preferred = keys
      return true
    }
    const place = scene.place(columns)
    if (place === null) return true
    const { node, column } = place
    // "out of stock", "without credits": none of it. Anything else is missing where nothing stands.
    const isAmount = column.role === 'number' && Number(column.least) === 0
    const none = {
      kind: 'compare',
      column,
      op: isAmount ? '>' : '!=',
      value: isAmount ? 0 : null,
    } as const
    scene.attach(node, none)
    return true
  }
  if (isFlag(chunk) && !does(reader.next(), 'preposition', 'and', 'comma')) {
    readFlag(reader, columns)
    return true
  }
  if (!scene.wanted.some((one) => one.columns[0] === columns[0])) want(reader, chunk, null)
  pending.distinct = false
  return true
}

/** "how many tickets were sold": two words of one column, `tickets_sold`, with a verb between. */
function narrows({ scene, chunks, at }: Reader, { columns }: Chunk): boolean {
  const last = scene.wanted.at(-1)
  const i = chunks.findLastIndex((one, j) => j < at && one.op === null && one.columns.length > 0)
  const isNear =
    i >= 0 && chunks.slice(i + 1, at).every((one) => does(one, 'be') || one.op === null)
  if (last === undefined || !isNear || chunks[i]?.columns !== last.columns) return false
  const both = last.columns.filter((one) => columns.includes(one))
  if (both.length === 0 || both.length === last.columns.length) return false
  scene.wanted[scene.wanted.length - 1] = { ...last, columns: both }
  return true
}

function isFlag({ columns }: Chunk): boolean {
  return columns.every((one) => one.role === 'flag')
}

const allNames = /^(?:(?:full|first and last|first name and last) )?names?$/

function want(
  reader: Reader,
  { columns, text, plural }: Chunk,
  aggregate: Aggregate | null,
  isAmount = false,
): void {
  const { scene } = reader
  const { naming } = columns[0]!.table
  scene.wanted.push({
    columns,
    adjective: null,
    aggregate,
    distinct: scene.pending.distinct,
    plural,
    after: scene.nodes.length,
    isAmount,
    isName: naming.length > 1 && naming.includes(columns[0]!) && allNames.test(text),
    byKey: /\b(?:ids?|codes?|numbers?)$/.test(text),
    owner: ownerOf(reader, columns),
  })
}

/** "how many people live": a number that is told; "how many countries": values that are counted. */
function countOrTell(reader: Reader, chunk: Chunk): boolean {
  const { scene } = reader
  const { pending } = scene
  const { columns } = chunk
  if (pending.count && isFlag(chunk)) {
    readFlag(reader, columns)
    return true
  }
  const isNumber =
    columns.some((one) => one.role === 'number') &&
    !columns.some((one) => one.table.naming.includes(one))
  const { howMuch } = pending
  pending.count = false
  pending.howMuch = false
  if (isNumber || howMuch) {
    want(reader, chunk, pending.aggregates.shift() ?? null, !howMuch)
    return true
  }
  const counted = {
    columns,
    adjective: null,
    aggregate: 'count',
    distinct: true,
    plural: true,
  } as const
  const column = { ...counted, after: scene.nodes.length, isName: false }
  scene.counted.push({ table: null, node: null, column })
  return true
}

/** "the minimum and average age", "the average age and salary". */
function compute(reader: Reader, chunk: Chunk): boolean {
  const { pending } = reader.scene
  for (const aggregate of pending.aggregates) want(reader, chunk, aggregate)
  const isListed = does(reader.next(), 'and', 'comma') && (reader.next(2)?.columns.length ?? 0) > 0
  if (!isListed) pending.aggregates = []
  return true
}
