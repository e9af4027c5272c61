import type { ColumnShape, TableShape } from '../model/index.ts'
import { spelledOut } from './lexicon.ts'
import type { Survey } from './survey.ts'
import { stemOf } from './words.ts'

/** A table as its source describes it, and what its rows are like. */
export interface Surveyed {
  readonly shape: TableShape
  readonly survey: Survey
}

/** The one column that tells the rows of a table apart; null where it takes several, or none does. */
export function keyOf({ shape, survey }: Surveyed): string | null {
  if (shape.primaryKey.length > 0)
    return shape.primaryKey.length === 1 ? shape.primaryKey[0]! : null
  const [unique] = (shape.unique ?? []).filter((columns) => columns.length === 1)
  if (unique !== undefined) return unique[0]!
  const distinct = shape.columns.filter(({ name }) => isUnique(name, survey))
  const best = distinct.find(({ name }) => isNamedLike(name, shape.name)) ?? distinct[0]
  return best === undefined || survey.rows < 2 ? null : best.name
}

export function isUnique(column: string, { rows, columns }: Survey): boolean {
  return columns.get(column)?.distinct === rows
}

/** `id`, `code`, or the name of the table with one of these or with `name`. */
export function isNamedLike(column: string, table: string): boolean {
  const words = spelledOut(column).map(stemOf)
  const own = spelledOut(table).map(stemOf)
  const rest = words.filter((word) => !own.includes(word))
  return rest.length < words.length
    ? true
    : words.length === 1 && ['id', 'code', 'name'].includes(words[0]!)
}

const nameWords = ['name', 'title', 'fullname', 'label', 'headline', 'caption', 'subject']

/** The columns that name a row to people: a full name or a title, first and last name, or the one text that differs on each row. */
export function namingOf(
  { shape, survey }: Surveyed,
  foreign: ReadonlySet<string>,
): readonly string[] {
  // A row that is told apart by what it links has no name of its own.
  const isMeeting =
    shape.primaryKey.length > 1 && shape.primaryKey.every((name) => foreign.has(name))
  if (isMeeting) return []
  const texts = shape.columns.filter(
    (column) => isText(column, survey) && !foreign.has(column.name),
  )
  const own = new Set(spelledOut(shape.name).map(stemOf))
  const bare = (name: string) => spelledOut(name).filter((word) => !own.has(stemOf(word)))
  const is = (name: string, ...words: readonly string[]) => words.includes(bare(name).join(' '))
  const whole = texts.find(({ name }) => is(name, 'name', 'title', 'full name', 'fullname'))
  if (whole !== undefined) return [whole.name]
  const first = texts.find(({ name }) => is(name, 'first name', 'given name', 'forename', 'first'))
  const last = texts.find(({ name }) => is(name, 'last name', 'surname', 'family name', 'last'))
  if (first !== undefined && last !== undefined) return [first.name, last.name]
  const named = texts.find(
    ({ name }) =>
      bare(name).some((word) => nameWords.includes(word)) && !/user|file|nick|middle/i.test(name),
  )
  if (named !== undefined) return [named.name]
  const primary = texts.find(
    ({ name }) => shape.primaryKey.length === 1 && shape.primaryKey[0] === name,
  )
  if (primary !== undefined && first === undefined) return [primary.name]
  // Nor has one that lies beside a row of another table and tells more of it.
  const isBeside = foreign.has(keyOf({ shape, survey }) ?? '')
  const unique = texts.find(
    ({ name }) => !isBeside && isUnique(name, survey) && survey.rows > 2 && isShort(name, survey),
  )
  return [first ?? last ?? unique].flatMap((one) => one?.name ?? [])
}

function isText({ type, name }: ColumnShape, { columns }: Survey): boolean {
  if (type !== 'text' && type !== 'unknown') return false
  const values = columns.get(name)?.values ?? []
  return (
    values.length === 0 || values.some((value) => typeof value === 'string' && /\p{L}/u.test(value))
  )
}

function isShort(column: string, { columns }: Survey): boolean {
  const values = columns.get(column)?.values.slice(0, 200) ?? []
  const letters = values.reduce<number>((sum, value) => sum + String(value).length, 0)
  return values.length > 0 && letters / values.length < 50
}
