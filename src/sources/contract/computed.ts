import assert from 'node:assert/strict'
import { subquery, type SelectQuery } from '../../model/index.ts'
import type { Context } from './ask.ts'
import { byId, fails } from './ask.ts'

/** What is computed of rows besides sums and counts: shares, spreads, and the most of each group. */
export function computesShares({ test: { it }, ask }: Context): void {
  it('tells what share of the rows meets a condition, and binds its values', async () => {
    const few = { kind: 'compare', column: 'copies', op: '<', value: 2 } as const
    const { rows: all } = await ask({ columns: [{ column: 'id' }, { column: 'copies' }] })
    const right = (100 * all.filter(([, copies]) => Number(copies) < 2).length) / all.length
    const { rows } = await ask({
      columns: [{ column: '*', aggregate: 'share', where: few }],
      where: { kind: 'compare', column: 'id', op: '<', value: 100 },
    })
    assert.ok(Math.abs(Number(rows[0]?.[0]) - right) < 1e-6, `${String(rows[0])} is not ${right}`)
  })

  it('tells how far apart the least and the greatest are', async () => {
    const { rows: all } = await ask({ columns: [{ column: 'copies' }] })
    const copies = all.map(([value]) => Number(value))
    const { rows } = await ask({ columns: [{ column: 'copies', aggregate: 'spread' }] })
    assert.deepEqual(rows, [[Math.max(...copies) - Math.min(...copies)]])
  })

  it('finds the rows that have the most of their group', async () => {
    const { rows } = await ask(mostOfEachShelf({ per: ['shelf_id'] }))
    const { rows: all } = await ask({
      columns: [{ column: 'id' }, { column: 'shelf_id' }, { column: 'copies' }],
      order: byId,
    })
    const isMost = ([, shelf, copies]: readonly unknown[]) =>
      shelf !== null &&
      all.every(([, other, some]) => other !== shelf || Number(some) <= Number(copies))
    assert.deepEqual(
      rows.map(([id]) => id),
      all.filter(isMost).map(([id]) => id),
    )
  })

  it('refuses a share of nothing, and groups that do not match', async () => {
    await fails(ask({ columns: [{ column: '*', aggregate: 'share' }] }), 'source/invalid-query')
    await fails(ask(mostOfEachShelf({ per: ['shelf_id', 'author'] })), 'source/invalid-query')
    await fails(ask(mostOfEachShelf({ per: ['shelf_id'], op: '>' })), 'source/invalid-query')
  })
}

function mostOfEachShelf({
  per,
  op = '=',
}: {
  per: readonly string[]
  op?: '=' | '>'
}): Partial<SelectQuery> {
  const query = subquery({
    table: 'books',
    columns: [{ column: 'copies', aggregate: 'maximum' }],
    groupBy: ['shelf_id'],
  })
  return {
    columns: [{ column: 'id' }],
    where: { kind: 'compare-with', column: 'copies', op, query, per },
    order: byId,
  }
}
