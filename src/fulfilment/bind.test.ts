import { describe, expect, it } from 'vitest'
import type {
  Facts,
  FilterTemplate,
  Intent,
  QueryTemplate,
  Result,
  Values,
} from '../model/index.ts'
import { bind } from './bind.ts'

const facts: Facts = {
  now: '2026-11-23T20:00:00.000Z',
  timezone: 'Asia/Kolkata',
  random: 0,
  person: null,
  found: {},
}

function select(name: string, where: FilterTemplate | null): QueryTemplate {
  return {
    kind: 'select',
    name,
    source: 'office',
    table: name,
    columns: [],
    where,
    joins: [],
    groupBy: [],
    order: [],
    distinct: false,
    limit: 20,
  }
}

function bound(queries: readonly QueryTemplate[], slots: Values, results = {}, given = facts) {
  const intents = new Map([['i', { answer: { queries } } as unknown as Intent]])
  return bind(intents)({ kind: 'answer', intent: 'i', slots }, given, results)
}

function whereOf(where: FilterTemplate, slots: Values, results = {}, given = facts) {
  const query = bound([select('q', where)], slots, results, given)['q']
  return query?.kind === 'select' ? query.where : undefined
}

const byTitle: FilterTemplate = {
  kind: 'compare',
  column: 'title',
  op: 'contains',
  value: { kind: 'slot', slot: 'title' },
}

describe('bind', () => {
  it('puts a slot into its condition', () => {
    expect(whereOf(byTitle, { title: 'OS' })).toEqual({
      kind: 'compare',
      column: 'title',
      op: 'contains',
      value: 'OS',
    })
  })

  it('drops a condition whose slot is empty, and a group of none', () => {
    expect(whereOf(byTitle, {})).toBeNull()
    expect(
      whereOf({ kind: 'all', filters: [byTitle, { kind: 'not', filter: byTitle }] }, {}),
    ).toBeNull()
  })

  it('drops a list of which no slot was said, and keeps one of which some was', () => {
    const all = { kind: 'value', value: 'all' } as const
    const category = { kind: 'slot', slot: 'category' } as const
    const forWhom: FilterTemplate = { kind: 'in', column: 'category', values: [all, category] }
    expect(whereOf(forWhom, {})).toBeNull()
    expect(whereOf(forWhom, { category: 'OBC' })).toEqual({
      kind: 'in',
      column: 'category',
      values: ['all', 'OBC'],
    })
  })

  it('asks side by side what needs nothing, and later what takes values from rows', () => {
    const byCode: FilterTemplate = {
      kind: 'in',
      column: 'code',
      values: [{ kind: 'rows', query: 'teaching', column: 'code' }],
    }
    const queries = [select('teaching', null), select('books', byCode), select('rooms', null)]
    expect(Object.keys(bound(queries, {}))).toEqual(['teaching', 'rooms'])
    const teaching = rows(['code'], [['CS301'], ['CS302'], ['CS301'], [null]])
    const books = bound(queries, {}, { teaching, rooms: teaching })
    expect(books).toMatchObject({
      books: { where: { column: 'code', values: ['CS301', 'CS302'] } },
    })
    expect(bound(queries, {}, { teaching, rooms: teaching, books: teaching })).toEqual({})
  })

  it('finds nothing, rather than everything, where the rows it needs are not there', () => {
    const equalToRow: FilterTemplate = {
      kind: 'compare',
      column: 'code',
      op: '=',
      value: { kind: 'rows', query: 'other', column: 'code' },
    }
    const nothing = { other: rows(['code'], []) }
    expect(whereOf(equalToRow, {}, nothing)).toEqual({ kind: 'any', filters: [] })
    expect(
      whereOf({ kind: 'in', column: 'code', values: [equalToRow.value] }, {}, nothing),
    ).toEqual({
      kind: 'in',
      column: 'code',
      values: [],
    })
  })

  it('finds nothing, rather than everybody, where a person is compared with and nobody is proven', () => {
    const own: FilterTemplate = {
      kind: 'compare',
      column: 'roll_no',
      op: '=',
      value: { kind: 'fact', fact: 'person' },
    }
    expect(whereOf(own, {})).toEqual({ kind: 'any', filters: [] })
    const person = { identity: 'student', key: 'RC1' }
    expect(whereOf(own, {}, {}, { ...facts, person })).toMatchObject({ value: 'RC1' })
  })

  it('takes the weekday of a date', () => {
    const served: FilterTemplate = {
      kind: 'compare',
      column: 'served_on',
      op: '=',
      value: { kind: 'part', slot: 'day', part: 'weekday' },
    }
    expect(whereOf(served, { day: '2026-11-23' })).toMatchObject({ value: 'Monday' })
    expect(whereOf(served, {})).toBeNull()
  })

  it.each([
    ['2026-12-01/2026-12-31', '2026-12-01', '2026-12-31'],
    ['2026-12-25', '2026-12-25', '2026-12-25'],
  ])('takes the first and the last day of the period %s', (when, from, to) => {
    const compare = (op: '>=' | '<=', part: 'from' | 'to'): FilterTemplate => ({
      kind: 'compare',
      column: 'on',
      op,
      value: { kind: 'part', slot: 'when', part },
    })
    const within: FilterTemplate = {
      kind: 'all',
      filters: [compare('>=', 'from'), compare('<=', 'to')],
    }
    expect(whereOf(within, { when })).toMatchObject({ filters: [{ value: from }, { value: to }] })
    expect(whereOf(within, {})).toBeNull()
  })

  it('takes today from the desk’s time zone', () => {
    const today: FilterTemplate = {
      kind: 'compare',
      column: 'on',
      op: '>=',
      value: { kind: 'fact', fact: 'today' },
    }
    expect(whereOf(today, {})).toMatchObject({ value: '2026-11-24' })
  })

  it('asks every query on behalf of the person', () => {
    const person = { identity: 'student', key: 'RC1' }
    expect(bound([select('q', null)], {}, {}, { ...facts, person })['q']).toMatchObject({ person })
  })
})

function rows(names: readonly string[], cells: Result['rows']): Result {
  const columns = names.map((name) => ({ name, type: 'text' as const }))
  return { columns, rows: cells, rowCount: cells.length, truncated: false }
}
