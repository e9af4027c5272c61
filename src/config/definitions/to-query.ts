import type { Operand, Order, QueryTemplate } from '../../model/index.ts'
import { closest } from '../../util/closest.ts'
import type { Spot } from '../files/spot.ts'
import type { Reading } from '../reading.ts'
import type { QueryInput } from '../schemas/query-schema.ts'
import {
  checkColumn,
  resolveJoins,
  resultName,
  splitTable,
  type Tables,
  toSelection,
} from './columns.ts'
import { type Scope, toFilter, toOperand } from './to-filter.ts'

/** Rows at the most, when the query does not say. */
const defaultLimit = 20

const selectOnly = ['columns', 'join', 'where', 'group', 'order', 'distinct'] as const
const sqlOnly = ['source', 'parameters'] as const

/** A query, and what its result holds as far as that is known before asking. */
export interface ReadQuery {
  readonly template: QueryTemplate
  /** Null when the columns are whatever the table has. */
  readonly columns: readonly string[] | null
  /** Null for SQL. */
  readonly tables: Tables | null
}

/** A query as it was written, and what it may refer to. */
export interface WrittenQuery {
  readonly name: string
  readonly input: QueryInput
  readonly spot: Spot
  readonly scope: Scope
}

/** Reads one query; null when too little of it is sound to go on with. */
export function toQuery(query: WrittenQuery, reading: Reading): ReadQuery | null {
  const { input, spot } = query
  if (input.from !== undefined && input.sql !== undefined) {
    spot.to('sql').report('not-allowed', 'A query has either `from` or `sql`.', { part: 'key' })
    return null
  }
  if (input.sql !== undefined) return toSqlQuery(query, input.sql, reading)
  if (input.from !== undefined) return toSelectQuery(query, input.from, reading)
  // A misspelt `from` was reported as such.
  if (spot.written.some((key) => closest(key, ['from', 'sql']) !== null)) return null
  spot.report('missing', 'The query does not say where it reads.', {
    hint: 'Add `from: source.table`.',
    part: 'key',
  })
  return null
}

function toSelectQuery(
  { name, input, spot, scope }: WrittenQuery,
  from: string,
  reading: Reading,
): ReadQuery | null {
  refuse(input, sqlOnly, 'sql', spot)
  const origin = splitTable(from, spot.to('from'), reading)
  if (origin === null) return null
  const tables = resolveJoins(listOf(input.join), origin, spot.to('join'), reading)
  const columns = listOf(input.columns).map((column, i) =>
    toSelection(column, spot.to('columns', i), tables),
  )
  const groupBy = listOf(input.group)
  for (const [i, column] of groupBy.entries()) checkColumn(column, spot.to('group', i), tables)
  const template: QueryTemplate = {
    kind: 'select',
    name,
    ...origin,
    columns,
    where: toFilter(input.where, spot.to('where'), { ...scope, tables }),
    joins: tables.joins,
    groupBy,
    order: toOrder(input.order, spot.to('order'), tables),
    distinct: input.distinct ?? false,
    limit: input.limit ?? defaultLimit,
  }
  return { template, tables, columns: columns.length === 0 ? null : columns.map(resultName) }
}

function toOrder(input: QueryInput['order'], spot: Spot, tables: Tables): readonly Order[] {
  return listOf(input).flatMap((text, i) => {
    const there = spot.to(i)
    const [, column, direction] = /^(\S+)(?:\s+(asc|desc))?$/i.exec(text.trim()) ?? []
    if (column === undefined) {
      there.report('not-allowed', `\`${text}\` is not an order.`, {
        hint: 'Write `column` or `column desc`; several as a list.',
      })
      return []
    }
    checkColumn(column, there, tables)
    return [{ column, descending: direction?.toLowerCase() === 'desc' }]
  })
}

/** One thing or a list of them, as a list. The place of item 0 is found also where there is no list. */
function listOf<T>(input: T | readonly T[] | undefined): readonly T[] {
  if (input === undefined) return []
  return Array.isArray(input) ? (input as readonly T[]) : [input as T]
}

function toSqlQuery(query: WrittenQuery, text: string, reading: Reading): ReadQuery | null {
  const { name, input, spot } = query
  refuse(input, selectOnly, 'from', spot)
  const { source } = input
  if (source === undefined) {
    spot.report('missing', '`source` is missing.', {
      hint: 'Say which source the SQL is sent to.',
      part: 'key',
    })
    return null
  }
  if (spot.to('source').expects('source', source, reading.sources))
    refuseOnPrivate(source, spot.to('sql'), reading)
  const template: QueryTemplate = {
    kind: 'sql',
    name,
    source,
    text,
    parameters: toParameters(query, reading.parseSql(text)),
    limit: input.limit ?? defaultLimit,
  }
  return { template, columns: null, tables: null }
}

/** The value of each `:name`: the one given, else the slot of that name. */
function toParameters(
  { input, spot, scope }: WrittenQuery,
  { always, perhaps }: ReturnType<Reading['parseSql']>,
): Readonly<Record<string, Operand>> {
  const given = input.parameters ?? {}
  const wanted = [...always, ...perhaps]
  for (const name of Object.keys(given))
    spot.to('parameters', name).expects('parameter in the SQL', name, wanted, { part: 'key' })
  const pairs = wanted.flatMap((name) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    if (value !== undefined)
      return [[name, toOperand(value, spot.to('parameters', name), scope)] as const]
    if (perhaps.includes(name) && !scope.slots.includes(name)) return []
    const there = spot.to('sql')
    const hint = `Give it a value under \`parameters\`, or declare a slot \`${name}\`.`
    if (!there.expects('slot or parameter', name, scope.slots, { hint })) return []
    return [[name, { kind: 'slot', slot: name }] as const]
  })
  return Object.fromEntries(pairs)
}

/** The guard cannot look into SQL, so a source that holds anything private takes none. */
function refuseOnPrivate(source: string, spot: Spot, reading: Reading): void {
  const guarded = [...reading.tables.values()].find(
    (table) => table.source === source && (table.private !== null || table.hidden.length > 0),
  )
  if (guarded === undefined) return
  const what = guarded.private === null ? 'hidden columns' : 'private rows'
  spot.report('privacy', `SQL is refused on \`${source}\`: \`${guarded.name}\` holds ${what}.`, {
    hint: 'Write it with `from` and `where`, so that the guard stands under it.',
  })
}

function refuse(
  input: QueryInput,
  members: readonly (keyof QueryInput)[],
  other: 'sql' | 'from',
  spot: Spot,
): void {
  for (const member of members) {
    if (input[member] === undefined) continue
    spot.to(member).report('not-allowed', `\`${member}\` goes with \`${other}\` only.`, {
      part: 'key',
    })
  }
}
