import { spelledOut } from './lexicon.ts'
import type { Column, Table } from './schema.ts'
import { stemOf } from './words.ts'

/** A column with an order that means something. */
export function isRankable(column: Column): boolean {
  return column.role === 'number' || column.role === 'date' || column.role === 'time'
}

/** Whether a word, in whatever form, stands in what a column is called. */
export function hasWord(column: Column, word: string): boolean {
  const stem = stemOf(word)
  return [column.name, ...column.called].some((name) =>
    spelledOut(name).some((one) => stemOf(one) === stem),
  )
}

/** "directed" and "director", "borrow" and "borrower", "teaches" and "teaching". */
export function isAkin(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length)
  let same = 0
  while (same < most && a[same] === b[same]) same++
  const isWhole = same === most && same >= 3 && Math.abs(a.length - b.length) <= 3
  return isWhole || (same >= 4 && same >= 0.6 * Math.max(a.length, b.length))
}

const personal = ['surname', 'gender', 'sex', 'age', 'birth', 'dob', 'salary', 'email']

/** Whether the rows of a table are people. */
export function isPerson(table: Table): boolean {
  return (
    table.naming.length > 1 ||
    table.columns.some((one) => personal.some((word) => hasWord(one, word)) && one.link === null)
  )
}

/**
 * A relation of a thing with others of its kind: two keys to the same table, and nothing that names a row. What has a key
 * of its own and more to tell, such as a game of two teams, is a thing by itself.
 */
export function relatesItself(table: Table): boolean {
  if (table.key !== null && table.columns.length > 4) return false
  const targets = table.columns.flatMap(({ link }) => (link === null ? [] : [link.to.table]))
  return table.isRelation && targets.some((one, i) => targets.indexOf(one) !== i)
}
