import { readDates } from './dates-and-texts.ts'
import { type Ordering } from '../model/index.ts'
import { type Chunk, does } from './chunk.ts'
import { countOf } from './comparisons.ts'
import { readDefinition } from './definitions.ts'
import type { Condition, Node } from './draft.ts'
import { fitted, holds, mirrored, valueOf, yearCondition } from './numbers.ts'
import { type Reader } from './reader.ts'
import { bestValue } from './best-value.ts'
import { type Scene } from './scene.ts'
import { hasWord, isRankable } from './traits.ts'
import { type Column } from './schema.ts'
import { stemOf } from './words.ts'
import type { Adjective } from './vocabulary/adjectives.ts'

/** "between 20 and 30". */
export function readBetween(reader: Reader): void {
  const [low, high] = [reader.skip(reader.at + 1, 'plain'), 0]
  const first = reader.chunks[low]
  const second = reader.chunks[low + 2 + high]
  if (does(first, 'number') && does(second, 'number')) {
    const [least, greatest] = [valueOf(first!), valueOf(second!)]
    reader.at = low + 2
    readAmount(reader, least, { range: greatest })
  } else if (does(first, 'dates') && does(second, 'dates')) {
    reader.at = low + 2
    const [from, to] = [first!.op, second!.op]
    if (from?.op === 'dates' && to?.op === 'dates') readDates(reader, from.from, to.to)
  } else reader.scene.doubt += 0.3
}

/** A number: of how many first, of a list, or of a condition. */
export function readNumber(reader: Reader, value: number, chunk: Chunk): void {
  const { pending } = reader.scene
  if (pending.top !== null) {
    reader.scene.limit = value
    const next = reader.chunks[reader.skip(reader.at + 1, 'plain')]
    if (!does(next, 'superlative', 'most') && pending.superlative === null)
      reader.ranksTop = pending.top
    pending.top = null
    return
  }
  if (does(reader.next(), 'superlative', 'most')) {
    reader.scene.limit = value
    return
  }
  const second = reader.next(2)
  if (does(reader.next(), 'or') && does(second, 'number') && isColumnBefore(reader)) {
    const all = [value]
    while (does(reader.next(), 'or', 'comma') && does(reader.next(2), 'number')) {
      all.push(valueOf(reader.next(2)!))
      reader.at += 2
    }
    readAmount(reader, value, { values: all, chunk })
    return
  }
  readAmount(reader, value, { chunk })
}

/** Whether a column was just named that the number can be about. */
export function isColumnBefore(reader: Reader): boolean {
  return reader.lastColumn !== null || does(reader.chunks[reader.at - 1], 'preposition')
}

/** A condition with a number: which column, or what count, is meant is found around it. */
export function readAmount(reader: Reader, value: number, said: Amount = {}): void {
  const { pending } = reader.scene
  const { compare } = pending
  pending.compare = null
  const measured = { ...said, value, compare }
  for (const rule of [ofColumnBefore, ofWhatFollows, ofValue]) if (rule(reader, measured)) return
  reader.scene.whenFocused(() => {
    const found = compare?.adjective ? byAdjective(reader, compare.adjective) : null
    const flipped = found !== null && found.direction !== compare?.adjective?.direction
    put(reader, measured, found ?? byRange(reader, value), flipped)
  })
}

/** What was said with a number. */
interface Amount {
  /** The upper end of a range. */
  readonly range?: number
  /** One of several. */
  readonly values?: readonly number[]
  readonly chunk?: Chunk
}

interface Measured extends Amount {
  readonly value: number
  readonly compare: Scene['pending']['compare']
}

type Place = { readonly node: Node; readonly column: Column }

function put(reader: Reader, measured: Measured, place: Place | null, flipped = false): void {
  const { scene } = reader
  if (place === null) {
    scene.doubt += 0.5
    return
  }
  scene.attach(place.node, conditionOn(place.column, measured, flipped))
  reader.lastNumber = { node: place.node, index: place.node.conditions.length - 1 }
}

function conditionOn(column: Column, measured: Measured, flipped: boolean): Condition {
  const { value, range, values, compare } = measured
  if (range !== undefined)
    return {
      kind: 'range',
      column,
      least: fitted(column, value, 'from'),
      greatest: fitted(column, range, 'to'),
    }
  if (values !== undefined) return { kind: 'in', column, values }
  const op = compare?.op ?? '='
  return yearCondition(column, flipped ? mirrored(op) : op, value)
}

/** "age over 40". */
function ofColumnBefore(reader: Reader, measured: Measured): boolean {
  const { scene } = reader
  const before = reader.columnBefore()
  const isApart = does(reader.chunks[reader.at - 1], 'preposition')
  const takesText = measured.compare === null && measured.range === undefined && !isApart
  const fits = ({ role }: Column) =>
    ['number', 'date', 'key', 'time'].includes(role) || (role === 'text' && takesText)
  if (before === null || !before.columns.some(fits)) return false
  reader.lastColumn = null
  scene.whenFocused(() => put(reader, measured, scene.place(before.columns, fits)))
  return true
}

/** "over 30 pages", "more than 3 orders", "5 years". */
function ofWhatFollows(reader: Reader, measured: Measured): boolean {
  const { scene } = reader
  const { compare, value } = measured
  const defined = reader.chunks[reader.at + 1]
  if (defined !== undefined && readDefinition(reader, defined)) reader.at++
  const after = reader.skip(reader.at + 1, 'plain')
  const next = reader.chunks[after]
  if (next === undefined) return false
  if (isMeasuredBy(next, measured, scene)) {
    reader.at = after
    const isNumber = ({ role }: Column) => role === 'number'
    scene.whenFocused(() => put(reader, measured, scene.place(next.columns, isNumber)))
    return true
  }
  if (next.tables.length > 0 && (compare !== null || scene.isWithin)) {
    reader.at = after
    countOf(reader, next.tables, compare?.op ?? '=', value)
    return true
  }
  if (next.tables.length > 0 && scene.focus === null) {
    scene.limit = value
    return true
  }
  if (next.op?.op !== 'unit') return false
  const { columns } = next.op
  reader.at = after
  scene.whenFocused(() => put(reader, measured, byWords(reader, columns)))
  return true
}

function isMeasuredBy(next: Chunk, { compare }: Measured, { focus }: Scene): boolean {
  if (next.op !== null || !next.columns.some(({ role }) => role === 'number')) return false
  if (next.tables.length === 0) return true
  return compare !== null && next.columns.some((one) => one.table === focus?.table)
}

/** "flight 301": a number that is a value of a column of words. */
function ofValue(reader: Reader, measured: Measured): boolean {
  const { scene } = reader
  const { chunk, compare } = measured
  if (chunk === undefined || chunk.values.length === 0 || compare !== null || scene.focus === null)
    return false
  const option = bestValue(chunk, scene, reader.next())
  if (option === null) return false
  const { table } = option.column
  if (scene.open(table) === undefined && scene.nearest(table) === null) return false
  put(reader, measured, scene.place([option.column]))
  return true
}

/** The column an adjective means, of whatever was named. */
export function byAdjective(reader: Reader, adjective: Adjective) {
  const found = reader.scene.nodes
    .toReversed()
    .flatMap((node) => reader.scene.byAdjective(node, adjective) ?? [])
  return found.toSorted((a, b) => a.rank - b.rank)[0] ?? null
}

/** The number a unit means, of whatever was named. */
export function byWords(
  reader: Reader,
  words: readonly string[],
): { node: Node; column: Column } | null {
  for (const node of reader.scene.nodes.toReversed())
    for (const word of words) {
      const column = node.table.columns.find(
        (one) => isRankable(one) && one.role !== 'date' && hasWord(one, stemOf(word)),
      )
      if (column !== undefined) return { node, column }
    }
  return null
}

/** The column whose values hold a number: years for 2014, else an only one. */
export function byRange(reader: Reader, value: number): { node: Node; column: Column } | null {
  const isYear = Number.isInteger(value) && value >= 1000 && value <= 2999
  for (const node of reader.scene.nodes.toReversed()) {
    const { columns } = node.table
    const year = columns.find((one) => hasWord(one, 'year') && one.role !== 'key')
    if (isYear && year !== undefined) return { node, column: year }
    const dates = columns.filter((one) => one.role === 'date')
    if (isYear && dates[0] !== undefined) return { node, column: dates[0] }
  }
  if (isYear) {
    for (const node of reader.scene.nodes.toReversed())
      for (const link of node.table.links) {
        const column = link.to.table.columns.find(
          (one) => (hasWord(one, 'year') && one.role !== 'key') || one.role === 'date',
        )
        if (column !== undefined) return reader.scene.place([column])
      }
  }
  for (const node of reader.scene.nodes.toReversed()) {
    const age = node.table.columns.find((one) => one.role === 'number' && hasWord(one, 'age'))
    if (age !== undefined) return { node, column: age }
    const within = node.table.columns.filter((one) => one.role === 'number' && holds(one, value))
    if (within.length === 1) return { node, column: within[0]! }
  }
  return null
}

/** "3 or more": the comparison comes after the number. */
export function retrace(reader: Reader, op: Ordering): void {
  const last = reader.lastNumber
  const condition = last?.node.conditions[last.index]
  if (last === null || condition === undefined) return
  if (condition.kind === 'compare' || condition.kind === 'measure')
    last.node.conditions[last.index] = { ...condition, op }
  else if (condition.kind === 'range') {
    const { column, least, greatest } = condition
    const value = op === '>=' ? least : greatest
    last.node.conditions[last.index] = { kind: 'compare', column, op, value }
  }
}
