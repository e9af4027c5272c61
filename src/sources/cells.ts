import type { ColumnType, Result, Value } from '../model/index.ts'

/** Turns a cell that is not null, as a driver gives it, into a value of the model; null leaves it as it is. */
export type Convert<Cell> = ((cell: Cell) => Value) | null

/** A column of a result, and how its cells are read. */
export interface Column<Cell> {
  readonly name: string
  readonly type: ColumnType
  readonly convert: Convert<Cell>
}

/** A result out of rows of which at most one more than `limit` was read. */
export function resultOf<Cell>(
  columns: readonly Column<Cell>[],
  rows: (Cell | null)[][],
  limit: number,
): Result {
  const truncated = rows.length > limit
  if (truncated) rows.length = limit
  const names = uniqueNames(columns.map((column) => column.name))
  return {
    columns: columns.map((column, i) => ({ name: names[i] ?? column.name, type: column.type })),
    rows: convertRows(columns, rows),
    rowCount: rows.length,
    truncated,
  }
}

/** Only the cells of columns that need it are touched. */
function convertRows<Cell>(
  columns: readonly Column<Cell>[],
  rows: (Cell | null)[][],
): readonly (readonly Value[])[] {
  for (const [i, { convert }] of columns.entries()) {
    if (convert === null) continue
    for (const row of rows as (Cell | Value)[][]) {
      const cell = row[i]
      if (cell !== null && cell !== undefined) row[i] = convert(cell as Cell)
    }
  }
  return rows as Value[][]
}

/** Names as they are; one that occurs twice gets `_2`, `_3` on the later ones. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let unique = name
    for (let n = 2; taken.has(unique) || (unique !== name && names.includes(unique)); n++) {
      unique = `${name}_${n}`
    }
    taken.add(unique)
    return unique
  })
}

/** `2026-11-23 10:00:00.000` → `2026-11-23T10:00:00`: a fraction is kept only when it is not zero. */
export function localDateTime(text: string): string {
  return `${text.slice(0, 10)}T${localTime(text.slice(11))}`
}

/** `10:00` and `10:00:00.000` → `10:00:00`. */
export function localTime(text: string): string {
  if (text.length === 5) return `${text}:00`
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** A moment with a zone, or in UTC when it has none, as ISO 8601 in UTC: `2026-11-23T04:30:00.000Z`. */
export function instant(text: string): string {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
  const moment = new Date(/(Z|[+-]\d\d:?\d\d)$/i.test(iso) ? iso : `${iso}Z`)
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString()
}

/** An integer as a number where it is exact, as its digits otherwise. */
export function integer(digits: string | bigint): number | string {
  const number = Number(digits)
  return Number.isSafeInteger(number) ? number : String(digits)
}

/** Bytes as base64. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
