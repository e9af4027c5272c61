import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What "major" means there: the lines an owner would add to the files of three tables. */
const defined = {
  'geography.city':
    'definitions: { major: { population: { ">": 150000 } }, big: { population: { ">": 150000 } } }\n',
  'geography.river': 'definitions: { major: { length: { ">": 750 } } }\n',
  'geography.lake': 'definitions: { major: { area: { ">": 750 } } }\n',
}

/**
 * The questions of GeoQuery with their variables filled in; where several queries are right, any is. Its texts stand in
 * double quotes and it compares with `> ALL`, which SQLite has not.
 *
 * @param {string} place the folder the data stands in; empty for none
 */
export function geography(place) {
  const file = join(place, 'geography.sqlite')
  if (place === '' || !existsSync(file)) return []
  const entries =
    /** @type {{ sentences: { text: string, variables: Record<string, string> }[], sql: string[] }[]} */ (
      JSON.parse(readFileSync(join(place, 'geography.json'), 'utf8'))
    )
  const questions = entries.flatMap(({ sentences, sql }) =>
    sentences.map(({ text, variables }) => ({
      question: fill(text, variables),
      sql: sql.map((one) => fill(inSqlite(one), quoted(variables))),
    })),
  )
  return [
    { name: 'geography', file, questions },
    { name: 'geographyDefined', file, questions, defined },
  ]
}

/** @param {string} sql */
function inSqlite(sql) {
  return sql
    .replaceAll(/> ALL \( SELECT (\S+)/g, '> ( SELECT MAX($1)')
    .replaceAll(/"([^"]*)"/g, "'$1'")
}

/**
 * @param {Record<string, string>} variables
 * @returns {Record<string, string>}
 */
function quoted(variables) {
  const pairs = Object.entries(variables).map(([name, value]) => [
    name,
    value.replaceAll("'", "''"),
  ])
  return /** @type {Record<string, string>} */ (Object.fromEntries(pairs))
}

/** @param {string} text @param {Record<string, string>} variables */
function fill(text, variables) {
  const longestFirst = Object.entries(variables).toSorted(([a], [b]) => b.length - a.length)
  return longestFirst.reduce((filled, [name, value]) => filled.replaceAll(name, value), text)
}
