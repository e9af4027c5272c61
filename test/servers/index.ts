/**
 * Real database servers for tests. `npm test` finds, installs or unpacks them first; a test file run
 * by itself uses what is at hand. Where there is none, its tests are skipped by name and reason.
 *
 *     const database = await mariadb()
 *     describeOn(database, 'a MySQL source', (url) => { test('…', …) })
 */
import { afterAll, describe, test } from 'vitest'
import type { PrivateServer } from './private-server.mjs'
import type { Kind, Missing } from './provide.mjs'
import { execute, provide, startOwn } from './provide.mjs'

export type { Missing, PrivateServer }

/** An empty database of one's own on a shared server. */
export interface TestDatabase {
  /** `mysql://…` or `postgres://…`, the database included. */
  readonly url: string
  /** Removes the database, and the server if it was started for it. */
  readonly drop: () => Promise<void>
}

/** An empty database on MariaDB. */
export function mariadb(): Promise<TestDatabase | Missing> {
  return createDatabase('mariadb')
}

/** An empty database on PostgreSQL. */
export function postgres(): Promise<TestDatabase | Missing> {
  return createDatabase('postgres')
}

/** A MariaDB server of one's own, to kill and restart. Whoever starts it stops it. */
export function startPrivateMariadb(): Promise<PrivateServer | Missing> {
  return startOwn('mariadb')
}

/** A PostgreSQL server of one's own, to kill and restart. Whoever starts it stops it. */
export function startPrivatePostgres(): Promise<PrivateServer | Missing> {
  return startOwn('postgres')
}

/**
 * Describes what holds on a server, and lets go of it afterwards; skipped by name and reason when it is missing.
 */
export function describeOn<Server extends TestDatabase | PrivateServer>(
  server: Server | Missing,
  name: string,
  body: (url: string, server: Server) => void,
): void {
  if ('missing' in server) {
    describe(name, () => test.skip(`skipped: ${server.missing}`))
    return
  }
  describe(name, () => {
    afterAll(() => ('drop' in server ? server.drop() : server.stop()))
    body(server.url, server)
  })
}

async function createDatabase(kind: Kind): Promise<TestDatabase | Missing> {
  const server = await provide(kind)
  if ('missing' in server) return server
  const name = `frontdesk_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  const [unicode, force] =
    kind === 'mariadb' ? [' character set utf8mb4', ''] : ['', ' with (force)']
  await execute(server.url, `create database ${name}${unicode}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await execute(server.url, `drop database ${name}${force}`)
      await server.stop()
    },
  }
}
