import type { Result, Value } from '../../model/index.ts'
import type { Dialect } from './dialect.ts'
import type { Statement } from './statement.ts'
import { tokenize } from './tokens.ts'

/**
 * The text of so many `select` statements like this one as one statement: each keeps its own order and limit, and its
 * rows begin with its number among them. The values of all go in one after another.
 */
export function manyInOne({ text, parameters }: Statement, many: number, dialect: Dialect): string {
  const parts = Array.from({ length: many }, (_, i) => {
    const own = shifted(text, i * parameters.length, dialect)
    return `(${own.replace(/^select (?:distinct )?/, `$&${i} as ${dialect.quote('#')}, `)})`
  })
  return parts.join(' union all ')
}

/** The text with its placeholders counted from after `by`, where this database counts them. */
function shifted(text: string, by: number, dialect: Dialect): string {
  if (dialect.placeholder(1) === dialect.placeholder(2)) return text
  const tokens = tokenize(text, dialect.lexicon)
  const isNumber = (i: number) => tokens[i - 1]?.text === '$' && /^\d+$/.test(tokens[i]!.text)
  return tokens
    .map((token, i) => (isNumber(i) ? String(Number(token.text) + by) : token.text))
    .join('')
}

/**
 * The results of so many statements, each of `limit` rows at the most, out of that of their one; null where it does not
 * have the columns that each has alone.
 */
export function resultsOfMany(
  { columns, rows }: Result,
  alone: Result['columns'],
  { many, limit }: { readonly many: number; readonly limit: number },
): readonly Result[] | null {
  const given = columns.slice(1)
  if (given.length !== alone.length || !given.every((one, i) => isLike(one, alone[i]!))) return null
  const truths = given.flatMap((one, i) => (one.type === alone[i]!.type ? [] : [i]))
  const parts = Array.from({ length: many }, (): Value[][] => [])
  for (const row of rows) parts[Number(row[0])]?.push(withTruths(row.slice(1), truths))
  return parts.map((found) => {
    const truncated = found.length > limit
    if (truncated) found.length = limit
    return { columns: alone, rows: found, rowCount: found.length, truncated }
  })
}

type Column = Result['columns'][number]

/** MariaDB forgets in a union that the small integers of a column say yes and no. */
function isLike({ name, type }: Column, alone: Column): boolean {
  const isTruth = type === 'integer' && alone.type === 'boolean'
  return name === alone.name && (type === alone.type || isTruth)
}

function withTruths(row: Value[], truths: readonly number[]): Value[] {
  for (const i of truths) if (row[i] !== null) row[i] = row[i] !== 0
  return row
}
