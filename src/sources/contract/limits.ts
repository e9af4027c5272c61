import assert from 'node:assert/strict'
import type { Context } from './ask.ts'
import { crossed, digits, fails, nobody, ofBooks, sql } from './ask.ts'

/** Nothing is written by a query. */
export function refusesToWrite({ test: { it }, askSql, ask }: Context): void {
  for (const text of writes) {
    it(`refuses ${text}`, async () => {
      await assert.rejects(askSql(text))
      assert.equal((await ask({})).rowCount, 6)
    })
  }
}

/** Slow queries end, and nobody waits for another's. */
export function stopsInTime({ test: { it }, ask, subject }: Context): void {
  const slow = sql(`with ${digits} select count(*) as n from ${crossed(12)}`)

  it('ends a slow query at the time limit, and answers others meanwhile', async () => {
    const impatient = subject.open(2)
    const answered: string[] = []
    const slowly = fails(impatient.query(slow, nobody), 'source/too-slow')
    const others = impatient.query(ofBooks({}), nobody)
    await Promise.all([
      slowly.then(() => answered.push('slow')),
      others.then(() => answered.push('other')),
    ])
    assert.deepEqual(answered, ['other', 'slow'])
    await impatient.close()
  })

  it('stops when nobody waits any more', async () => {
    const source = subject.open(60)
    const controller = new AbortController()
    const asked = source.query(slow, controller.signal)
    setTimeout(() => controller.abort(), 300)
    await fails(asked, 'source/stopped')
    assert.equal((await source.query(ofBooks({}), nobody)).result.rowCount, 6)
    await source.close()
  })

  it('asks nothing when nobody waits from the start', async () => {
    const source = subject.open(5)
    await fails(source.query(ofBooks({}), AbortSignal.abort()), 'source/stopped')
    await source.close()
  })

  it('answers many questions at once', async () => {
    const counts = await Promise.all(Array.from({ length: 40 }, () => ask({})))
    assert.ok(counts.every((result) => result.rowCount === 6))
  })
}

const writes = [
  'delete from books',
  "insert into shelves (id, name) values (7, 'x')",
  "update books set title = 'x'",
  'drop table books',
  'create table more (id integer)',
  'with gone as (select 1) delete from books',
  'select 1; delete from books',
  'commit; delete from books',
]
