import { type Value } from '../model/index.ts'
import { type Chunk, does } from './chunk.ts'
import { compareColumn, havingComputed } from './comparisons.ts'
import { type Node } from './draft.ts'
import { extremeByName, rankByColumn } from './ranks.ts'
import { type Reader } from './reader.ts'
import { isRankable } from './scene.ts'
import { type Column, type Table } from './schema.ts'
import { leadsTo, readValues } from './values.ts'

export function readColumn(reader: Reader, chunk: Chunk): void {
  const scene = reader.scene
  const { pending } = scene
  const columns = chunk.columns
  if (readRelation(reader, chunk)) return
  if (saidAlready(reader, chunk)) return
  const isName =
    columns[0]!.table.naming.length > 1 &&
    columns[0]!.table.naming.includes(columns[0]!) &&
    /^(?:(?:full|first and last|first name and last) )?names?$/.test(chunk.text)
  reader.lastColumn = { columns, at: reader.at }
  if (pending.group && reader.ranksTop !== null && columns.some(isRankable)) {
    pending.group = false
    scene.sorts.push({
      columns: columns.filter(isRankable),
      adjective: null,
      count: null,
      aggregate: null,
      descending: reader.ranksTop > 0,
    })
    return
  }
  const ranked = columns.find(isRankable)
  const extreme =
    scene.focus?.conditions.findIndex(
      (one) => one.kind === 'extreme' && one.measure.kind === 'column',
    ) ?? -1
  if (
    pending.group &&
    ranked !== undefined &&
    ranked.table === scene.focus?.table &&
    extreme >= 0 &&
    does(reader.chunks[reader.at - 1], 'by')
  ) {
    pending.group = false
    const known = scene.focus.conditions[extreme]!
    if (known.kind === 'extreme')
      scene.focus.conditions[extreme] = { ...known, measure: { kind: 'column', column: ranked } }
    return
  }
  if (pending.group) {
    pending.group = false
    reader.lastColumn = null
    scene.groups.push({ tables: chunk.tables, columns })
    if (
      does(reader.next(), 'and') &&
      reader.next(2)?.columns.length &&
      reader.chunks[reader.at + 3] === undefined
    )
      pending.group = true
    return
  }
  if (pending.order) {
    pending.order = false
    scene.sorts.push({
      columns,
      adjective: null,
      count: null,
      aggregate: pending.aggregates.shift() ?? null,
      descending: reader.descending,
    })
    return
  }
  const noun = reader.next()
  const keys = chunk.weight < 2 ? columns.filter(({ link }) => link !== null) : []
  if (noun?.tables.some((table) => keys.some((one) => one.table === table)) === true) {
    scene.preferred = keys
    reader.lastColumn = null
    return
  }
  if (chunk.weight < 2 && scene.focus !== null && columns.every(({ link }) => link !== null)) {
    scene.preferred = columns
    reader.lastColumn = null
    return
  }
  if (isCondition(reader, chunk)) return
  if (pending.mode !== null) {
    scene.groups.push({ tables: [], columns })
    scene.ranksGroups = pending.mode
    pending.mode = null
    return
  }
  if (extremeByName(reader, chunk)) return
  const direction = pending.superlative?.adjective.direction ?? pending.most
  if (direction !== null && direction !== undefined) return rankByColumn(reader, columns, direction)
  if (pending.compare !== null && compareColumn(reader, columns)) return
  const want = (aggregate: import('../model/index.ts').Aggregate | null) =>
    scene.wanted.push({
      columns,
      adjective: null,
      aggregate,
      distinct: pending.distinct,
      plural: chunk.plural,
      after: scene.nodes.length,
      isName,
      byKey: /\b(?:ids?|codes?|numbers?)$/.test(chunk.text),
      owner: ownerOf(reader, columns),
    })
  if (pending.count && columns.every((one) => one.role === 'flag')) return readFlag(reader, columns)
  if (pending.count || pending.howMuch) {
    const numeric =
      columns.some((one) => one.role === 'number') &&
      !columns.some((one) => one.table.naming.includes(one))
    const { howMuch } = pending
    pending.count = false
    pending.howMuch = false
    if (numeric || howMuch) want(pending.aggregates.shift() ?? null)
    else
      scene.counted.push({
        table: null,
        node: null,
        column: {
          columns,
          adjective: null,
          aggregate: 'count',
          distinct: true,
          plural: true,
          after: scene.nodes.length,
          isName: false,
        },
      })
    return
  }
  const [first] = pending.aggregates
  if (scene.isWithin && scene.focus !== null && (first === 'maximum' || first === 'minimum')) {
    pending.aggregates = []
    return rankByColumn(reader, columns, first === 'maximum' ? 1 : -1)
  }
  if (pending.aggregates.length > 0) {
    for (const aggregate of pending.aggregates) want(aggregate)
    const isListed = does(reader.next(), 'and', 'comma') && reader.next(2)?.columns.length
    if (!isListed) pending.aggregates = []
    return
  }
  if (pending.not && scene.focus !== null) {
    const place = scene.place(columns)
    if (place !== null)
      scene.attach(place.node, { kind: 'compare', column: place.column, op: '!=', value: null })
    return
  }
  if (
    columns.every((one) => one.role === 'flag') &&
    !does(reader.next(), 'preposition', 'and', 'comma')
  )
    return readFlag(reader, columns)
  const isKnown = scene.wanted.some((one) => one.columns[0] === columns[0])
  if (!isKnown) want(null)
  pending.distinct = false
}

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
  if (does(next, 'number', 'dates') && !scene.pending.count) return true
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
  scene.whenFocused(() => {
    const place = scene.place(columns)
    if (place !== null)
      scene.attach(place.node, {
        kind: 'compare',
        column: place.column,
        op: '=',
        value: flagValue(place.column),
      })
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

/** A relation of a thing with others of its kind: two keys to the same table, and nothing that names a row. */
export function relatesItself(table: Table): boolean {
  const targets = table.columns.flatMap(({ link }) => (link === null ? [] : [link.to.table]))
  return table.isRelation && targets.some((one, i) => targets.indexOf(one) !== i)
}
