import type { ColumnType } from '../../model/index.ts'
import type { Column, Convert } from '../cells.ts'
import { base64, instant, localDateTime, localTime } from '../cells.ts'

/** A cell as the driver gives it: integers too large for a number and decimals are strings already. */
export type MysqlCell = string | number | Uint8Array

/** What the driver tells about a column of a result. */
export interface MysqlField {
  readonly name: string
  readonly columnType: number | undefined
  readonly columnLength: number | undefined
  readonly characterSet: number | undefined
  readonly extendedFormat?: string | undefined
}

/** The character set of what has none: bytes. */
const binary = 63

/** How the cells of a column of a result are read. */
export function mysqlColumn(field: MysqlField): Column<MysqlCell> {
  const type = fieldType(field)
  return { name: field.name, type, convert: conversions[type] ?? null }
}

/** The type of a column as `information_schema` names it, such as `tinyint(1)`. */
export function mysqlType(declared: string): ColumnType {
  if (/^(tinyint\(1\)|bit\(1\))/.test(declared)) return 'boolean'
  const word = /^[a-z]+/.exec(declared)?.[0] ?? ''
  return namedTypes[word] ?? 'text'
}

const namedTypes: Readonly<Record<string, ColumnType>> = {
  tinyint: 'integer',
  smallint: 'integer',
  mediumint: 'integer',
  int: 'integer',
  bigint: 'integer',
  year: 'integer',
  decimal: 'decimal',
  float: 'number',
  double: 'number',
  date: 'date',
  datetime: 'datetime',
  timestamp: 'instant',
  time: 'time',
  json: 'json',
  bit: 'bytes',
  binary: 'bytes',
  varbinary: 'bytes',
  tinyblob: 'bytes',
  blob: 'bytes',
  mediumblob: 'bytes',
  longblob: 'bytes',
}

/** Types by their number on the wire, except those whose length or character set decides. */
const wireTypes: Readonly<Record<number, ColumnType>> = {
  0: 'decimal',
  1: 'integer',
  2: 'integer',
  3: 'integer',
  4: 'number',
  5: 'number',
  7: 'instant',
  8: 'integer',
  9: 'integer',
  10: 'date',
  11: 'time',
  12: 'datetime',
  13: 'integer',
  16: 'bytes',
  245: 'json',
  246: 'decimal',
}

const tiny = 1
const bit = 16

function fieldType(field: MysqlField): ColumnType {
  const type = field.columnType ?? -1
  if ((type === tiny || type === bit) && field.columnLength === 1) return 'boolean'
  if (field.extendedFormat === 'json') return 'json'
  const known = wireTypes[type]
  if (known) return known
  return field.characterSet === binary ? 'bytes' : 'text'
}

const conversions: Readonly<Partial<Record<ColumnType, Convert<MysqlCell>>>> = {
  boolean: (cell) => (cell instanceof Uint8Array ? cell[0] === 1 : Number(cell) !== 0),
  bytes: (cell) => (cell instanceof Uint8Array ? base64(cell) : cell),
  decimal: String,
  datetime: (cell) => localDateTime(String(cell)),
  instant: (cell) => instant(String(cell)),
  time: (cell) => localTime(String(cell)),
}
