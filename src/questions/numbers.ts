import { type Ordering, type Value } from '../model/index.ts'
import { type Chunk } from './chunk.ts'
import { type Column } from './schema.ts'

/** The number a chunk is. */
export function valueOf(chunk: Chunk): number {
  return chunk.op?.op === 'number' ? chunk.op.value : 0
}

/** The comparison that holds where this one does not. */
export function negated(op: Ordering): Ordering {
  const others: Readonly<Record<Ordering, Ordering>> = {
    '=': '!=',
    '!=': '=',
    '<': '>=',
    '<=': '>',
    '>': '<=',
    '>=': '<',
  }
  return others[op]
}

/** The comparison as it reads from the other side. */
export function mirrored(op: Ordering): Ordering {
  const others: Readonly<Record<Ordering, Ordering>> = {
    '=': '=',
    '!=': '!=',
    '<': '>',
    '<=': '>=',
    '>': '<',
    '>=': '<=',
  }
  return others[op]
}

/** A year compared with a date means its first or its last day. */
export function yearCondition(column: Column, op: Ordering, value: number) {
  if (column.role !== 'date' || !Number.isInteger(value) || value > 2999)
    return { kind: 'compare', column, op, value: typed(column, value) } as const
  const [first, last] = [`${value}-01-01`, atEnd(column, `${value}-12-31`)]
  if (op === '=') return { kind: 'range', column, least: first, greatest: last } as const
  return { kind: 'compare', column, op, value: op === '>' || op === '<=' ? last : first } as const
}

/** A number as the column holds it. */
export function typed(column: Column, value: number): Value {
  return column.type === 'text' ? String(value) : value
}

/** One end of a range as the column holds it: a year is its first or its last day. */
export function fitted(column: Column, value: number, end: 'from' | 'to'): Value {
  if (column.role !== 'date') return typed(column, value)
  return end === 'from' ? `${value}-01-01` : atEnd(column, `${value}-12-31`)
}

/** A column with a time of day holds its last moment. */
export function atEnd(column: Column, date: string): string {
  const hasTime =
    column.type === 'datetime' || column.type === 'instant' || String(column.greatest).length > 10
  return hasTime ? `${date}T23:59:59` : date
}

/** Whether a number lies among the values of a column. */
export function holds(column: Column, value: number): boolean {
  const [least, greatest] = [Number(column.least), Number(column.greatest)]
  const margin = 0.1 * (greatest - least)
  return value >= least - margin && value <= greatest + margin
}
