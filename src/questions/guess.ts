import { isNamedLike, isUnique, keyOf, namingOf, type Surveyed } from './naming.ts'
import type { ColumnShape, Value } from '../model/index.ts'
import { spelledOut } from './lexicon.ts'
import { stemOf } from './words.ts'

/** A column whose values stand in a column of another table. */
export interface GuessedJoin {
  readonly table: string
  readonly column: string
  readonly to: string
  readonly equals: string
  /** Declared by the database, or found by comparing values. */
  readonly declared: boolean
}

/** Keys the database declares, one column each. */
export function declaredJoins(tables: readonly Surveyed[]): readonly GuessedJoin[] {
  const known = new Set(tables.map(({ shape }) => shape.name))
  return tables.flatMap(({ shape }) =>
    (shape.foreignKeys ?? []).flatMap(({ columns, table, references }) => {
      const [column, more] = columns
      const [equals] = references
      if (column === undefined || more !== undefined || !known.has(table)) return []
      const there = tables.find((one) => one.shape.name === table)
      const target =
        there?.shape.columns.find(({ name }) => name.toLowerCase() === equals?.toLowerCase())
          ?.name ?? (there === undefined ? undefined : (keyOf(there) ?? undefined))
      return target === undefined
        ? []
        : [{ table: shape.name, column, to: table, equals: target, declared: true }]
    }),
  )
}

/** Share of a column's values that must stand in the other. */
const included = 0.9

/**
 * Keys that nobody declared: a column called like another table's key whose values stand there, or one of words whose
 * values all do. `isWithin` tells the share of a column's rows whose value stands in another column.
 */
export async function likelyJoins(
  tables: readonly Surveyed[],
  declared: readonly GuessedJoin[],
  isWithin: (
    from: { table: string; column: string },
    to: { table: string; column: string },
  ) => Promise<number>,
): Promise<readonly GuessedJoin[]> {
  const found: GuessedJoin[] = []
  const has = (table: string, column: string) =>
    [...declared, ...found].some((one) => one.table === table && one.column === column)
  const keyed = tables.flatMap((one) => {
    const key = keyOf(one)
    return key === null || one.survey.rows < 2 ? [] : [{ ...one, key }]
  })
  for (const from of tables) {
    for (const column of from.shape.columns) {
      if (has(from.shape.name, column.name) || isOwnKey(from, column.name)) continue
      for (const to of candidatesFor(from, column, keyed)) {
        const share = await isWithin(
          { table: from.shape.name, column: column.name },
          { table: to.shape.name, column: to.key },
        )
        if (share < included) continue
        found.push({
          table: from.shape.name,
          column: column.name,
          to: to.shape.name,
          equals: to.key,
          declared: false,
        })
        break
      }
    }
  }
  return [...found, ...namedThings(tables, has)]
}

/** Share of a column's values that must be names of rows elsewhere for it to stand for them. */
const named = 0.7

/** Columns of words most of whose values are what rows of another table are called: a state's capital is a city. */
function namedThings(
  tables: readonly Surveyed[],
  has: (table: string, column: string) => boolean,
): readonly GuessedJoin[] {
  const foreign = (table: string, columns: readonly ColumnShape[]) =>
    new Set(columns.flatMap(({ name }) => (has(table, name) ? [name] : [])))
  const called = tables.flatMap((one) => {
    const { shape, survey } = one
    const [name, more] = namingOf(one, foreign(shape.name, shape.columns))
    const values = survey.columns.get(name ?? '')?.values ?? []
    const isKey = name === undefined || more !== undefined || isUnique(name, survey)
    return isKey || values.length < 4 ? [] : [{ table: shape.name, name, values: folded(values) }]
  })
  return tables.flatMap(({ shape, survey }) =>
    shape.columns.flatMap(({ name: column }) => {
      const values = folded(survey.columns.get(column)?.values ?? [])
      const isOwn =
        has(shape.name, column) ||
        called.some((one) => one.table === shape.name && one.name === column)
      if (isOwn || values.size < 4) return []
      const there = called.find(
        (one) => one.table !== shape.name && shareOf(values, one.values) >= named,
      )
      return there === undefined
        ? []
        : [{ table: shape.name, column, to: there.table, equals: there.name, declared: false }]
    }),
  )
}

function folded(values: readonly Value[]): ReadonlySet<string> {
  return new Set(values.map((value) => String(value).toLowerCase()))
}

function shareOf(values: ReadonlySet<string>, known: ReadonlySet<string>): number {
  return [...values].filter((value) => known.has(value)).length / values.size
}

interface Keyed extends Surveyed {
  readonly key: string
}

/** The key itself leads elsewhere only where its table is called otherwise: `highlow.state_name`. */
function isOwnKey(from: Surveyed, column: string): boolean {
  if (keyOf(from) !== column) return false
  const own = spelledOut(from.shape.name).map(stemOf)
  const words = spelledOut(column).map(stemOf)
  return words.some((word) => own.includes(word)) || words.length === 1
}

function candidatesFor(
  from: Surveyed,
  column: ColumnShape,
  keyed: readonly Keyed[],
): readonly Keyed[] {
  const fitting = keyed.filter(({ shape, key, survey }) => {
    if (shape.name === from.shape.name) return false
    const there = shape.columns.find(({ name }) => name === key)
    if (there === undefined || !alike(there, column)) return false
    return (
      isCalledLike(column.name, shape.name, key) ||
      hasValuesOf(from, column.name, survey.columns.get(key)?.values ?? [])
    )
  })
  const rank = (one: Keyed) =>
    (isCalledLike(column.name, one.shape.name, one.key) ? 2 : 0) +
    (isNamedLike(one.key, one.shape.name) ? 1 : 0)
  return fitting.toSorted((a, b) => rank(b) - rank(a))
}

function alike(a: ColumnShape, b: ColumnShape): boolean {
  const kind = ({ type }: ColumnShape) =>
    ['integer', 'number', 'decimal'].includes(type) ? 'number' : type === 'unknown' ? 'text' : type
  return kind(a) === kind(b)
}

/** `customer_id` for the key `id` of `customers`; a key of the same telling name. */
function isCalledLike(column: string, table: string, key: string): boolean {
  const words = spelledOut(column).map(stemOf)
  const keyWords = spelledOut(key).map(stemOf)
  const own = spelledOut(table).map(stemOf)
  if (words.join(' ') === keyWords.join(' '))
    return words.length > 1 || !['id', 'name', 'code', 'title'].includes(words[0] ?? '')
  const last = own.at(-1)
  if (last === undefined || !words.includes(last)) return false
  // What stands before says in which role: `home_team_id`.
  const after = words.slice(words.lastIndexOf(last) + 1)
  return after.every((word) => keyWords.includes(word) || word === 'id' || word === 'code')
}

/** A column of words all of whose values are values of the key. */
function hasValuesOf(from: Surveyed, column: string, keys: readonly Value[]): boolean {
  const values = from.survey.columns.get(column)?.values ?? []
  if (values.length < 4 || keys.length < 4) return false
  return shareOf(folded(values), folded(keys)) >= included
}
