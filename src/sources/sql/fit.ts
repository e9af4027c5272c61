import type { ColumnType, Value } from '../../model/index.ts'

/**
 * A value as a column of this type can hold it, or null when it cannot: `abc` in a column of numbers. What cannot
 * be in a column equals nothing there, on every database: some would take `abc` for 0, others would fail.
 */
export function fit(
  value: string | number | boolean,
  type: ColumnType,
): string | number | boolean | null {
  switch (type) {
    case 'integer':
    case 'decimal':
    case 'number':
      return fitNumber(value)
    case 'boolean':
      return fitBoolean(value)
    case 'date':
    case 'datetime':
    case 'instant':
      return isDate(value) ? inUtc(value) : null
    case 'time':
      return typeof value === 'string' && timePattern.test(value) ? value : null
    case 'text':
      return withoutZero(String(value))
    case 'bytes':
    case 'json':
    case 'unknown':
      return typeof value === 'string' ? withoutZero(value) : value
    default:
      return type satisfies never
  }
}

/** Not every database can hold the character zero in a text. */
function withoutZero(text: string): string | null {
  return text.includes('\0') ? null : text
}

const numberPattern = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*$/
const timePattern = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/
const datePattern =
  /^(\d{4}-\d\d-\d\d)(?:[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/

function fitNumber(value: string | number | boolean): string | number | null {
  if (typeof value === 'boolean') return Number(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (!numberPattern.test(value)) return null
  const number = Number(value)
  // A string stays one where a double would lose digits of it.
  return String(number) === value ? number : value.trim()
}

function fitBoolean(value: string | number | boolean): boolean | null {
  if (typeof value === 'boolean') return value
  const word = String(value).toLowerCase()
  if (word === '1' || word === 'true') return true
  return word === '0' || word === 'false' ? false : null
}

/** A moment with an offset, in UTC: not every database reads offsets. */
function inUtc(moment: string): string {
  return /:.*[+-]\d\d:?\d\d$/.test(moment) ? new Date(moment).toISOString() : moment
}

function isDate(value: Value): value is string {
  const day = typeof value === 'string' ? datePattern.exec(value)?.[1] : undefined
  if (day === undefined) return false
  const parsed = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day)
}
