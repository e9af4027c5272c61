import { type Chunk, does, names } from './chunk.ts'
import type { Node } from './draft.ts'
import { reversed } from './paths.ts'
import { rankBySuperlative } from './ranks.ts'
import type { Reader } from './reader.ts'
import type { Column, Link, Table } from './schema.ts'
import type { Adjective } from './vocabulary/adjectives.ts'

/** A column that stands for a thing of another table: the capital of a state is a city, the head of a ward a doctor. */
interface NamedThing {
  readonly column: Column
  readonly link: Link
}

/**
 * "the population of the capital of Kerala", "the oldest captain": what is asked is told of the thing that the column
 * stands for. Decides where the words around it say so; "the capital of Kerala" alone is the column.
 */
export function readNamedThing(reader: Reader, chunk: Chunk): boolean {
  const thing = thingOf(chunk, reader.scene.focus?.table)
  if (thing === null) return false
  const isDoubled = reader.next()?.tables.includes(thing.link.to.table) === true
  if (isDoubled) reader.at++
  if (!isSpokenOf(reader, thing)) return false
  enter(reader, thing)
  return true
}

/** "which ward's head is the oldest": the most or the least of the things named just before. */
export function ranksThingBefore(reader: Reader, adjective: Adjective): boolean {
  const { scene, lastColumn } = reader
  const { focus, wanted, pending } = scene
  const thing = lastColumn === null ? null : thingWith(lastColumn.columns, focus?.table)
  const between = reader.chunks.slice((lastColumn?.at ?? 0) + 1, reader.at)
  const isSubject = between.some((one) => does(one, 'be'))
  const isIts = (one: Chunk) => one.tables.includes(thing!.link.to.table)
  if (thing === null || !isSubject) return false
  if (focus === null ? wanted.length > 1 : focus.table !== thing.column.table) return false
  if (!between.every((one) => does(one, 'be') || (one.op === null && (!names(one) || isIts(one)))))
    return false
  if (scene.byAdjective(bare(thing.link.to.table), adjective) === null) return false
  if (wanted.at(-1)?.columns.includes(thing.column) === true) wanted.pop()
  pending.superlative = { adjective, word: '' }
  enter(reader, thing)
  return true
}

/** Whether a superlative before a table is about a thing named right after it: "the largest state capital". */
export function ranksThingNext(reader: Reader, table: Table): boolean {
  const next = reader.next()
  const thing = next === undefined ? null : thingOf(next, table)
  const adjective = reader.scene.pending.superlative?.adjective
  if (thing?.column.table !== table || adjective === undefined) return false
  return reader.scene.byAdjective(bare(thing.link.to.table), adjective) !== null
}

function thingOf(
  { columns, tables, values, op }: Chunk,
  owner: Table | undefined,
): NamedThing | null {
  if (op !== null || tables.length > 0 || values.length > 0) return null
  return thingWith(columns, owner)
}

function thingWith(columns: readonly Column[], owner: Table | undefined): NamedThing | null {
  const own = columns.find(({ table }) => table === owner) ?? columns[0]
  const link = own?.names ?? own?.link ?? null
  return own === undefined || link === null || link.to.table.naming.length === 0
    ? null
    : { column: own, link }
}

/** Whether something that only the thing has is asked of it, or it is the most or the least of its kind. */
function isSpokenOf(reader: Reader, { link }: NamedThing): boolean {
  const { scene, chunks, at } = reader
  const { table } = link.to
  const { superlative, count } = scene.pending
  if (count) return false
  if (superlative !== null) return scene.byAdjective(bare(table), superlative.adjective) !== null
  const has = (chunk: Chunk | undefined) =>
    chunk?.op === null && chunk.columns.some((one) => one.table === table && one.link === null)
  const before = chunks.slice(0, at).findLast((one) => one.op !== null || one.columns.length > 0)
  const asked = scene.wanted.at(-1)
  const isOf = does(before, 'preposition')
  const isAsked = asked?.columns.some((one) => one.table === table) ?? asked?.adjective !== null
  if (isOf && asked !== undefined && isAsked && scene.focus === null) return true
  const next = reader.next()
  const follows = next?.op?.op === 'relative' && ['have', 'with', 'whose'].includes(next.op.word)
  const isSubject = scene.focus !== null || scene.wanted.length === 0
  return follows && isSubject && chunks.slice(at + 2).some(has)
}

function enter(reader: Reader, { column, link }: NamedThing): void {
  const { scene } = reader
  const { focus } = scene
  reader.lastColumn = null
  if (focus?.table === column.table) {
    const node = scene.hang(link.to.table, focus, [link])
    scene.wanted.push({ ...plainly, columns: [column], after: 0, owner: focus })
    node.conditions.push({ kind: 'link', child: bare(column.table), path: [reversed(link)] })
    if (scene.pending.superlative !== null) rankBySuperlative(reader, node)
    return
  }
  const node = scene.addNode(link.to.table)
  if (node === null) {
    scene.doubt += 0.5
    return
  }
  scene.hang(column.table, node, [reversed(link)], { implied: true })
  if (scene.pending.superlative !== null) rankBySuperlative(reader, node)
}

const plainly = {
  adjective: null,
  aggregate: null,
  distinct: false,
  plural: false,
  isName: false,
} as const

function bare(table: Table): Node {
  return { table, conditions: [], parent: null, implied: true }
}
