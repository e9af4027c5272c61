import type { Table, TableWords } from '../../model/index.ts'
import { splitTable } from './columns.ts'
import type { Documents } from '../files/salvage.ts'
import { readEach } from '../files/salvage.ts'
import type { Reading } from '../reading.ts'
import type { Spot } from '../files/spot.ts'
import type { TableInput } from '../schemas/table-schema.ts'
import { tableSchema } from '../schemas/table-schema.ts'
import { toFixedFilter } from './to-filter.ts'
import { toWording } from './to-wording.ts'

/** Reads what the desk knows of its tables. */
export function readTables(
  documents: Documents,
  reading: Omit<Reading, 'tables'>,
): readonly Table[] {
  return readEach(documents, { schema: tableSchema, member: 'table' }, (input, spot) =>
    toTable(input, spot, reading),
  )
}

/** Null when it does not say which table. */
function toTable(input: TableInput, spot: Spot, reading: Omit<Reading, 'tables'>): Table | null {
  const which = splitTable(input.table, spot.to('table'), reading)
  if (which === null) return null
  const { source, table: name } = which
  const { private: belongs } = input
  if (belongs !== undefined)
    spot.to('private', 'to').expects('identity', belongs.to, reading.identities, {
      hint: 'Declare it under `identities` in desk.yaml.',
    })
  if (belongs !== undefined && input.public === true)
    spot.to('public').report('not-allowed', 'A table is either private or public.', { part: 'key' })
  return {
    source,
    name,
    ...(input.public === true ? { public: true } : {}),
    title: toWording(input.title ?? name.replaceAll(/[_.]+/g, ' '), spot.to('title'), reading),
    private: belongs === undefined ? null : { identity: belongs.to, column: belongs.by },
    hidden: input.hidden,
    joins: toJoins(input.joins, source, spot.to('joins')),
    ...(input.columns === undefined ? {} : { words: toWords(name, input, input.columns, spot) }),
  }
}

/** What people call it and its columns. A column that is hidden cannot be asked about. */
function toWords(
  name: string,
  input: TableInput,
  columns: NonNullable<TableInput['columns']>,
  spot: Spot,
): TableWords {
  for (const column of Object.keys(columns))
    if (input.hidden.includes(column))
      spot
        .to('columns', column)
        .report('privacy', `\`${column}\` is hidden: nobody may ask about it.`, {
          hint: 'Leave it out here, or take it out of `hidden`.',
        })
  for (const [i, column] of input.naming.entries())
    spot.to('naming', i).expects('column', column, Object.keys(columns))
  const title = input.title ?? name.replaceAll(/[_.]+/g, ' ')
  const one = typeof title === 'string' ? title : (Object.values(title).flat()[0] ?? name)
  const pairs = Object.entries(columns).map(
    ([column, { words, unit = '' }]) => [column, { words, unit }] as const,
  )
  return {
    one,
    many: input.plural ?? one,
    synonyms: input.synonyms,
    naming: input.naming,
    columns: Object.fromEntries(pairs),
    definitions: toDefinitions(input.definitions ?? {}, columns, spot.to('definitions')),
  }
}

/** Words said of a row, each with the condition they stand for; its columns must be ones that may be asked about. */
function toDefinitions(
  input: NonNullable<TableInput['definitions']>,
  columns: Readonly<Record<string, unknown>>,
  spot: Spot,
): TableWords['definitions'] {
  const pairs = Object.entries(input).flatMap(([words, conditions]) => {
    const there = spot.to(words)
    const known = Object.keys(columns)
    for (const column of Object.keys(conditions))
      there.to(column).expects('column', column, known, {
        hint: 'A definition speaks of columns listed under `columns`.',
      })
    const filter = toFixedFilter(conditions, there)
    return filter === null ? [] : [[words, filter] as const]
  })
  return Object.fromEntries(pairs)
}

function toJoins(input: TableInput['joins'], source: string, spot: Spot): Table['joins'] {
  const pairs = Object.entries(input).flatMap(([alias, { to, on, kind }]) => {
    const there = spot.to(alias)
    const [pair, ...more] = Object.entries(on)
    if (pair === undefined || more.length > 0) {
      there.to('on').report('not-allowed', 'A join has exactly one pair of columns.', {
        hint: 'For a key of several columns, join a view that has one.',
      })
      return []
    }
    const [column, equals] = pair
    const table = to.startsWith(`${source}.`) ? to.slice(source.length + 1) : to
    return [[alias, { table, column, equals, kind }] as const]
  })
  return Object.fromEntries(pairs)
}
