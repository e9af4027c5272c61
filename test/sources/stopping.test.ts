import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mysql, postgres } from '../../src/sources/index.ts'
import type { TestDatabase } from '../servers/index.ts'
import { describeOn, mariadb, postgres as postgresDatabase } from '../servers/index.ts'
import { nobody, sqlText } from './ask.ts'

/** In the query, to find it among those of the server: it may be shared. */
const mark = `stopping-${randomUUID()}`
const crossJoin = Array.from({ length: 4 }, (_, i) => `information_schema.columns as t${i}`).join(
  ', ',
)

/** Whether the server itself still works on the marked query. */
const kinds = [
  {
    open: mysql,
    database: await mariadb(),
    running: `select count(*) from information_schema.processlist
      where info like '%${mark}%' and info not like '%processlist%'`,
  },
  {
    open: postgres,
    database: await postgresDatabase(),
    running: `select count(*) from pg_stat_activity
      where state = 'active' and query like '%${mark}%' and query not like '%pg_stat_activity%'`,
  },
]

for (const { open, database, running } of kinds) {
  describeOn<TestDatabase>(database, `${open.name} on a server`, (url) => {
    const countRunning = async () => {
      const watcher = open('watcher', { url })
      const { result } = await watcher.query(sqlText(running), nobody)
      await watcher.close()
      return result.rows[0]?.[0]
    }

    test.each([
      ['the time limit', 5, () => {}],
      ['the end of its turn', 600, (turn: AbortController) => turn.abort()],
    ])('%s stops the work of the database', async (_, timeoutSeconds, end) => {
      const source = open('test', { url, timeoutSeconds, pool: 1 })
      const turn = new AbortController()
      const text = `select /* ${mark} */ count(*) from ${crossJoin}`
      const failed = expect(source.query(sqlText(text), turn.signal)).rejects.toThrow()
      await expect.poll(countRunning, { timeout: 50_000 }).toBe(1)
      end(turn)
      await failed
      await expect.poll(countRunning, { timeout: 50_000 }).toBe(0)
      const next = await source.query(sqlText('select 1 as one'), nobody)
      expect(next.result.rows).toEqual([[1]])
      await source.close()
    })
  })
}

describe('a source nobody has asked', () => {
  test('closes', async () => {
    await mysql('test', { url: 'mysql://root@127.0.0.1:9/x' }).close()
    await postgres('test', { url: 'postgres://root@127.0.0.1:9/x' }).close()
  })
})
