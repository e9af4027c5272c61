import { describe, expect, test } from 'vitest'
import { FrontdeskError } from '../errors.ts'
import type { Identity, Query, SelectQuery, Table } from '../model/index.ts'
import { select, subquery } from '../model/index.ts'
import { guard } from './guard.ts'
import { prove } from './prove.ts'

const student: Identity = {
  name: 'student',
  source: 'office',
  table: 'students',
  key: 'roll_no',
  nameColumn: 'name',
  proofs: [
    { column: 'roll_no', entity: 'roll-number', ask: {} },
    { column: 'date_of_birth', entity: 'date', ask: {} },
  ],
  attempts: 5,
  lockMinutes: 15,
}

function table(name: string, rest: Partial<Table> = {}): Table {
  return { source: 'office', name, title: {}, private: null, hidden: [], joins: {}, ...rest }
}

const tables = [
  table('students', { hidden: ['date_of_birth', 'remarks'] }),
  table('fee_dues', { private: { identity: 'student', column: 'roll_no' }, hidden: ['remarks'] }),
  table('payslips', { private: { identity: 'staff', column: 'staff_no' } }),
  table('departments'),
  table('own_view', { private: { identity: 'student', column: 'roll_no' } }),
  table('public_view', { public: true }),
  table('titled_view'),
]

const columns: Readonly<Record<string, readonly string[]>> = {
  students: ['roll_no', 'name', 'date_of_birth', 'Remarks'],
  fee_dues: ['id', 'roll_no', 'amount', 'remarks'],
}

const guarded = guard({
  tables,
  identities: [student],
  columnsOf: (_source, name) => columns[name] ?? [],
  isView: (_source, name) => name.endsWith('_view'),
})

const meera = { identity: 'student', key: 'RC1042' }

function selectFrom(from: string, rest: Partial<SelectQuery> = {}): SelectQuery {
  const amounts = { table: from, columns: [{ column: 'amount' }] }
  return select({ source: 'office', ...amounts, limit: 20, person: meera, ...rest })
}

/** What the guard lets through of a query's conditions, or the code it refuses with. */
function whereOf(query: Query): unknown {
  const passed = guarded(query)
  return passed.kind === 'select' ? passed.where : passed
}

function codeOf(query: Query): string {
  try {
    guarded(query)
    return 'let through'
  } catch (thrown) {
    return thrown instanceof FrontdeskError ? thrown.code : String(thrown)
  }
}

const own = { kind: 'compare', column: 'roll_no', op: '=', value: 'RC1042' }

describe('a private table', () => {
  test('is read with the person’s own key beside every condition', () => {
    expect(whereOf(selectFrom('fee_dues'))).toEqual({ kind: 'all', filters: [own] })
    const where = {
      kind: 'any',
      filters: [{ kind: 'compare', column: 'amount', op: '>', value: 0 }],
    } as const
    expect(whereOf(selectFrom('fee_dues', { where }))).toEqual({
      kind: 'all',
      filters: [own, where],
    })
  })

  test.each(['Fee_Dues', '`fee_dues`', '"public"."FEE_DUES"', 'main.fee_dues', '[fee_dues]'])(
    'is known when it is written %s',
    (name) => {
      expect(whereOf(selectFrom(name))).toEqual({ kind: 'all', filters: [own] })
    },
  )

  const joined = { table: 'fee_dues', alias: 'due', on: ['id', 'id'] as const }
  const named = { columns: [{ column: 'name' }] }

  test('is guarded when it is joined', () => {
    const joins = [{ ...joined, kind: 'inner' as const }]
    expect(whereOf(selectFrom('departments', { ...named, joins }))).toEqual({
      kind: 'all',
      filters: [{ ...own, column: 'due.roll_no' }],
    })
  })

  test('is guarded within the join when it is joined to the left, so that rows with no partner stay', () => {
    const joins = [{ ...joined, kind: 'left' as const }]
    const passed = guarded(selectFrom('departments', { ...named, joins }))
    const filters = [{ ...own, column: 'due.roll_no' }]
    expect(passed).toMatchObject({
      where: null,
      joins: [{ kind: 'left', where: { kind: 'all', filters } }],
    })
  })

  test('is guarded under each name it is joined by', () => {
    const joins = ['a', 'b'].map((alias) => ({
      table: 'fee_dues',
      alias,
      on: ['roll_no', 'roll_no'] as const,
      kind: 'inner' as const,
    }))
    expect(whereOf(selectFrom('fee_dues', { joins }))).toEqual({
      kind: 'all',
      filters: [own, { ...own, column: 'a.roll_no' }, { ...own, column: 'b.roll_no' }],
    })
  })

  test('is refused to nobody, to another identity, and to a person without a key', () => {
    for (const person of [
      null,
      { identity: 'staff', key: 'RC1042' },
      { identity: 'student', key: '' },
    ]) {
      expect(codeOf(selectFrom('fee_dues', { person }))).toBe('identity/private')
    }
    expect(codeOf(selectFrom('payslips'))).toBe('identity/private')
  })

  test('is not hidden behind an alias that takes its name', () => {
    const joins = [
      { table: 'departments', alias: 'fee_dues', on: ['id', 'id'] as const, kind: 'left' as const },
    ]
    expect(codeOf(selectFrom('fee_dues', { joins }))).toBe('identity/private')
  })

  test('forbids SQL text on its source, and there alone', () => {
    const sql = { kind: 'sql', text: 'select 1', parameters: {}, limit: 1, person: meera } as const
    expect(codeOf({ ...sql, source: 'office' })).toBe('identity/sql-on-private')
    expect(codeOf({ ...sql, source: 'library' })).toBe('let through')
  })
})

describe('a view', () => {
  const named = { columns: [{ column: 'name' }] }
  const joins = [{ table: 'some_view', alias: 'v', on: ['a', 'b'], kind: 'inner' }] as const

  test('is refused unless its file says whose its rows are', () => {
    expect(codeOf(selectFrom('some_view', named))).toBe('identity/view-not-marked')
    expect(codeOf(selectFrom('titled_view', named))).toBe('identity/view-not-marked')
    expect(codeOf(selectFrom('departments', { ...named, joins }))).toBe('identity/view-not-marked')
    expect(codeOf(selectFrom('public_view', named))).toBe('let through')
    expect(whereOf(selectFrom('own_view'))).toEqual({ kind: 'all', filters: [own] })
  })
})

test('a table that keeps nothing from anyone is read as it was asked', () => {
  const query = selectFrom('departments', { columns: [], person: null })
  expect(guarded(query)).toEqual(query)
})

describe('a hidden column', () => {
  const shown = { columns: [{ column: 'name' }] }
  const join = { table: 'departments', alias: 'd', kind: 'left' } as const
  const withStudents = { ...shown, joins: [{ ...join, table: 'students', on: ['id', 'roll_no'] }] }

  const ofRemarks = { kind: 'compare', column: 'remarks', op: '=', value: 'late' } as const
  const shareOfRemarks = { column: '*', aggregate: 'share', where: ofRemarks } as const
  const latestName = subquery({
    table: 'students',
    columns: [{ column: 'name', aggregate: 'maximum' }],
    groupBy: ['roll_no'],
  })

  const places: readonly (readonly [string, SelectQuery])[] = [
    ['read', selectFrom('students', { columns: [{ column: 'remarks' }] })],
    ['read by another spelling', selectFrom('students', { columns: [{ column: '"REMARKS"' }] })],
    [
      'read by the table’s name',
      selectFrom('students', { columns: [{ column: 'students.remarks' }] }),
    ],
    ['read as a star', selectFrom('students', { columns: [{ column: '*' }] })],
    ['read by another name for a row', selectFrom('students', { columns: [{ column: 'rowid' }] })],
    [
      'summed up',
      selectFrom('students', { columns: [{ column: 'remarks', aggregate: 'maximum' }] }),
    ],
    [
      'compared',
      selectFrom('students', {
        ...shown,
        where: {
          kind: 'not',
          filter: {
            kind: 'any',
            filters: [{ kind: 'in', column: 'date_of_birth', values: ['2004-05-12'] }],
          },
        },
      }),
    ],
    ['grouped by', selectFrom('students', { ...shown, groupBy: ['date_of_birth'] })],
    [
      'sorted by',
      selectFrom('students', { ...shown, order: [{ column: 'Date_Of_Birth', descending: true }] }),
    ],
    [
      'joined by',
      selectFrom('students', { ...shown, joins: [{ ...join, on: ['remarks', 'note'] }] }),
    ],
    [
      'joined to',
      selectFrom('departments', {
        ...shown,
        joins: [{ ...join, table: 'students', on: ['note', 'remarks'] }],
      }),
    ],
    ['counted as a share', selectFrom('students', { columns: [shareOfRemarks] })],
    [
      'counted as a share within a condition on groups',
      selectFrom('students', {
        ...shown,
        having: { kind: 'compare', ...shareOfRemarks, op: '>', value: 1 },
      }),
    ],
    [
      'compared with its group',
      selectFrom('students', {
        ...shown,
        where: {
          kind: 'compare-with',
          column: 'name',
          op: '=',
          query: latestName,
          per: ['remarks'],
        },
      }),
    ],
    [
      'compared with a group of it',
      selectFrom('students', {
        ...shown,
        where: {
          kind: 'compare-with',
          column: 'name',
          op: '=',
          query: { ...latestName, groupBy: ['remarks'] },
          per: ['roll_no'],
        },
      }),
    ],
    [
      'read of a joined table',
      selectFrom('departments', {
        ...withStudents,
        columns: [{ column: 'd.date_of_birth' }],
        joins: [{ ...join, table: 'students', on: ['id', 'roll_no'] }],
      }),
    ],
  ]

  test.each(places)('is refused where it is %s', (_place, query) => {
    expect(codeOf(query)).toBe('identity/hidden-column')
  })

  test('is left out of every column', () => {
    const query = guarded(selectFrom('students', { columns: [] }))
    expect(query).toMatchObject({ columns: [{ column: 'roll_no' }, { column: 'name' }] })
    const none = selectFrom('nowhere', { columns: [] })
    expect(guarded(none)).toEqual(none)
  })

  test('does not keep rows from being counted, and sorted by their count', () => {
    const query = selectFrom('students', {
      columns: [{ column: '*', aggregate: 'count', as: 'n' }],
      order: [{ column: 'n', descending: true }],
    })
    expect(codeOf(query)).toBe('let through')
  })
})

describe('a proof', () => {
  const query = prove(student, { roll_no: 'RC1042', date_of_birth: '2004-05-12' })

  test('reads the key and the name where every proof fits, and passes as it is', () => {
    expect(query.columns).toEqual([{ column: 'roll_no' }, { column: 'name' }])
    expect(guarded(query)).toEqual(query)
  })

  test('has the same shape whatever is given, and compares as text', () => {
    const another = prove(student, { roll_no: 0, date_of_birth: null })
    expect(another.where).toMatchObject({
      filters: [
        { column: 'roll_no', op: '=', value: '0' },
        { column: 'date_of_birth', op: '=', value: '' },
      ],
    })
  })

  const [first] = query.where?.kind === 'all' ? query.where.filters : []
  const partly = first === undefined ? [] : [first]
  const changed: readonly (readonly [string, Partial<SelectQuery>])[] = [
    ['another table', { table: 'fee_dues' }],
    ['another source', { source: 'library' }],
    ['more columns', { columns: [...query.columns, { column: 'date_of_birth' }] }],
    ['every column', { columns: [] }],
    ['no condition', { where: null }],
    ['one proof alone', { where: { kind: 'all', filters: partly } }],
    ['any of the proofs', { where: { kind: 'any', filters: partly } }],
    ['a join', { joins: [{ table: 'fee_dues', alias: 'd', on: ['a', 'b'], kind: 'left' }] }],
    ['a sorting', { order: [{ column: 'date_of_birth', descending: false }] }],
    ['more rows', { limit: 100 }],
    ['an unknown identity', { proof: 'dean' }],
  ]

  test.each(changed)('is refused with %s', (_what, part) => {
    expect(codeOf({ ...query, ...part })).toBe('identity/private')
  })

  test('is refused with an empty value', () => {
    expect(codeOf(prove(student, { roll_no: 'RC1042' }))).toBe('identity/private')
  })
})
