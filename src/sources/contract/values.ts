import assert from 'node:assert/strict'
import type { Context } from './ask.ts'
import { equal } from './ask.ts'
import { kindsRow } from './tables.ts'

/** The same values from every database. */
export function readsTheSameValues({ test: { it }, ask }: Context): void {
  it('reads every type as the same value', async () => {
    const { columns, rows } = await ask({
      table: 'kinds',
      order: [{ column: 'id', descending: false }],
    })
    assert.deepEqual(rows[0], Object.values(kindsRow))
    assert.deepEqual(
      columns.map((column) => `${column.name} ${column.type}`),
      [
        'id integer',
        'small integer',
        'big integer',
        'price decimal',
        'ratio number',
        'active boolean',
        'born date',
        'opens time',
        'starts datetime',
        'seen instant',
        'name text',
      ],
    )
  })

  it('reads what is missing as null', async () => {
    const { rows } = await ask({ table: 'kinds', where: equal('id', 2) })
    assert.deepEqual(rows, [
      [
        2,
        ...Object.values(kindsRow)
          .slice(1)
          .map(() => null),
      ],
    ])
  })

  it('reads bytes as base64', async () => {
    const { rows } = await ask({ table: 'files' })
    assert.deepEqual(rows, [['AP8QgA==']])
  })

  for (const [column, value] of Object.entries(kindsRow)) {
    it(`finds a row again by the ${column} that was read`, async () => {
      const { rows } = await ask({
        table: 'kinds',
        columns: [{ column: 'id' }],
        where: equal(column, value),
      })
      assert.deepEqual(rows, [[1]])
    })
  }
}
