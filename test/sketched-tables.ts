import type { ColumnType, Filter, Value } from '../src/model/index.ts'
import { QuestionReader } from '../src/questions/read.ts'
import type { AskedColumn, AskedJoin, FoundValue } from '../src/questions/schema.ts'

const spans: Partial<Record<ColumnType, readonly [number | string, number | string]>> = {
  integer: [1, 90_000],
  date: ['1960-01-01', '2020-01-01'],
}

/** A table as a test draws it: its columns by type, or with more said of them, and some of their values. */
export interface Sketch {
  readonly key?: string
  readonly naming?: string
  readonly columns: Readonly<Record<string, ColumnType | Partial<AskedColumn>>>
  readonly joins?: readonly AskedJoin[]
  readonly values?: Readonly<Record<string, readonly string[]>>
  readonly definitions?: Readonly<Record<string, Filter>>
  readonly repeats?: boolean
}

/** For tests: reads questions over tables that are nowhere. Values are found by their whole words. */
export function readerOf(sketches: Readonly<Record<string, Sketch>>): QuestionReader {
  const named = Object.entries(sketches)
  return new QuestionReader({
    tables: named.map(([name, { key, naming, columns, joins, definitions = {}, repeats }]) => ({
      source: 'own',
      name,
      called: [],
      key: key ?? null,
      naming: naming === undefined ? [] : [naming],
      joins: joins ?? [],
      definitions: Object.entries(definitions).map(([called, filter]) => ({ called, filter })),
      rows: 20,
      repeats: repeats === true,
      columns: Object.entries(columns).map(([each, told]) => columnOf(each, told)),
    })),
    findValues: (words) => {
      const said = words.map(({ text }) => text.toLowerCase())
      return named.flatMap(([table, { values = {} }]) =>
        Object.entries(values).flatMap(([column, known]) =>
          known.flatMap((value) =>
            foundIn(said, value).map((at) => ({ ...at, source: 'own', table, column })),
          ),
        ),
      )
    },
  })
}

/** A join along a key. */
export function joinOn(column: string, table: string, equals: string): AskedJoin {
  return { column, table, equals }
}

function columnOf(name: string, told: ColumnType | Partial<AskedColumn>): AskedColumn {
  const type = typeof told === 'string' ? told : (told.type ?? 'text')
  const [least, greatest] = spans[type] ?? ['a', 'z']
  const rest = typeof told === 'string' ? {} : told
  return { name, type, called: [], distinct: 12, least, greatest, unit: '', ...rest }
}

function foundIn(
  said: readonly string[],
  value: Value,
): Omit<FoundValue, 'source' | 'table' | 'column'>[] {
  const words = String(value).toLowerCase().split(' ')
  return said.flatMap((_, first) =>
    words.every((word, i) => said[first + i] === word)
      ? [
          {
            first,
            last: first + words.length - 1,
            value,
            score: 1,
            isPart: false,
            isMisspelt: false,
          },
        ]
      : [],
  )
}
