import assert from 'node:assert/strict'
import type { Result, SelectQuery } from '../../model/index.ts'
import type { Context } from './ask.ts'
import { byId, equal, nobody, ofBooks } from './ask.ts'

/** Look-ups asked at the same moment: each gives what it gives alone. */
export function answersManyAtOnce(context: Context): void {
  const { it } = context.test
  for (const [what, queries] of lookUps)
    it(`answers ${what} asked at once as it does one by one`, async () => {
      const alone: Result[] = []
      for (const query of queries) alone.push(await context.ask(query))
      const together = await Promise.all(queries.map((query) => context.ask(query)))
      assert.deepEqual(together, alone)
    })

  it('answers the others when nobody waits for one of them any more', async () => {
    const source = context.source()
    const query = ofBooks({ where: equal('id', 1) })
    await source.query(query, nobody)
    const controller = new AbortController()
    const left = source.query(query, controller.signal)
    const others = [1, 2, 3].map((id) => source.query(ofBooks({ where: equal('id', id) }), nobody))
    controller.abort()
    await assert.rejects(left, { code: 'source/stopped' })
    const answered = await Promise.all(others)
    assert.deepEqual(
      answered.map(({ result }) => result.rows[0]?.[0]),
      [1, 2, 3],
    )
  })
}

const ids = [1, 2, 3, 4, 5, 6, 7, 1, 1, 6]
const join = { table: 'shelves', alias: 's', on: ['shelf_id', 'id'], kind: 'left' } as const

/** Queries of one text each, with values of their own. */
const lookUps: readonly (readonly [string, readonly Partial<SelectQuery>[]])[] = [
  ['rows', ids.map((id) => ({ where: equal('id', id) }))],
  ['values of every type', [1, 2, 3, 1].map((id) => ({ table: 'kinds', where: equal('id', id) }))],
  [
    'texts',
    ['Aho', 'aho', "O'Neil", 'nobody'].map((author) => ({ where: equal('author', author) })),
  ],
  [
    'lists in order, cut at their limit',
    [10, 20, 10, 30].map((shelf) => ({ where: equal('shelf_id', shelf), order: byId, limit: 1 })),
  ],
  [
    'joined tables with names that occur twice',
    ids.map((id) => ({
      columns: [{ column: 'id' }, { column: 's.id' }, { column: 's.name', as: 'part' }],
      joins: [join],
      where: equal('id', id),
    })),
  ],
  [
    'groups',
    [10, 20, 10].map((shelf) => ({
      columns: [{ column: 'shelf_id' }, { column: 'price', aggregate: 'sum' as const, as: 'sum' }],
      groupBy: ['shelf_id'],
      where: equal('shelf_id', shelf),
    })),
  ],
  [
    'distinct values',
    [10, 20, 10].map((shelf) => ({
      columns: [{ column: 'shelf_id' }],
      distinct: true,
      where: equal('shelf_id', shelf),
    })),
  ],
  ['bytes', [5, 5, 5].map((limit) => ({ table: 'files', limit }))],
]
