import type { ColumnType } from '../../model/index.ts'
import type { Column, Convert } from '../cells.ts'
import { instant, integer, localDateTime, localTime } from '../cells.ts'

/** What the driver tells about a column of a result. */
export interface PostgresField {
  readonly name: string
  readonly dataTypeID: number
}

/** How the cells of a column of a result are read: every cell arrives as text. */
export function postgresColumn({ name, dataTypeID }: PostgresField): Column<string> {
  const type = wireTypes[dataTypeID] ?? 'unknown'
  return { name, type, convert: conversions[type] ?? null }
}

/** The type of a column as `format_type` names it, such as `character varying(80)`. */
export function postgresType(declared: string): ColumnType {
  return namedTypes[declared.replace(/\(.*?\)/, '').trim()] ?? 'unknown'
}

const namedTypes: Readonly<Record<string, ColumnType>> = {
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  numeric: 'decimal',
  real: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  date: 'date',
  'time without time zone': 'time',
  'timestamp without time zone': 'datetime',
  'timestamp with time zone': 'instant',
  text: 'text',
  'character varying': 'text',
  character: 'text',
  citext: 'text',
  name: 'text',
  bytea: 'bytes',
  json: 'json',
  jsonb: 'json',
}

/** Types by their object id, which PostgreSQL never changes for its own. */
const wireTypes: Readonly<Record<number, ColumnType>> = {
  16: 'boolean',
  17: 'bytes',
  19: 'text',
  20: 'integer',
  21: 'integer',
  23: 'integer',
  25: 'text',
  114: 'json',
  700: 'number',
  701: 'number',
  1042: 'text',
  1043: 'text',
  1082: 'date',
  1083: 'time',
  1114: 'datetime',
  1184: 'instant',
  1700: 'decimal',
  3802: 'json',
}

const conversions: Readonly<Partial<Record<ColumnType, Convert<string>>>> = {
  boolean: (cell) => cell === 't',
  bytes: (cell) => Buffer.from(cell.slice(2), 'hex').toString('base64'),
  integer,
  number: (cell) => (Number.isFinite(Number(cell)) ? Number(cell) : null),
  datetime: localDateTime,
  instant,
  time: localTime,
}
