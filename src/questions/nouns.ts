import { crossesBridge } from './bridges.ts'
import { type Chunk, does } from './chunk.ts'
import { readRelation } from './column-meaning.ts'
import { readColumn } from './columns.ts'
import { comparesNext, countOf } from './comparisons.ts'
import { readDefinition } from './definitions.ts'
import { type Node } from './draft.ts'
import { ranksThingNext } from './named-things.ts'
import { valueOf } from './numbers.ts'
import { pathBetween } from './paths.ts'
import { rankByCount, rankBySuperlative } from './ranks.ts'
import { type Reader } from './reader.ts'
import { isAkin, isPerson, relatesItself } from './traits.ts'
import { type Table } from './schema.ts'
import { readValue } from './values.ts'
import { stemOf } from './words.ts'

/** Something of the schema was named. */
export function readName(reader: Reader, chunk: Chunk): void {
  if (readDefinition(reader, chunk)) return
  switch (roleOf(reader, chunk)) {
    case 'table':
      return readTable(reader, chunk)
    case 'column':
      return readColumn(reader, chunk)
    case 'value':
      return readValue(reader, chunk)
  }
}

/** Whether words that may be several things are a table, a column or a value here. */
export function roleOf(reader: Reader, chunk: Chunk): 'table' | 'column' | 'value' {
  const { tables, columns, values } = chunk
  const { pending, focus, wanted } = reader.scene
  if (tables.length === 0 && columns.length === 0) return 'value'
  if (values.length > 0 && isValueHere(reader, chunk)) return 'value'
  if (tables.length === 0) return 'column'
  if (columns.length === 0) return 'table'
  const owned = columns.some((one) => one.table === focus?.table && one.link === null)
  if ((pending.group || pending.order) && owned) return 'column'
  if (pending.count && !pending.group) return owned && focus !== null ? 'column' : 'table'
  const previous = reader.chunks[reader.at - 1]
  const beforeThat = reader.chunks[reader.at - 2]
  const isListed =
    does(previous, 'and', 'comma') &&
    beforeThat !== undefined &&
    beforeThat.columns.length > 0 &&
    (wanted.length > 0 || does(beforeThat, 'comma'))
  const follows = reader.chunks
    .slice(reader.at + 1, reader.at + 12)
    .find((one) => one.tables.length > 0 && one.columns.length === 0)
  const isOwned = follows !== undefined && columns.some((one) => follows.tables.includes(one.table))
  if (
    focus === null &&
    isOwned &&
    (isListed || does(reader.next(), 'and', 'comma') || does(reader.next(), 'preposition'))
  )
    return 'column'
  if (isListed && (isOwned || owned)) return 'column'
  if (
    focus !== null &&
    owned &&
    does(reader.chunks[reader.skip(reader.at + 1)], 'be', 'compare', 'number')
  )
    return 'column'
  if (
    focus !== null &&
    owned &&
    reader.chunks[reader.at + 1]?.values.some(({ column }) => columns.includes(column))
  )
    return 'column'
  return 'table'
}

/** Words that name a column and are a value of another: the value where a thing was named that has it. */
export function isValueHere(reader: Reader, chunk: Chunk): boolean {
  const { focus } = reader.scene
  if (chunk.quoted) return true
  if (chunk.weight >= 2.6) return false
  const last = reader.columnBefore()
  if (last !== null && chunk.values.some(({ column }) => last.columns.includes(column))) return true
  return (
    chunk.weight < 1.6 &&
    focus !== null &&
    chunk.values.some(({ column, score }) => score === 1 && column.table === focus.table)
  )
}

/** A table was named. */
export function readTable(reader: Reader, chunk: Chunk): void {
  const { scene } = reader
  const { pending } = scene
  if (chunk.tables.every(relatesItself) && readRelation(reader, chunk)) return
  if (crossesBridge(reader, chunk)) return
  const [table] = preferredTables(reader, chunk.tables)
  if (table === undefined || groupsOrSorts(reader, chunk, table)) return
  if (pending.count) return countTable(reader, table)
  if (pending.most !== null) {
    const direction = pending.most
    pending.most = null
    return rankByCount(reader, table, direction)
  }
  if (pending.mode !== null && scene.focus === null) {
    // "the most common room of guests" names a column, a table has its linked rows counted.
    scene.ranksGroups = pending.mode
    pending.mode = null
  }
  const node = enter(reader, table)
  if (node === null) {
    scene.doubt += 0.5
    return
  }
  if (pending.superlative !== null && !ranksThingNext(reader, table))
    rankBySuperlative(reader, node)
  reader.lastColumn = null
}

/** "per customer", "sorted by number of orders". */
function groupsOrSorts(reader: Reader, { tables, columns }: Chunk, count: Table): boolean {
  const { scene, descending } = reader
  const { pending } = scene
  if (pending.group) {
    pending.group = false
    // "in each instrument family": a column of what was named just before it.
    const next = reader.next()
    const own = next?.op === null ? next.columns.filter((one) => tables.includes(one.table)) : []
    if (own.length > 0 && next?.tables.length === 0) {
      reader.at++
      scene.groups.push({ tables: [], columns: own })
      return true
    }
    scene.groups.push({ tables, columns })
    return true
  }
  if (!pending.order) return false
  pending.order = false
  pending.count = false
  scene.sorts.push({ columns, adjective: null, count, aggregate: null, descending })
  return true
}

/** "how many orders", "whose number of orders is above 3", "the highest number of orders". */
function countTable(reader: Reader, table: Table): void {
  const { scene } = reader
  const { pending } = scene
  pending.count = false
  if (scene.isWithin && scene.focus !== null && comparesNext(reader)) {
    const at = reader.skip(reader.at + 1, 'be', 'plain')
    const compare = reader.chunks[at]
    const number = reader.chunks[reader.skip(at + 1, 'plain')]
    if (compare?.op?.op === 'compare' && does(number, 'number')) {
      reader.at = reader.chunks.indexOf(number!)
      return countOf(reader, [table], compare.op.ordering, valueOf(number!))
    }
  }
  const direction = pending.most ?? pending.superlative?.adjective.direction ?? null
  pending.most = null
  pending.superlative = null
  if (direction === null) scene.counted.push({ table, node: enter(reader, table), column: null })
  else rankByCount(reader, table, direction)
}

/** Of several tables called alike the one that is there already, else the nearest. */
export function preferredTables(reader: Reader, tables: readonly Table[]): readonly Table[] {
  const { nodes } = reader.scene
  const open = tables.filter((table) => nodes.some((node) => node.table === table))
  if (open.length > 0) return open
  if (nodes.length === 0) return tables
  return tables.filter((table) => reader.scene.nearest(table) !== null).concat(tables)
}

/** A table is named: again, or as something new that hangs on what was there. */
export function enter(reader: Reader, table: Table): Node | null {
  const scene = reader.scene
  const { pending } = scene
  if (scene.focus !== null && (scene.relation !== null || scene.preferred.length > 0)) {
    const related = scene.addRelated(table, pending.not)
    if (related !== null) {
      pending.not = false
      return related
    }
  }
  const open = scene.open(table)
  const previous = reader.chunks[reader.at - 1]
  const isAnother = open !== undefined && scene.isWithin && isRelated(previous)
  if (open !== undefined && !isAnother) return open
  if (scene.focus === null && scene.asks === 'who') enterPerson(reader, table)
  const { not } = pending
  pending.not = false
  return scene.addNode(table, { negated: not })
}

/** "who sings in the opera": the people that what is named has to do with. */
export function enterPerson(reader: Reader, table: Table): void {
  const scene = reader.scene
  const leads = reader.chunks.some(
    ({ columns, tables }) => tables.length === 0 && columns.some(({ link }) => link !== null),
  )
  if (isPerson(table) || leads || scene.wanted.length > 0) return
  const paths = scene.schema.tables.flatMap((one) => {
    const isNamed = reader.chunks.some(
      ({ unknown, text }) =>
        unknown && one.called.concat(one.name).some((name) => isAkin(stemOf(text), stemOf(name))),
    )
    const path = isPerson(one) || isNamed ? pathBetween(table, one, scene.hint) : null
    if (path === null) return []
    const hinted = path.reduce((sum, link) => sum + scene.hint(link), 0)
    // Of two people in one relation the first is who does it.
    const last = path.at(-1)
    const place = last === undefined ? 0 : last.from.table.columns.indexOf(last.from) * 0.01
    return [{ one, cost: path.length + place - hinted - (isNamed ? 1 : 0) }]
  })
  const [nearest] = paths.toSorted((a, b) => a.cost - b.cost)
  if (nearest !== undefined) scene.addNode(nearest.one, { implied: true })
}

/** A verb or the name of a relation stood between: "states that border states". */
export function isRelated(previous: Chunk | undefined): boolean {
  return previous?.unknown === true
}
