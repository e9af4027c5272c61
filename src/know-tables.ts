import { Cells, type CellColumn } from './catalog/index.ts'
import type { Ask, TableShape, Value } from './model/index.ts'
import {
  type AskedTable,
  keyOf,
  namingOf,
  repeats,
  stemOf,
  type Survey,
  survey,
  valueSynonyms,
  wordsOfText,
} from './questions/index.ts'

/** What an owner says of a table that questions may be asked of. */
export interface ToldTable {
  readonly source: string
  readonly shape: TableShape
  readonly called: readonly string[]
  /** The columns that name a row; empty where they are to be guessed. */
  readonly naming: readonly string[]
  readonly columns: ReadonlyMap<
    string,
    { readonly called: readonly string[]; readonly unit: string }
  >
  readonly joins: AskedTable['joins']
  readonly definitions: AskedTable['definitions']
}

/** Rows above which nothing is computed of all of them, and values of a column that are read. */
export const surveyLimits = { rows: 1_000_000, values: 50_000 }

/** Tables that questions may be asked of, and the values of their columns. */
export interface KnownTables {
  readonly tables: readonly AskedTable[]
  readonly cells: Cells
}

/**
 * Looks into tables, so that questions can be asked of them; `failed` hears of those that do not answer. Values that are
 * those known `before` are not taken in again.
 */
export async function knowTables(
  told: readonly ToldTable[],
  ask: Ask,
  failed: (table: string, thrown: unknown) => void = () => {},
  before?: KnownTables,
): Promise<KnownTables> {
  const known: { readonly table: AskedTable; readonly survey: Survey }[] = []
  for (const one of told) {
    try {
      known.push(await know(one, ask))
    } catch (thrown) {
      // A table that does not answer costs its own answers alone.
      failed(`${one.source}.${one.shape.name}`, thrown)
    }
  }
  const columns = known.flatMap(({ table, survey: found }) =>
    table.columns.map(({ name }): CellColumn & { values: readonly Value[] } => ({
      source: table.source,
      table: table.name,
      column: name,
      values: found.columns.get(name)?.values ?? [],
    })),
  )
  const isSame = before?.cells.isOf(columns) === true
  const cells = isSame ? before.cells : await Cells.of(columns, folding)
  return { tables: known.map(({ table }) => table), cells }
}

const folding = {
  wordsOf: wordsOfText,
  stemOf,
  alsoCalled: (value: string) => synonymsOf(value),
}

/** A query writes `alias.column`: a column with a dot in its name cannot be told from that. */
function canBeNamed(column: string): boolean {
  return !column.includes('.')
}

function synonymsOf(value: string): readonly string[] {
  const said = Object.hasOwn(valueSynonyms, value.toLowerCase())
    ? valueSynonyms[value.toLowerCase()]
    : undefined
  return [...(said ?? '').matchAll(/"([^"]+)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  )
}

async function know(told: ToldTable, ask: Ask) {
  const { source, shape } = told
  const readable = {
    name: shape.name,
    columns: shape.columns.filter(({ name }) => told.columns.has(name) && canBeNamed(name)),
  }
  const found = await survey(source, readable, ask, surveyLimits)
  const joined = new Set(told.joins.map(({ column }) => column))
  const surveyed = { shape: { ...shape, columns: readable.columns }, survey: found }
  const key = keyOf(surveyed)
  const naming = told.naming.length > 0 ? told.naming : namingOf(surveyed, joined)
  const numbers = readable.columns
    .filter(
      ({ name, type }) => ['integer', 'number', 'decimal'].includes(type) && !joined.has(name),
    )
    .map(({ name }) => name)
  const [name] = naming
  const distinct = found.columns.get(name ?? '')?.distinct ?? 0
  const mayRepeat = key === null && naming.length === 1 && distinct > 0 && distinct < found.rows
  const table: AskedTable = {
    source,
    name: shape.name,
    called: told.called,
    key,
    naming,
    joins: told.joins,
    definitions: told.definitions,
    rows: found.rows,
    repeats:
      mayRepeat && (await repeats(source, { name: shape.name, naming: name!, numbers }, ask)),
    columns: readable.columns.map(({ name: column, type }) => ({
      name: column,
      type,
      ...rangeOf(found.columns.get(column)),
      ...told.columns.get(column)!,
    })),
  }
  return { table, survey: found }
}

/** What a survey found of a column; nothing of one it left out. */
function rangeOf(
  surveyed?: Pick<AskedTable['columns'][number], 'distinct' | 'least' | 'greatest'>,
) {
  const { distinct = 0, least = null, greatest = null } = surveyed ?? {}
  return { distinct, least, greatest }
}
