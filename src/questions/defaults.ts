import type { Aggregate } from '../model/index.ts'
import { spelledOut } from './lexicon.ts'
import { hasWord } from './traits.ts'
import type { Column, Table } from './schema.ts'

/** The other end, for a column that runs the other way. */
export function flipped(aggregate: Aggregate): Aggregate {
  return aggregate === 'maximum' ? 'minimum' : aggregate === 'minimum' ? 'maximum' : aggregate
}

/** What a row of a table is called by. */
export function namesOf(table: Table): readonly Column[] {
  if (table.naming.length > 0) return table.naming
  if (table.key !== null) return [table.key]
  return table.columns.slice(0, 1)
}

/** The columns that tell where something is. */
export function placesIn(table: Table): readonly Column[] {
  const words = [
    'location',
    'address',
    'place',
    'venue',
    'room',
    'building',
    'city',
    'state',
    'country',
    'headquarters',
    'campus',
    'town',
    'cabin',
    'shelf',
    'floor',
    'hometown',
  ]
  const telling = table.columns.filter(
    (one) => !table.naming.includes(one) && (one.distinct !== 1 || table.rows < 4),
  )
  const isPlace = (one: Column, word: string) =>
    hasWord(one, word) || (one.link !== null && isCalled(one.link.to.table, word))
  const found = words.flatMap((word) => telling.find((one) => isPlace(one, word)) ?? [])
  return [...new Set(found)].slice(0, 3)
}

function isCalled(table: Table, word: string): boolean {
  return [table.name, ...table.called].some((name) => spelledOut(name).includes(word))
}

/** The columns that tell when. */
export function timesIn(table: Table): readonly Column[] {
  const dates = table.columns.filter(
    (one) =>
      one.role === 'date' ||
      one.role === 'time' ||
      hasWord(one, 'year') ||
      hasWord(one, 'date') ||
      hasWord(one, 'time'),
  )
  return dates.slice(0, 2)
}
