import type { ColumnType, Value } from '../../model/index.ts'
import type { SqliteCell } from '../../util/load-sqlite.ts'
import { base64, instant, integer, localDateTime, localTime } from '../cells.ts'
import type { Convert } from '../cells.ts'

/** The type of a column by the type it was declared with; SQLite itself stores anything anywhere. */
export function sqliteType(declared: string | null): ColumnType {
  const word = (declared ?? '').toLowerCase()
  const known = namedTypes.find(([pattern]) => pattern.test(word))
  return known ? known[1] : 'unknown'
}

/** The first that matches counts: `date` is a part of `datetime`. */
const namedTypes: readonly (readonly [RegExp, ColumnType])[] = [
  [/bool/, 'boolean'],
  [/timestamptz|with time zone/, 'instant'],
  [/datetime|timestamp/, 'datetime'],
  [/date/, 'date'],
  [/time/, 'time'],
  [/json/, 'json'],
  [/int/, 'integer'],
  [/char|clob|text/, 'text'],
  [/dec|numeric|money/, 'decimal'],
  [/real|floa|doub/, 'number'],
  [/blob|binary/, 'bytes'],
]

/** How the cells of a column of this type are read. A cell that holds something else is given as it is. */
export function sqliteConvert(type: ColumnType, declared: string | null): Convert<SqliteCell> {
  const asStored = storedValue
  const ofText = (convert: (text: string) => string) => (cell: SqliteCell) =>
    typeof cell === 'string' ? convert(cell) : asStored(cell)
  switch (type) {
    case 'boolean':
      return (cell) => (cell === 0n || cell === 1n ? cell === 1n : asStored(cell))
    case 'decimal':
      return decimal(declared ?? '')
    case 'datetime':
      return ofText((text) => (hasDateTime.test(text) ? localDateTime(text) : text))
    case 'instant':
      return ofText((text) => (hasDateTime.test(text) ? instant(text) : text))
    case 'time':
      return ofText(localTime)
    case 'text':
    case 'json':
    case 'date':
    case 'integer':
    case 'number':
    case 'bytes':
    case 'unknown':
      return asStored
    default:
      return type satisfies never
  }
}

/** The type of a column that was computed, by the first cell that is not null. */
export function typeOfStored(cell: SqliteCell | undefined): ColumnType {
  switch (typeof cell) {
    case 'string':
      return 'text'
    case 'bigint':
      return 'integer'
    case 'number':
      return 'number'
    case 'object':
      return 'bytes'
    default:
      return 'unknown'
  }
}

const hasDateTime = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/

function storedValue(cell: SqliteCell): Value {
  if (typeof cell === 'string') return cell
  if (typeof cell === 'bigint') return integer(cell)
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  return base64(cell)
}

/** With as many decimals as were declared, as databases do that store them so. */
function decimal(declared: string): (cell: SqliteCell) => Value {
  const scale = /\(\s*\d+\s*,\s*(\d+)\s*\)/.exec(declared)?.[1]
  const decimals = scale === undefined ? null : Number(scale)
  return (cell) => {
    if (typeof cell === 'number') return decimals === null ? String(cell) : cell.toFixed(decimals)
    if (typeof cell === 'bigint') return decimals ? `${cell}.${'0'.repeat(decimals)}` : String(cell)
    return storedValue(cell)
  }
}
