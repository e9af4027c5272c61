import assert from 'node:assert/strict'
import type { Context } from './ask.ts'
import { equal, fails } from './ask.ts'

/** Errors that say what was meant. */
export function explainsMistakes({ test: { it }, ask, askSql }: Context): void {
  it('names the table that was probably meant', async () => {
    const error = await fails(ask({ table: 'bookz' }), 'source/no-such-table')
    assert.match(error.hint, /`books`/)
    const inText = await fails(askSql('select * from bookz'), 'source/no-such-table')
    assert.match(inText.hint, /`books`/)
  })

  it('names the column that was probably meant', async () => {
    const error = await fails(ask({ where: equal('titel', 'x') }), 'source/no-such-column')
    assert.match(error.hint, /`title`/)
    const inText = await fails(askSql('select titel from books'), 'source/no-such-column')
    assert.match(inText.hint, /`title`/)
  })

  it('says when a text is no SQL', async () => {
    await fails(askSql('select from where'), 'source/invalid-query')
  })
}

/** What a source opened for writing does. */
export function writesInTransactions({ test: { it }, subject, ask, askSql }: Context): void {
  it('keeps nothing of a transaction that failed', async () => {
    const writable = subject.openWritable()
    await assert.rejects(
      writable.transaction(async (writer) => {
        await writer.insert('shelves', ['id', 'name'], [[99, 'gone']])
        throw new Error('changed my mind')
      }),
    )
    assert.deepEqual((await ask({ table: 'shelves', where: equal('id', 99) })).rows, [])
    await writable.close()
  })

  it('inserts many rows at once', async () => {
    const writable = subject.openWritable()
    const rows = Array.from({ length: 5000 }, (_, i) => [i, `book ${i % 7}`])
    await writable.transaction((writer) => writer.insert('loans', ['student', 'book'], rows))
    assert.deepEqual((await askSql('select count(*) as n from loans')).rows, [[5000]])
    await writable.close()
  })
}
