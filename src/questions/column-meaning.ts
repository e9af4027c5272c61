import type { Value } from '../model/index.ts'
import { type Chunk, does } from './chunk.ts'
import { havingComputed } from './comparisons.ts'
import type { Node } from './draft.ts'
import type { Reader } from './reader.ts'
import type { Column } from './schema.ts'
import { relatesItself } from './traits.ts'
import { leadsTo, readValues } from './values.ts'

/** A column with what it must be right after it; reads the values, numbers are read where they stand. */
export function isCondition(reader: Reader, chunk: Chunk): boolean {
  const scene = reader.scene
  const at = reader.skip(reader.at + 1, 'be', 'plain')
  const next = reader.chunks[at]
  if (next === undefined) return false
  if (does(next, 'compare', 'between', 'contains')) {
    if (scene.pending.aggregates.length > 0) return havingComputed(reader, chunk, at)
    return true
  }
  const within = reader.chunks[reader.skip(at, 'plain', 'preposition')]
  if (does(next, 'preposition') && next.text === 'in' && does(within, 'years')) return true
  if (does(next, 'number', 'dates', 'years') && !scene.pending.count) return true
  if (
    does(next, 'preposition') &&
    next.text === 'of' &&
    does(reader.chunks[at + 1], 'number', 'compare', 'between') &&
    reader.at > 0
  )
    return true
  const isNot = does(next, 'not')
  const start = isNot
    ? reader.skip(at + 1, 'plain', 'be')
    : reader.skip(
        at,
        'plain',
        'be',
        ...(scene.isWithin || (reader.at > 0 && does(reader.chunks[reader.at - 1], 'preposition'))
          ? (['preposition'] as const)
          : []),
      )
  const value = reader.chunks[start]
  if (isNot && does(value, 'number', 'dates', 'compare')) return true
  if (value === undefined || value.values.length === 0) return readLiteral(reader, chunk, value, at)
  const options = value.values.filter(({ column }) =>
    chunk.columns.some((one) => leadsTo(one, column)),
  )
  if (options.length === 0) return readLiteral(reader, chunk, value, at)
  if (isNot) scene.pending.not = true
  reader.at = start
  readValues(reader, { ...value, values: options })
  return true
}

/** "whose title is 'Unknown'": a value that stands nowhere, as it was written. */
export function readLiteral(
  reader: Reader,
  chunk: Chunk,
  value: Chunk | undefined,
  at: number,
): boolean {
  const scene = reader.scene
  const isAfter = value !== undefined && at === reader.chunks.indexOf(value)
  const isSaid = value?.quoted === true || (value?.unknown === true && scene.isWithin)
  if (value === undefined || !isAfter || !isSaid) return false
  if (!value.quoted) scene.doubt += 0.3
  reader.at = at
  scene.whenFocused(() => {
    const place = scene.place(chunk.columns)
    if (place !== null)
      scene.attach(place.node, {
        kind: 'compare',
        column: place.column,
        op: '=',
        value: value.text,
      })
  })
  return true
}

/** "active members", "with Wi-Fi". */
export function readFlag(reader: Reader, columns: readonly Column[]): void {
  const scene = reader.scene
  const { not } = scene.pending
  scene.pending.not = false
  scene.whenFocused(() => {
    const place = scene.place(columns)
    if (place === null) return
    const { node, column } = place
    scene.pending.not = not
    scene.attach(node, { kind: 'compare', column, op: '=', value: flagValue(column) })
  })
}

/** "states that border Texas": a word for a relation of a thing with others of its kind. */
export function readRelation(reader: Reader, chunk: Chunk): boolean {
  const scene = reader.scene
  const tables = [
    ...chunk.tables,
    ...chunk.columns.filter(({ link }) => link !== null).map(({ table }) => table),
  ]
  const others = chunk.columns.some(({ link }) => link === null)
  const relation = tables.find((table) => relatesItself(table))
  if (relation === undefined || others) return false
  scene.relation = relation
  scene.continues = does(reader.chunks[reader.at - 1], 'and')
  reader.lastColumn = null
  return true
}

/** "what state is Austin the capital of": the column of what was said of the thing asked for. */
export function saidAlready(reader: Reader, { columns }: Chunk): boolean {
  const { focus } = reader.scene
  const isLast = does(reader.next(), 'preposition') && reader.next(2) === undefined
  return (
    isLast &&
    focus !== null &&
    focus.conditions.some((one) => one.kind === 'compare' && columns.includes(one.column))
  )
}

/** "stadium name" and "name of the stadium"; what is listed after it has the same owner. */
export function ownerOf(reader: Reader, columns: readonly Column[]): Node | 'next' | null {
  const scene = reader.scene
  const previous = reader.chunks[reader.at - 1]
  const open = previous?.tables.map((table) => scene.open(table)).find((node) => node !== undefined)
  if (open !== undefined && columns.some((one) => one.table === open.table)) return open
  const rest = reader.chunks.slice(reader.at + 1)
  const end = rest.findIndex(
    (one) =>
      !(
        does(one, 'and', 'comma', 'aggregate', 'count') ||
        (one.op === null && one.tables.length === 0)
      ),
  )
  if (does(rest[end], 'preposition') && !does(previous, 'relative')) return 'next'
  const last = scene.wanted.at(-1)?.owner
  return does(previous, 'and', 'comma') && last !== undefined && last !== 'next' ? last : null
}

/** How a column says yes. */
export function flagValue({ type, greatest }: Column): Value {
  if (type === 'boolean') return true
  return typeof greatest === 'string' ? greatest : 1
}
