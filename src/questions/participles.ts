import { type Chunk, does } from './chunk.ts'
import { pathBetween } from './paths.ts'
import type { Reader } from './reader.ts'
import type { Table } from './schema.ts'
import { isAkin } from './traits.ts'
import { stemOf } from './words.ts'

/** "finished jobs", "the returned books": those of which a date says when it happened. */
export function readDone(reader: Reader, { columns, text }: Chunk): boolean {
  const { scene } = reader
  const dates = columns.filter(({ role }) => role === 'date')
  const next = reader.next()
  const isAdjective = dates.some(({ table }) => next?.tables.includes(table) === true)
  if (!/(?:ed|en|wn|ught|ld|id)$/.test(text) || !isAdjective || does(next, 'compare')) return false
  const { not } = scene.pending
  scene.pending.not = false
  scene.atEnd.push(() => {
    const place = scene.place(dates)
    if (place === null) scene.doubt += 0.5
    else
      scene.attach(place.node, {
        kind: 'compare',
        column: place.column,
        op: not ? '=' : '!=',
        value: null,
      })
  })
  return true
}

/** "who composed La Mer": a verb for what a table calls those who do it, where it is also a column of what was done. */
export function readDoer(reader: Reader, { columns, tables, text }: Chunk): boolean {
  const { scene, chunks } = reader
  const isFirst = scene.asks === 'who' && scene.nodes.length === 0 && scene.wanted.length === 0
  if (!isFirst || tables.length > 0 || !/(?:ed|s|e)$/.test(text)) return false
  if (columns.some(({ link }) => link !== null) || chunks.length < reader.at + 2) return false
  const doers = scene.schema.tables.filter(
    (table) =>
      table.naming.length > 0 &&
      isNamedAfter(table, text) &&
      columns.some((one) => leads(one.table, table)),
  )
  const [only, another] = doers
  if (only === undefined || another !== undefined) return false
  scene.addNode(only, { implied: true })
  return true
}

function leads(from: Table, to: Table): boolean {
  return from !== to && pathBetween(from, to) !== null
}

/** Whether a table is called after a verb: composers after "composed", performances after "performed". */
export function isNamedAfter(table: Table, verb: string): boolean {
  const stem = stemOf(verb)
  return [table.name, ...table.called].some((name) => isAkin(stem, stemOf(name.toLowerCase())))
}
