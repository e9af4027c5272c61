import { describe, expect, test } from 'vitest'
import { guard, prove } from '../../src/identity/index.ts'
import type {
  Filter,
  Identity,
  Join,
  SelectQuery,
  Subquery,
  Table,
  Value,
} from '../../src/model/index.ts'
import { select, subquery } from '../../src/model/index.ts'
import { fc } from '../dice.ts'

/*
 * Whatever a query says, the guard lets a person read nobody's rows but their own. The queries are made at random; the
 * guarded ones are evaluated over rows in memory, as a database would.
 */

type Row = Readonly<Record<string, Value>>

const people = ['RC1', 'RC2', 'RC3']

/** Rows of a private table: every person has some, and no row is nobody's but one. */
const dues: readonly Row[] = [...people, null].flatMap((roll_no, i) =>
  [0, 100, 250].map((amount, n) => ({ id: 10 * i + n, roll_no, amount, note: `n${amount}` })),
)
const results: readonly Row[] = people.flatMap((student, i) =>
  [1, 2].map((semester) => ({ id: 10 * i + semester, student, semester, marks: 40 + 10 * i })),
)
const heads: readonly Row[] = [0, 1, 2, 10, 11, 20, 99].map((id) => ({ id, title: `head ${id}` }))

const stored: Readonly<Record<string, readonly Row[]>> = { dues, results, heads }

const student: Identity = {
  name: 'student',
  source: 'office',
  table: 'students',
  key: 'roll_no',
  nameColumn: null,
  proofs: [{ column: 'roll_no', entity: 'text', ask: {} }],
  attempts: 5,
  lockMinutes: 15,
}

function privately(name: string, column: string): Table {
  const shared = { source: 'office', title: {}, hidden: [], joins: {} }
  return { ...shared, name, private: { identity: 'student', column } }
}

const guarded = guard({
  tables: [privately('dues', 'roll_no'), privately('results', 'student')],
  identities: [student],
  columnsOf: (_source, table) => Object.keys(stored[table]?.[0] ?? {}),
  isView: () => false,
})

/** The column that says whose a row is. */
const ownerColumns: Readonly<Record<string, string>> = { dues: 'roll_no', results: 'student' }

describe('no query tells of anybody else', () => {
  test('whatever is asked, joined and negated', () => {
    fc.assert(
      fc.property(anyQuery(), fc.constantFrom(...people), (query, key) => {
        const safe = guarded({ ...query, person: { identity: 'student', key } })
        if (safe.kind !== 'select') throw new Error('a select query became something else')
        for (const one of [safe, ...within(safe)]) expect(namesTheOwner(one, key)).toBe(true)
        for (const used of run(safe)) {
          for (const { table, row } of used) {
            const owner = ownerColumns[table]
            if (owner !== undefined && row !== null) expect(row[owner]).toBe(key)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('to somebody who has not proven who they are', () => {
    const strangers = [null, { identity: 'staff', key: 'RC1' }, { identity: 'student', key: '' }]
    fc.assert(
      fc.property(anyQuery(), fc.constantFrom(...strangers), (query, person) => {
        const isPrivate = [query, ...within(query)]
          .flatMap(tablesOf)
          .some(({ table }) => table in ownerColumns)
        const ask = () => guarded({ ...query, person })
        if (isPrivate) expect(ask).toThrow(/nobody has proven/)
        else expect(ask()).toEqual({ ...query, person })
      }),
    )
  })

  test('under a different spelling of the table', () => {
    const spelled = fc
      .tuple(fc.constantFrom('dues', 'DUES', 'Dues'), fc.constantFrom('', 'main.', '"public".'))
      .chain(([name, schema]) =>
        fc.constantFrom(`${schema}${name}`, `${schema}"${name}"`, `${schema}\`${name}\``),
      )
    fc.assert(
      fc.property(spelled, anyFilter(['amount']), (table, where) => {
        const safe = guarded({
          ...plain(table),
          where,
          person: { identity: 'student', key: 'RC1' },
        })
        expect(safe).toMatchObject({
          where: { kind: 'all', filters: [{ value: 'RC1' }, expect.anything()] },
        })
      }),
    )
  })

  test('by pretending to prove something', () => {
    fc.assert(
      fc.property(anyQuery(), (query) => {
        expect(() => guarded({ ...query, proof: 'student' })).toThrow(/does something else/)
      }),
    )
    const honest = prove(student, { roll_no: 'RC1' })
    expect(guarded(honest)).toEqual(honest)
  })
})

/** Whether the conditions at the top of a query, or of a left join, say for every private table whose rows may be read. */
function namesTheOwner(query: Pick<SelectQuery, Read>, key: string): boolean {
  return tablesOf(query)
    .filter(({ table }) => table in ownerColumns)
    .every(({ table, prefix, where }) =>
      (where?.kind === 'all' ? where.filters : []).some(
        (one) =>
          one.kind === 'compare' &&
          one.op === '=' &&
          one.column === `${prefix}${ownerColumns[table]}` &&
          one.value === key,
      ),
    )
}

/** What of a query says which rows it reads. */
type Read = 'table' | 'joins' | 'where'

/** The queries within a query, however deep. */
function within({ where }: Pick<SelectQuery, Read>): readonly Pick<SelectQuery, Read>[] {
  return where === null ? [] : queriesIn(where).flatMap((one) => [one, ...within(one)])
}

function queriesIn(filter: Filter): readonly Subquery[] {
  if (filter.kind === 'among' || filter.kind === 'compare-with') return [filter.query]
  if (filter.kind === 'not') return queriesIn(filter.filter)
  return filter.kind === 'all' || filter.kind === 'any' ? filter.filters.flatMap(queriesIn) : []
}

/** The tables of a query, each with the conditions that keep its rows out. */
function tablesOf({ table, joins, where }: Pick<SelectQuery, Read>) {
  return [
    { table, prefix: '', where },
    ...joins.map((join) => ({
      table: join.table,
      prefix: `${join.alias}.`,
      where: join.kind === 'left' ? join.where : where,
    })),
  ]
}

// Queries made at random.

const columnsByTable = (table: string) => Object.keys(stored[table]?.[0] ?? {})

function plain(table: string): SelectQuery {
  return select({ source: 'office', table, limit: 20, person: null })
}

function anyQuery(): fc.Arbitrary<SelectQuery> {
  return fc
    .record({
      table: fc.constantFrom(...Object.keys(stored)),
      joined: fc.array(
        fc.record({
          table: fc.constantFrom(...Object.keys(stored)),
          kind: fc.constantFrom('inner' as const, 'left' as const),
          column: fc.constant('id'),
        }),
        { maxLength: 2 },
      ),
    })
    .chain(({ table, joined }) => {
      const joins: readonly Join[] = joined.map(({ table: other, kind }, i) => ({
        table: other,
        alias: `j${i}`,
        on: ['id', 'id'],
        kind,
      }))
      const columns = [
        ...columnsByTable(table),
        ...joins.flatMap((join) => columnsByTable(join.table).map((one) => `${join.alias}.${one}`)),
      ]
      return fc
        .record({
          where: fc.option(anyFilter(columns)),
          columns: fc.subarray(columns.map((column) => ({ column }))),
        })
        .map((rest) => ({ ...plain(table), joins, ...rest }))
    })
}

function anyFilter(columns: readonly string[]): fc.Arbitrary<Filter> {
  const column = fc.constantFrom(...columns)
  const value = fc.constantFrom<Value>(...people, 'n100', 'n', 0, 1, 100, 250, null, '%', "' or 1")
  const op = fc.constantFrom('=', '!=', '<', '<=', '>', '>=', 'contains', 'starts')
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.record({ kind: fc.constant('compare'), column, op, value }),
      fc.record({ kind: fc.constant('in'), column, values: fc.array(value, { maxLength: 3 }) }),
      fc.record({
        kind: fc.constantFrom('all', 'any'),
        filters: fc.array(tie('filter'), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not'), filter: tie('filter') }),
      fc.record({ kind: fc.constant('among'), column, query: anySubquery(value) }),
      fc.record({
        kind: fc.constant('compare-with'),
        column,
        op: fc.constantFrom('=', '<', '>='),
        query: anySubquery(value),
      }),
    ) as fc.Arbitrary<Filter>,
  }))
  return filter
}

/** A query within a query, of any table. */
function anySubquery(value: fc.Arbitrary<Value>): fc.Arbitrary<Subquery> {
  return fc.constantFrom(...Object.keys(stored)).chain((table) => {
    const column = fc.constantFrom(...columnsByTable(table))
    const equals = fc.record({
      kind: fc.constant('compare' as const),
      column,
      op: fc.constantFrom('=' as const, '!=' as const),
      value,
    })
    return fc
      .record({ column, where: fc.option(equals) })
      .map((rest) => subquery({ table, columns: [{ column: rest.column }], where: rest.where }))
  })
}

// A database of a few lines.

type Used = readonly { table: string; prefix: string; row: Row | null }[]

/** The rows a query reads: for each, the row of every table in it; null where a left join found no partner. */
function run(query: SelectQuery): readonly Used[] {
  const start: readonly Used[] = (stored[query.table] ?? []).map((row) => [
    { table: query.table, prefix: '', row },
  ])
  const joined = query.joins.reduce<readonly Used[]>(
    (all, join) => all.flatMap(joinTo(join)),
    start,
  )
  const { where } = query
  return joined.filter((used) => where === null || holds(where, used))
}

function joinTo(join: Join): (used: Used) => readonly Used[] {
  const { table, alias, kind, where } = join
  const [left, right] = join.on
  return (used) => {
    const beside = (row: Row | null): Used => [...used, { table, prefix: `${alias}.`, row }]
    const rows = (stored[table] ?? [])
      .filter((row) => row[right] === cell(left, used))
      .map(beside)
      .filter((all) => where === undefined || holds(where, all))
    return rows.length === 0 && kind === 'left' ? [beside(null)] : rows
  }
}

function cell(column: string, used: Used): Value {
  const owner = used.findLast(({ prefix }) => column.startsWith(prefix))
  return owner?.row?.[column.slice(owner.prefix.length)] ?? null
}

/** Two-valued on purpose: a missing value makes `not` true, which lets more through than a database would. */
function holds(filter: Filter, used: Used): boolean {
  switch (filter.kind) {
    case 'compare':
      return compares(filter, cell(filter.column, used))
    case 'in':
      return filter.values.includes(cell(filter.column, used))
    case 'among':
      return among(filter.query).includes(cell(filter.column, used))
    case 'compare-with':
      return among(filter.query).some((value) =>
        compares({ ...filter, kind: 'compare', value }, cell(filter.column, used)),
      )
    case 'all':
      return filter.filters.every((one) => holds(one, used))
    case 'any':
      return filter.filters.some((one) => holds(one, used))
    case 'not':
      return !holds(filter.filter, used)
    default:
      return filter satisfies never
  }
}

/** The values a query within a query gives, asked of nobody in particular: the guard has set its conditions already. */
function among(inner: Subquery): readonly Value[] {
  const [column] = inner.columns
  const whole = { ...inner, source: 'office', person: null, limit: inner.limit ?? 1000 }
  return run(whole).map((used) => cell(column?.column ?? '', used))
}

function compares({ op, value }: Extract<Filter, { kind: 'compare' }>, found: Value): boolean {
  if (op === '=' || op === '!=') return (found === value) === (op === '=')
  if (found === null || value === null) return false
  switch (op) {
    case '<':
      return found < value
    case '<=':
      return found <= value
    case '>':
      return found > value
    case '>=':
      return found >= value
    case 'contains':
      return String(found).includes(String(value))
    case 'starts':
      return String(found).startsWith(String(value))
    default:
      return op satisfies never
  }
}
