import { expect, test } from 'vitest'
import {
  describeOn,
  mariadb,
  postgres,
  startPrivateMariadb,
  startPrivatePostgres,
} from './index.ts'
import { execute } from './provide.mjs'

for (const [name, database] of [
  ['MariaDB', await mariadb()],
  ['PostgreSQL', await postgres()],
] as const) {
  describeOn(database, `a database on ${name}`, (url) => {
    test('is empty and takes tables', async () => {
      await execute(url, 'create table book (title varchar(80))')
      await execute(url, "insert into book values ('देवदास')")
    })
  })
}

for (const [name, server] of [
  ['MariaDB', await startPrivateMariadb()],
  ['PostgreSQL', await startPrivatePostgres()],
] as const) {
  describeOn(server, `a private ${name}`, (url, { kill, restart }) => {
    test('refuses connections when killed, and keeps what it held over a restart', async () => {
      await execute(url, 'create database kept')
      await kill()
      await expect(execute(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
      await restart()
      await expect(execute(url, 'create database kept')).rejects.toThrow(/exists/)
    })
  })
}
