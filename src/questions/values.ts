import { type Chunk, does, names, type ValueOption } from './chunk.ts'
import { compareWithRow } from './comparisons.ts'
import { type Node } from './draft.ts'
import { meantBeside } from './named-beside.ts'
import type { Value } from '../model/index.ts'
import { pathBetween } from './paths.ts'
import { type Reader } from './reader.ts'
import { bestValue } from './best-value.ts'
import type { Scene } from './scene.ts'
import { type Column, type Path, type Table } from './schema.ts'
import { keyDoneBy } from './self-keys.ts'
import { relatesItself } from './traits.ts'

/** A value was named: to be compared with, or to be found. */
export function readValue(reader: Reader, chunk: Chunk): void {
  const scene = reader.scene
  if (scene.pending.compare !== null) {
    compareWithRow(reader, chunk)
    return
  }
  readValues(reader, chunk)
}

/** One value, or several of one column with commas, "or" and "and" between them. */
export function readValues(reader: Reader, chunk: Chunk): void {
  const { scene } = reader
  const { pending } = scene
  const { at } = reader
  const group = listedWith(reader, chunk)
  const next = reader.chunks[reader.skip(reader.at + 1, 'plain')]
  const { not, or } = pending
  const doneBy = keyDoneBy(reader)
  const preferred = doneBy === null ? scene.preferred : [doneBy]
  const placing = meantBeside(reader.chunks, at)
  const relation = relationOf(reader, chunk, next)
  pending.not = false
  pending.or = false
  scene.preferred = []
  const isBeside = besideOf(reader)
  if (isOwnColumn(reader, chunk)) reader.at++
  scene.whenFocused(() => {
    scene.relation = relation
    scene.preferred = preferred
    const option = bestValue(relatedValues(placing, relation), scene, next, isBeside)
    if (option === null) return
    pending.not = not
    pending.or = or
    sayValue(reader, option, group, isBeside)
    scene.preferred = []
  })
}

/** The relation a value is told by: the one before it, or the verb right after it: "states that Utah borders". */
function relationOf(reader: Reader, chunk: Chunk, next: Chunk | undefined): Table | null {
  const { relation } = reader.scene
  if (relation !== null) {
    // "states that border the Missouri River": a river is no state.
    const own = next?.op === null ? next.tables : []
    const isOther = chunk.values.some(({ column: { table } }) => own.includes(table))
    return isOther && !own.some((one) => relates(relation, one)) ? null : relation
  }
  const after = reader.chunks[reader.at + 1]
  const verb =
    after?.op === null ? [...after.tables, ...after.columns.map(({ table }) => table)] : []
  const found = verb.find((table) => relatesItself(table))
  const end = reader.chunks[reader.at + 2]
  if (found === undefined || (end !== undefined && names(end))) return null
  reader.at++
  return found
}

function relates(relation: Table, table: Table): boolean {
  return relation.links.some(({ to }) => to.table === table)
}

/** The values listed with this one: "France, Spain or Italy". */
function listedWith(reader: Reader, chunk: Chunk): readonly Chunk[] {
  const group = [chunk]
  for (let i = reader.at + 1; i < reader.chunks.length; i++) {
    const [before, other] = [reader.chunks[i - 1], reader.chunks[i]!]
    if (does(other, 'comma', 'or', 'and')) continue
    if (does(other, 'preposition') && does(before, 'or', 'and', 'comma')) continue
    const shares = other.values.some(({ column }) =>
      chunk.values.some((one) => one.column === column),
    )
    if (!shares || other.tables.length > 0) break
    if (!does(before, 'comma', 'or', 'and', 'preposition')) break
    group.push(other)
    reader.at = i
  }
  return group
}

/** "the Ganga hostel": the column of the value right after it. */
function isOwnColumn(reader: Reader, { values }: Chunk): boolean {
  const after = reader.next()
  if (after === undefined || after.op !== null || after.tables.length > 0) return false
  const isOwn = after.columns.some((one) => values.some(({ column }) => leadsTo(one, column)))
  return isOwn && !does(reader.next(2), 'be', 'compare', 'number')
}

/** What a relation leads to is meant before anything else of that name. */
function relatedValues(chunk: Chunk, relation: Table | null): Chunk {
  const values = chunk.values.filter(
    ({ column: { table }, column }) =>
      relation?.links.some(({ to }) => to.table === table) === true &&
      table.naming.includes(column),
  )
  return values.length > 0 ? { ...chunk, values } : chunk
}

/** Tables named right before, or with nothing but "is" or "called" between. */
export function besideOf(reader: Reader): (table: Table) => boolean {
  const isArticle = (one: Chunk) =>
    ['the', 'a', 'an', 'prof', 'dr', 'mr', 'mrs', 'ms'].includes(one.text)
  const before = reader.chunks.slice(0, reader.at).findLast((one) => !isArticle(one))
  const i = before === undefined ? -1 : reader.chunks.indexOf(before)
  const named = does(before, 'be')
    ? reader.chunks.slice(0, i).findLast((one) => one.op !== null || names(one))
    : before
  const isSubject =
    does(before, 'be') && before !== undefined && /^(?:is|are|was|were)$/.test(before.text)
  const [noun, of] = reader.chunks.slice(Math.max(0, i - 1), i + 1)
  const isOf =
    of === before &&
    does(of, 'preposition') &&
    of?.text === 'of' &&
    noun !== undefined &&
    !noun.plural
  const latest = reader.scene.nodes.at(-1)?.conditions ?? []
  const isRanked = latest.some(({ kind }) => kind === 'extreme')
  const isColumn = named !== undefined && named.columns.length > 0 && named.tables.length === 0
  return (table) =>
    (isOf && !isRanked && noun.tables.includes(table)) ||
    (!isSubject && named?.tables.includes(table) === true) ||
    (isColumn && named.columns.some((one) => one.table === table && table.naming.includes(one)))
}

/** Says of the nearest rows that they have a value. */
export function sayValue(
  reader: Reader,
  option: ValueOption,
  group: readonly Chunk[],
  isBeside: (table: Table) => boolean,
): void {
  const scene = reader.scene
  const { column } = option
  const sameColumn = group.map(({ values }) => values.filter((one) => one.column === column))
  const all = sameColumn
    .flatMap((some) => some.filter((one) => one.score === some[0]?.score))
    .map(({ value }) => value)
  const not = scene.pending.not
  if (column.distinct === 1 && column.table.rows > 3 && !not) return
  const related = scene.addRelated(column.table, not)
  if (related !== null) scene.pending.not = false
  const open = related ?? belowLast(reader, column, isBeside) ?? scene.open(column.table)
  if (open === undefined) scene.pending.not = false
  const place = open === undefined ? scene.place([column]) : { node: open, column }
  if (place === null) {
    scene.doubt += 0.5
    return
  }
  if (open === undefined && not) negateLink(place.node)
  const values = [...new Set(all)]
  if (scene.holdsBoth && values.length > 1 && sayEach(reader, column, values)) return
  const isPart = option.isPart && group.length === 1
  if (isPart && values.length > 1) scene.attach(place.node, { kind: 'in', column, values })
  else if (values.length > 1) scene.attach(place.node, { kind: 'in', column, values })
  else scene.attach(place.node, { kind: 'compare', column, op: '=', value: option.value })
  reader.lastColumn = null
}

/** "worked on both Toyota and Ford vehicles": linked to a row with each of the values. */
function sayEach({ scene }: Reader, column: Column, values: readonly Value[]): boolean {
  const { focus } = scene
  scene.holdsBoth = false
  if (focus === null) return false
  const path = pathToSeveral(scene, focus, column.table)
  if (path === null) return false
  dropLinkTo(scene, focus, column.table)
  for (const value of values) {
    const node = scene.hang(column.table, focus, path)
    node.conditions.push({ kind: 'compare', column, op: '=', value })
  }
  return true
}

/** The way to several rows: along keys that others hold, or through all rows that share what is asked for. */
function pathToSeveral(scene: Scene, focus: Node, table: Table): Path | null {
  const path = pathBetween(focus.table, table, scene.hint)
  if (path === null) return null
  if (path.some((link) => !link.toOne)) return path
  const asked = scene.wanted.flatMap(
    ({ columns }) => columns.find((one) => one.table === focus.table) ?? [],
  )
  const [name] = focus.table.repeats ? focus.table.naming : focus.implied ? asked : []
  return name === undefined ? null : [{ from: name, to: name, toOne: false }, ...path]
}

/** What had been linked without anything said of it yet says no more than what is linked now. */
function dropLinkTo(scene: Scene, focus: Node, table: Table): void {
  const i = focus.conditions.findIndex(
    (one) =>
      one.kind === 'link' &&
      one.child.conditions.length === 0 &&
      one.negated !== true &&
      (one.child.table === table || pathBetween(one.child.table, table) !== null),
  )
  const link = focus.conditions[i]
  if (link?.kind !== 'link') return
  focus.conditions.splice(i, 1)
  scene.nodes.splice(scene.nodes.indexOf(link.child), 1)
}

/**
 * "which states does the longest river in Texas run through": Texas is no state that is asked for, but where the river
 * is, which was named last.
 */
function belowLast(
  { scene }: Reader,
  { table, name: called }: Column,
  isBeside: (table: Table) => boolean,
): Node | undefined {
  const { focus } = scene
  const last = scene.nodes.at(-1)
  const isName = table.naming.some(({ name }) => name === called)
  if (focus === null || last === undefined || last === focus || focus.table !== table)
    return undefined
  if (!isName || focus.implied || isBeside(table) || last.table === table) return undefined
  const isRanked = last.conditions.some(({ kind }) => kind === 'extreme')
  const path = isRanked ? pathBetween(last.table, table) : null
  return path === null ? undefined : scene.hang(table, last, path)
}

/** Not linked, in the place of linked. */
export function negateLink(node: Node): void {
  const { parent } = node
  const i = parent?.conditions.findIndex((one) => one.kind === 'link' && one.child === node) ?? -1
  const link = parent?.conditions[i]
  if (parent !== null && link !== undefined) parent.conditions[i] = { ...link, negated: true }
}

/** The column itself, or the one that names what it leads to. */
export function leadsTo(one: Column, column: Column): boolean {
  if (one === column) return true
  return (
    one.link !== null && one.link.to.table === column.table && column.table.naming.includes(column)
  )
}
