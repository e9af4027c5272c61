/**
 * No query writes, whatever its text: the connection refuses by itself, and no text can talk it out of that. The
 * text is refused as well; what gets past that here reaches the database and fails there.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FrontdeskError } from '../../src/errors.ts'
import type { Source, SourceSettings } from '../../src/model/index.ts'
import { openSource, openWritableSource } from '../../src/sources/index.ts'
import { parseAddress } from '../../src/sources/address.ts'
import type { Mysql2 } from '../../src/sources/mysql/connection.ts'
import { MysqlConnection } from '../../src/sources/mysql/connection.ts'
import { describeOn, mariadb, postgres } from '../servers/index.ts'
import { nobody, rowsOf, sqlText } from '../sources/ask.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontdesk-read-only-'))
afterAll(() => rmSync(folder, { recursive: true }))
const loot = join(folder, 'loot')

const everywhere = [
  "insert into books values (2, 'x')",
  'update books set title = null',
  'delete from books',
  'drop table books',
  'create table more (id integer)',
  'begin',
  'commit',
  'select 1; delete from books',
  'select 1; commit; delete from books',
  '/* select */ delete from books',
  '-- select\ndelete from books',
  'with gone as (select 1) delete from books',
  'explain analyze delete from books',
]

const attacks = {
  sqlite: [
    ...everywhere,
    'with gone as (select 1) insert into books select 3, 4',
    'pragma query_only = off',
    'pragma writable_schema = on',
    `attach database '${loot}' as loot`,
    `vacuum into '${loot}'`,
    `select load_extension('${loot}')`,
    'create temp table x (a)',
  ],
  mysql: [
    ...everywhere,
    'set session transaction read write',
    'set @@session.tx_read_only = 0',
    'start transaction read write',
    `select title from books into outfile '${loot}'`,
    `select title from books /*! into outfile '${loot}' */`,
    `select title from books /*M! into outfile '${loot}' */`,
    '(select 1) into @x',
    'call remove_books()',
    'select remove_book()',
    'do sleep(0)',
    'lock tables books write',
    'select `x``y`; delete from books',
    "select 'it\\'s'; delete from books -- '",
  ],
  postgres: [
    ...everywhere,
    'with gone as (delete from books returning *) select * from gone',
    'set default_transaction_read_only = off',
    'set session characteristics as transaction read write',
    'begin read write',
    "copy books to program 'true'",
    `copy books to '${loot}'`,
    'select * into more from books',
    'select remove_book()',
    "select set_config('transaction_read_only', 'off', false), remove_book()",
    "select nextval('counter')",
    'select * from books for update',
    'do $$ begin delete from books; end $$',
    'explain analyze with gone as (delete from books returning *) select * from gone',
    "select $$ ' $$; delete from books -- '",
    'select /* /* */ ; */ 1; delete from books',
  ],
} as const

function defend(settings: SourceSettings, make: readonly string[]): void {
  describe(`a ${settings.kind} source`, () => {
    let source: Source

    beforeAll(async () => {
      const writable = openWritableSource(settings)
      await writable.transaction(async (writer) => {
        await writer.run('create table books (id integer primary key, title varchar(40))')
        await writer.run("insert into books values (1, 'Compilers')")
        for (const statement of make) await writer.run(statement)
      })
      await writable.close()
      // One connection: what a text changes about it would be there for the next one.
      source = openSource({ ...settings, pool: 1 } as SourceSettings)
    })
    afterAll(() => source.close())

    test.each(attacks[settings.kind].map((text) => [text.replaceAll(folder, ''), text] as const))(
      'refuses: %s',
      async (_, text) => {
        const refused = await source.query(sqlText(text), nobody).then(
          (asked) => expect.fail(JSON.stringify(asked.result)),
          (error: FrontdeskError) => error,
        )
        expect(refused.code).toMatch(/^source\/(read-only|invalid-query|denied|no-such-table)$/)
        const { result } = await source.query(rowsOf('books'), nobody)
        expect(result.rows).toEqual([[1, 'Compilers']])
        expect(existsSync(loot)).toBe(false)
      },
    )

    test('what a text sets is gone with its transaction', async () => {
      if (settings.kind !== 'postgres') return
      const unlock = "select set_config('default_transaction_read_only', 'off', false)"
      await source.query(sqlText(unlock), nobody)
      const still = "select current_setting('default_transaction_read_only')"
      expect((await source.query(sqlText(still), nobody)).result.rows).toEqual([['on']])
    })
  })
}

defend({ name: 'test', kind: 'sqlite', timeoutSeconds: 5, file: join(folder, 'desk.db') }, [])

describeOn(await mariadb(), 'on MariaDB', (url) => {
  defend({ name: 'test', kind: 'mysql', timeoutSeconds: 5, url, pool: 1 }, [
    'create procedure remove_books() begin delete from books; end',
    'create function remove_book() returns integer modifies sql data begin delete from books; return 1; end',
    'create function unlock_books() returns integer begin set session transaction read write; return 1; end',
  ])

  test('a function that unlocks the session unlocks nothing for the next text', async () => {
    const source = openSource({ name: 'test', kind: 'mysql', timeoutSeconds: 5, url, pool: 1 })
    await source.query(sqlText('select unlock_books()'), nobody)
    const removing = source.query(sqlText('select remove_book()'), nobody)
    await expect(removing).rejects.toMatchObject({ code: 'source/read-only' })
    await source.close()
  })

  test('the connection refuses by itself, whoever asks', async () => {
    const library = (await import('mysql2')) as unknown as Mysql2
    const connection = await MysqlConnection.open(
      'test',
      parseAddress('test', url, 3306),
      library,
      'read',
    )
    for (const text of ['delete from books', 'select remove_book()', 'drop table books']) {
      await expect(connection.write(text, [])).rejects.toMatchObject({ code: 'source/read-only' })
    }
    connection.close()
  })
})

describeOn(await postgres(), 'on PostgreSQL', (url) => {
  defend({ name: 'test', kind: 'postgres', timeoutSeconds: 5, url, pool: 1 }, [
    `create function remove_book() returns integer language plpgsql as
      'begin delete from books; return 1; end'`,
    'create sequence counter',
  ])
})
