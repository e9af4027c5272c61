import type { ColumnType } from '../../model/index.ts'
import type { Lexicon } from './tokens.ts'

/** How one database wants its SQL: the little in which they differ. */
export interface Dialect {
  readonly name: 'sqlite' | 'mysql' | 'postgres'
  readonly lexicon: Lexicon
  /** A name as SQL, whatever characters it has. */
  quote(name: string): string
  /** Where the value number `position` goes, counted from 1. */
  placeholder(position: number): string
  /** Whether the column matches a pattern whose wildcards are escaped by `!`, capitals ignored. */
  matches(column: string, place: string): string
  /** A column, and a value for it, made ready to be compared; `timed` when a value has a time of day. */
  column(column: string, type: ColumnType, timed: boolean): string
  value(place: string, type: ColumnType, value: Bindable): string
  /** What follows a text so that capitals and accents count when it is compared; empty where they do anyway. */
  readonly exactly: string
  /** The order of a column: what is missing comes first when ascending and last when descending. */
  order(column: string, descending: boolean): string
  /** The average as a floating-point number, and the sum of integers as an integer. */
  average(column: string): string
  sumOfIntegers(column: string): string
}

/** A value that is not missing. */
export type Bindable = string | number | boolean

/** A name within quotes, those inside it doubled. */
export function quoteWith(mark: string, name: string): string {
  if (name === '' || name.includes('\0')) throw new Error(`not a name: ${JSON.stringify(name)}`)
  return mark + name.replaceAll(mark, mark + mark) + mark
}

/** Whether the value is a date-time or an instant, and not only a date. */
export function hasTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)
}
