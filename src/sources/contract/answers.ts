import assert from 'node:assert/strict'
import { subquery, type Subquery } from '../../model/index.ts'
import type { Context } from './ask.ts'
import { byId, crossed, digits, equal, fails } from './ask.ts'

/** Limits and orders. */
export function shapesTheAnswer({ test: { it }, ask }: Context): void {
  it('reads up to the limit and tells whether there was more', async () => {
    const some = await ask({ limit: 2 })
    assert.deepEqual([some.rows.length, some.rowCount, some.truncated], [2, 2, true])
    const all = await ask({ limit: 6 })
    assert.deepEqual([all.rowCount, all.truncated], [6, false])
  })

  it('orders, with what is missing first', async () => {
    const { rows } = await ask({
      columns: [{ column: 'author' }],
      order: [{ column: 'author', descending: false }],
    })
    assert.deepEqual(rows.slice(0, 2), [[null], ['Aho']])
  })
}

/** Several tables in one query. */
export function joinsTables({ test: { it }, ask }: Context): void {
  it('joins along a key, and keeps rows without a partner if asked', async () => {
    const join = { table: 'shelves', alias: 'place', on: ['shelf_id', 'id'] } as const
    const columns = [{ column: 'id' }, { column: 'place.name' }]
    const inner = await ask({ columns, joins: [{ ...join, kind: 'inner' }], order: byId })
    assert.deepEqual(inner.rows, [
      [1, 'Ground'],
      [2, 'Ground'],
      [3, 'Upper'],
    ])
    const left = await ask({ columns, joins: [{ ...join, kind: 'left' }], order: byId })
    assert.equal(left.rowCount, 6)
    assert.deepEqual(left.rows[5], [6, null])
  })

  it('numbers names that occur twice', async () => {
    const join = { table: 'shelves', alias: 's', on: ['shelf_id', 'id'], kind: 'inner' } as const
    const { columns } = await ask({
      columns: [{ column: 'id' }, { column: 's.id' }, { column: 'title' }],
      joins: [join],
    })
    assert.deepEqual(
      columns.map((column) => column.name),
      ['id', 'id_2', 'title'],
    )
  })
}

/** Groups, distinct rows and odd names. */
export function computesGroups({ test: { it }, ask }: Context): void {
  it('groups and computes', async () => {
    const { columns, rows } = await ask({
      columns: [
        { column: 'shelf_id' },
        { column: '*', aggregate: 'count', as: 'n' },
        { column: 'copies', aggregate: 'sum' },
        { column: 'copies', aggregate: 'average', as: 'mean' },
        { column: 'price', aggregate: 'sum', as: 'worth' },
        { column: 'added', aggregate: 'maximum', as: 'latest' },
      ],
      where: { kind: 'in', column: 'shelf_id', values: [10, 20] },
      groupBy: ['shelf_id'],
      order: [{ column: 'n', descending: true }],
    })
    assert.deepEqual(
      columns.map((column) => column.name),
      ['shelf_id', 'n', 'sum_copies', 'mean', 'worth', 'latest'],
    )
    assert.deepEqual(rows, [
      [10, 2, 3, 1.5, '1200.50', '2026-01-20'],
      [20, 1, 3, 3, '99.00', '2026-02-01'],
    ])
  })

  it('leaves out repetitions', async () => {
    const { rows } = await ask({
      columns: [{ column: 'lent' }],
      distinct: true,
      order: [{ column: 'lent', descending: true }],
    })
    assert.deepEqual(rows, [[true], [false]])
  })

  it('takes names that are SQL', async () => {
    const { rows } = await ask({ table: 'order', where: equal('select "x`', 'from') })
    assert.deepEqual(rows, [['from']])
  })
}

/** Queries in SQL text. */
export function takesText({ test: { it }, askSql }: Context): void {
  it('binds the parameters of SQL text and nothing that looks like one', async () => {
    const text =
      "select title, ':id' as literal from books where id = :id or author = :author -- :no"
    const { rows } = await askSql(text, { id: 1, author: 'Aho' })
    assert.deepEqual(
      rows.map((row) => row[1]),
      [':id', ':id'],
    )
  })

  it('refuses SQL text with a parameter that has no value', async () => {
    await fails(askSql('select :nothing as x'), 'source/parameter-missing')
  })

  it('numbers names that occur twice in SQL text', async () => {
    const { columns } = await askSql('select id, id, id from books')
    assert.deepEqual(
      columns.map((column) => column.name),
      ['id', 'id_2', 'id_3'],
    )
  })

  it('stops reading a million rows at the limit', async () => {
    const result = await askSql(`with ${digits} select a.n from ${crossed(6)}`, {}, 10)
    assert.deepEqual([result.rowCount, result.truncated], [10, true])
    const own = await askSql(`with ${digits} select a.n from ${crossed(6)} limit 900000`, {}, 10)
    assert.deepEqual([own.rowCount, own.truncated], [10, true])
  })
}

/** Tables, views, columns and keys. */
export function describesItself({ test: { it }, source }: Context): void {
  it('describes its tables and views', async () => {
    const tables = await source().tables()
    const find = (name: string) => tables.find((table) => table.name === name)
    assert.deepEqual(find('shelves'), {
      name: 'shelves',
      kind: 'table',
      primaryKey: ['id'],
      unique: [],
      foreignKeys: [],
      columns: [
        { name: 'id', type: 'integer', nullable: false },
        { name: 'name', type: 'text', nullable: true },
      ],
    })
    assert.equal(find('free_books')?.kind, 'view')
    assert.deepEqual(find('loans')?.primaryKey, ['student', 'book'])
  })

  it('describes how its tables hang together', async () => {
    const reviews = (await source().tables()).find(({ name }) => name === 'reviews')
    assert.deepEqual(reviews?.unique, [['mark']])
    assert.deepEqual(reviews?.foreignKeys, [
      { columns: ['book_id'], table: 'books', references: ['id'] },
    ])
  })
}

/** Queries within a query, conditions on groups, and orders by what is computed. */
export function nestsQueries({ test: { it }, ask }: Context): void {
  const titles = [{ column: 'title' }]
  const ofReviews = (query: Partial<Subquery>) =>
    subquery({ table: 'reviews', columns: [{ column: 'book_id' }], ...query })

  it('finds rows among those of another query, or not among them', async () => {
    const reviewed = { kind: 'among', column: 'id', query: ofReviews({}) } as const
    const found = await ask({ columns: titles, where: reviewed, order: byId })
    assert.deepEqual(found.rows, [['Database System Concepts'], ['100% Physics']])
    const known = ofReviews({
      where: { kind: 'compare', column: 'book_id', op: '!=', value: null },
    })
    const others = { kind: 'not', filter: { ...reviewed, query: known } } as const
    assert.equal((await ask({ columns: titles, where: others })).rowCount, 4)
  })

  it('binds values within and without in the right places', async () => {
    const { rows } = await ask({
      columns: titles,
      where: {
        kind: 'all',
        filters: [
          equal('shelf_id', 10),
          { kind: 'among', column: 'id', query: ofReviews({ where: equal('mark', 'good') }) },
          { kind: 'compare', column: 'copies', op: '<', value: 2 },
        ],
      },
    })
    assert.deepEqual(rows, [['Database System Concepts']])
  })

  it('compares with what another query computes', async () => {
    const dearest = subquery({
      table: 'books',
      columns: [{ column: 'price', aggregate: 'maximum' }],
    })
    const { rows } = await ask({
      columns: titles,
      where: { kind: 'compare-with', column: 'price', op: '=', query: dearest },
    })
    assert.deepEqual(rows, [['Database System Concepts']])
  })
}

/** Conditions on groups. */
export function choosesGroups({ test: { it }, ask }: Context): void {
  it('keeps the groups that meet a condition, in an order that is computed', async () => {
    const { rows } = await ask({
      columns: [{ column: 'shelf_id' }],
      where: { kind: 'compare', column: 'shelf_id', op: '!=', value: null },
      groupBy: ['shelf_id'],
      having: { kind: 'compare', column: 'copies', aggregate: 'sum', op: '>=', value: 3 },
      order: [{ column: '*', aggregate: 'count', descending: true }],
    })
    assert.deepEqual(rows, [[10], [20]])
    const one = await ask({
      columns: [{ column: 'shelf_id', aggregate: 'count', distinct: true, as: 'n' }],
    })
    assert.deepEqual(one.rows, [[2]])
  })

  it('keeps the groups that are as large as the largest', async () => {
    const largest = subquery({
      table: 'books',
      columns: [{ column: '*', aggregate: 'count', as: 'n' }],
      where: { kind: 'compare', column: 'shelf_id', op: '!=', value: null },
      groupBy: ['shelf_id'],
      order: [{ column: 'n', descending: true }],
      limit: 1,
    })
    const { rows } = await ask({
      columns: [{ column: 'shelf_id' }],
      groupBy: ['shelf_id'],
      where: { kind: 'compare', column: 'shelf_id', op: '!=', value: null },
      having: {
        kind: 'compare-with',
        column: '*',
        aggregate: 'count',
        op: '=',
        query: largest,
      },
    })
    assert.deepEqual(rows, [[10]])
  })
}
