import { type Ordering } from '../model/index.ts'
import { type Chunk, does } from './chunk.ts'
import { type Node } from './draft.ts'
import { mirrored, negated, valueOf } from './numbers.ts'
import { type Reader } from './reader.ts'
import { bestValue } from './best-value.ts'
import { throughAllRows } from './ranks.ts'
import { isRankable } from './traits.ts'
import { type Column, type Table } from './schema.ts'
import type { Adjective } from './vocabulary/adjectives.ts'

/** "more than", "older than": with a number, or with another row. */
export function readComparison(
  reader: Reader,
  op: {
    ordering: Ordering
    adjective: Adjective | null
    word: string
  },
): void {
  const { pending } = reader.scene
  const next = reader.chunks[reader.skip(reader.at + 1, 'plain', 'be')]
  pending.compare = {
    op: pending.not ? negated(op.ordering) : op.ordering,
    adjective: op.adjective,
    word: op.word,
  }
  pending.not = false
  if (does(next, 'number', 'dates', 'average-of-all', 'aggregate', 'superlative', 'between')) return
  if (next !== undefined && next.values.length > 0 && next.tables.length === 0) {
    // "flows over Ohio", "after the monsoon": where or when, and no amount.
    const isAmount = op.adjective !== null || reader.columnBefore() !== null
    if (isAmount || !/^(?:over|under|below|above|beyond)$/.test(op.word))
      return compareWithRow(reader, next)
    pending.compare = null
    return
  }
  if (next !== undefined && (next.columns.length > 0 || next.tables.length > 0)) return
  pending.compare = null
}

/** "older than Anna", "more credits than DBMS". */
export function compareWithRow(reader: Reader, chunk: Chunk): void {
  const scene = reader.scene
  const { compare } = scene.pending
  const option = bestValue(chunk, scene, undefined)
  if (compare === null || option === null) return
  const columns = reader.lastColumn?.columns ?? []
  const others: Chunk[] = []
  reader.at = reader.chunks.indexOf(chunk)
  while (isValueAlone(reader.next())) {
    others.push(reader.next()!)
    reader.at++
  }
  scene.pending.compare = null
  scene.whenFocused(() => {
    const focus = scene.focus!
    const spoken =
      columns.length > 0
        ? scene.place(columns, isRankable)
        : compare.adjective === null
          ? null
          : scene.byAdjective(focus, compare.adjective)
    if (spoken === null || spoken === undefined) {
      scene.doubt += 0.4
      return
    }
    const flipped =
      'direction' in spoken &&
      compare.adjective !== null &&
      spoken.direction !== compare.adjective.direction
    const more = others.flatMap(
      ({ values }) =>
        values.find(
          ({ column }) => column.table === option.column.table && column !== option.column,
        ) ?? [],
    )
    const conditions = [option, ...more].map(
      ({ column, value }) => ({ kind: 'compare', column, op: '=', value }) as const,
    )
    const to: Node = { table: option.column.table, conditions, parent: null, implied: false }
    if (to.table !== spoken.column.table) {
      scene.doubt += 0.4
      return
    }
    scene.attach(spoken.node, {
      kind: 'relative',
      column: spoken.column,
      op: flipped ? mirrored(compare.op) : compare.op,
      to,
      of: spoken.column,
      aggregate: null,
    })
  })
}

/** Words that are nothing but a value. */
export function isValueAlone(chunk: Chunk | undefined): boolean {
  return (
    chunk !== undefined &&
    chunk.op === null &&
    chunk.values.length > 0 &&
    chunk.tables.length + chunk.columns.length === 0
  )
}

/** "above the average", "older than the average age". */
export function aboveAverage(reader: Reader): void {
  const scene = reader.scene
  const { compare } = scene.pending
  const next = reader.chunks[reader.skip(reader.at + 1, 'plain', 'preposition', 'all')]
  const columns =
    next !== undefined && next.columns.length > 0
      ? next.columns
      : (reader.lastColumn?.columns ?? [])
  if (compare === null) return
  if (next !== undefined && next.columns.length > 0) reader.at = reader.chunks.indexOf(next)
  scene.pending.compare = null
  scene.whenFocused(() => {
    const spoken =
      compare.adjective === null
        ? scene.place(columns, isRankable)
        : (scene.place(columns, isRankable) ?? scene.byAdjective(scene.focus!, compare.adjective))
    if (spoken === null) {
      scene.doubt += 0.4
      return
    }
    const to: Node = { table: spoken.column.table, conditions: [], parent: null, implied: true }
    scene.attach(spoken.node, {
      kind: 'relative',
      column: spoken.column,
      op: compare.op,
      to,
      of: spoken.column,
      aggregate: 'average',
    })
  })
}

/** "more than 3 orders". */
export function countOf(
  reader: Reader,
  tables: readonly Table[],
  op: Ordering,
  value: number,
): void {
  const scene = reader.scene
  const { not } = scene.pending
  const { relation } = scene
  scene.pending.not = false
  scene.relation = null
  scene.whenFocused(() => {
    if (scene.focus!.implied && tables.includes(scene.focus!.table)) {
      scene.having.push({ column: [], aggregate: null, count: true, op, value })
      return
    }
    for (const table of tables) {
      const related = relation === null ? null : scene.relatedOf(table, relation)
      const near = related ?? scene.nearestOfMany(table)
      if (near === null) continue
      const child: Node = { table, conditions: [], parent: near.parent, implied: false }
      scene.nodes.push(child)
      near.parent.conditions.push({
        kind: 'measure',
        measure: {
          kind: 'linked',
          aggregate: 'count',
          column: null,
          child,
          path: throughAllRows(near),
        },
        op,
        value,
        negated: not,
      })
      return
    }
    scene.doubt += 0.5
  })
}

/** Whether a comparison follows. */
export function comparesNext(reader: Reader): boolean {
  return does(reader.chunks[reader.skip(reader.at + 1, 'be', 'plain')], 'compare')
}

/** "with an average age above 40". */
export function havingComputed(reader: Reader, chunk: Chunk, at: number): boolean {
  const scene = reader.scene
  const compare = reader.chunks[at]
  const number = reader.chunks[reader.skip(at + 1, 'plain', 'be')]
  const aggregate = scene.pending.aggregates.shift()
  if (aggregate === undefined || compare?.op?.op !== 'compare' || !does(number, 'number'))
    return true
  scene.having.push({
    column: chunk.columns,
    aggregate,
    count: false,
    op: compare.op.ordering,
    value: valueOf(number!),
  })
  reader.at = reader.chunks.indexOf(number!)
  return true
}

/** "more than 30 pages" is read at the number; "cost more than the laptop" at the thing. */
export function compareColumn(reader: Reader, columns: readonly Column[]): boolean {
  const next = reader.chunks[reader.skip(reader.at + 1, 'plain', 'preposition')]
  if (!does(next, 'compare') && next?.values.length) {
    reader.lastColumn = { columns, at: reader.at }
    compareWithRow(reader, next)
    return true
  }
  return false
}
