/**
 * A kind of value visitors name, as its owner declared it. One that is `open` takes any words when it is asked for; the
 * values it knows are found in what is said.
 */
export type EntityDefinition =
  /** A closed list: each value with other ways to say it. */
  | {
      readonly kind: 'list'
      readonly name: string
      readonly values: readonly ListedValue[]
      readonly typos: boolean
      readonly open?: true
    }
  /** A regular expression (JavaScript, case-insensitive, whole words); the value is the match, in upper case if `upper`. */
  | {
      readonly kind: 'pattern'
      readonly name: string
      readonly pattern: string
      readonly upper: boolean
    }
  /**
   * The values of a column, live: a new row is understood without training. `also` are columns of the same row that
   * name it too. Where `several`, a cell holds more than one value, separated by commas.
   */
  | {
      readonly kind: 'column'
      readonly name: string
      readonly from: ColumnOf
      readonly several: boolean
      readonly also: readonly string[]
      readonly synonyms: readonly ListedValue[]
      readonly typos: boolean
      readonly open?: true
      readonly refreshSeconds: number
    }

/** A value and its synonyms. */
export interface ListedValue {
  readonly value: string
  readonly synonyms: readonly string[]
}

/** A column of a table of a source. */
export interface ColumnOf {
  readonly source: string
  readonly table: string
  readonly column: string
}

/**
 * The entities every desk has. `text` takes the visitor's words as they are; the values of the others:
 * number → number, date → `YYYY-MM-DD`, period → a date or
 * `from/to`, both inclusive, time → `HH:MM`, duration → minutes, location → `latitude,longitude` in degrees, money → number,
 * yes-no → boolean, the rest → text.
 */
export const builtInEntities = [
  'number',
  'date',
  'period',
  'time',
  'duration',
  'money',
  'email',
  'url',
  'phone',
  'location',
  'person-name',
  'yes-no',
  'text',
] as const
