import { createServer } from 'node:net'
import { once } from 'node:events'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FrontdeskError } from '../../src/errors.ts'
import { mysql, postgres, withBreaker } from '../../src/sources/index.ts'
import { describeOn, startPrivateMariadb, startPrivatePostgres } from '../servers/index.ts'
import { nobody, rowsOf, sqlText } from './ask.ts'

const kinds = [
  { name: 'MariaDB', open: mysql, own: await startPrivateMariadb(), sleep: 'select sleep(30)' },
  {
    name: 'PostgreSQL',
    open: postgres,
    own: await startPrivatePostgres(),
    sleep: 'select pg_sleep(30)',
  },
]

for (const { name, open, own, sleep } of kinds) {
  describeOn(own, `${name}, killed and started again`, (serverUrl, server) => {
    const url = databaseUrl(serverUrl, name)

    beforeAll(async () => {
      const maker = open('test', { url: withoutDatabase(url, name), writable: true })
      await maker.transaction(async (writer) => {
        if (name === 'MariaDB') await writer.run('create database desk character set utf8mb4')
        const prefix = name === 'MariaDB' ? 'desk.' : ''
        await writer.run(`create table ${prefix}books (id integer primary key, title varchar(40))`)
        await writer.run(`insert into ${prefix}books values (1, 'Compilers')`)
      })
      await maker.close()
    })

    test('answers again by itself', async () => {
      if (!('restart' in server)) return
      const source = open('test', { url })
      expect((await source.query(rowsOf('books'), nobody)).result.rowCount).toBe(1)
      await server.restart()
      const answers = await Promise.all([1, 2, 3].map(() => source.query(rowsOf('books'), nobody)))
      expect(answers.map((asked) => asked.result.rowCount)).toEqual([1, 1, 1])
      await source.close()
    })

    test('ends the queries under way with a clear error', async () => {
      if (!('restart' in server)) return
      const source = open('test', { url, timeoutSeconds: 30 })
      const slow = failure(source.query(sqlText(sleep), nobody))
      await new Promise((resolve) => setTimeout(resolve, 500))
      await server.kill()
      expect((await slow).code).toBe('source/unreachable')
      expect((await failure(source.query(rowsOf('books'), nobody))).code).toBe('source/unreachable')
      await server.restart()
      expect((await source.query(rowsOf('books'), nobody)).result.rowCount).toBe(1)
      await source.close()
    })

    test('is left alone while it is down, and asked again when it is back', async () => {
      if (!('restart' in server)) return
      const seen: string[] = []
      const observe = (observation: { kind: string; state?: string }) => {
        if (observation.kind === 'source') seen.push(observation.state ?? '')
      }
      let now = 0
      const options = { observe, failures: 2, rest: 200, clock: () => now }
      const source = withBreaker(open('test', { url }), options)
      await source.query(rowsOf('books'), nobody)
      await server.kill()
      const codes = []
      for (let i = 0; i < 4; i++)
        codes.push((await failure(source.query(rowsOf('books'), nobody))).code)
      expect(codes.slice(0, 2)).toEqual(['source/unreachable', 'source/unreachable'])
      expect(codes.slice(2)).toEqual(['source/circuit-open', 'source/circuit-open'])
      await server.restart()
      now = 200
      expect((await source.query(rowsOf('books'), nobody)).result.rowCount).toBe(1)
      expect(seen).toEqual(['down', 'half-open', 'up'])
      await source.close()
    })

    test('says which database is missing', async () => {
      const source = open('test', { url: url.replace(/\/(desk|postgres)$/, '/nowhere') })
      const error = await failure(source.query(rowsOf('books'), nobody))
      expect(error.code).toBe('source/no-such-database')
      expect(error.message).toContain('`nowhere`')
      await source.close()
    })
  })

  describe(`a ${name} source`, () => {
    test('says that no server answers, without the password', async () => {
      const source = open('test', { url: `${scheme(name)}://root:s3cr3t@127.0.0.1:9/desk` })
      const error = await failure(source.query(rowsOf('books'), nobody))
      expect(error.code).toBe('source/unreachable')
      expect(error.message).toContain('127.0.0.1:9')
      expect(everythingIn(error)).not.toContain('s3cr3t')
    })

    test('gives up on a server that accepts and never speaks', async () => {
      const silent = createServer(() => {}).listen(0, '127.0.0.1')
      await once(silent, 'listening')
      const address = silent.address()
      const port = typeof address === 'object' ? address?.port : 0
      const source = open('test', {
        url: `${scheme(name)}://root@127.0.0.1:${port}/desk`,
        timeoutSeconds: 1,
      })
      expect((await failure(source.query(rowsOf('books'), nobody))).code).toBe('source/too-slow')
      silent.close()
    })

    test('says how to install a driver that is not there', async () => {
      const load = () => Promise.reject(new Error("Cannot find package 'x'"))
      const source = open('test', { url: `${scheme(name)}://root@127.0.0.1/desk`, load })
      const error = await failure(source.query(rowsOf('books'), nobody))
      expect(error.code).toBe('source/driver-missing')
      expect(error.hint).toMatch(/npm install (mysql2|pg)/)
    })

    test('does not repeat a URL that it cannot read', () => {
      const opening = () => open('test', { url: `${scheme(name)}://root:s3cr3t@:x/desk` })
      expect(opening).toThrow(expect.objectContaining({ code: 'source/unreachable' }))
      expect(opening).not.toThrow(/s3cr3t/)
    })
  })
}

function scheme(name: string): string {
  return name === 'MariaDB' ? 'mysql' : 'postgres'
}

function databaseUrl(serverUrl: string, name: string): string {
  return name === 'MariaDB' ? new URL('/desk', serverUrl).href : serverUrl
}

function withoutDatabase(url: string, name: string): string {
  return name === 'MariaDB' ? new URL('/', url).href : url
}

function failure(work: Promise<unknown>): Promise<FrontdeskError> {
  return work.then(
    () => expect.fail('it did not fail'),
    (error: FrontdeskError) => error,
  )
}

function everythingIn(error: FrontdeskError): string {
  const cause = error.cause instanceof Error ? error.cause : {}
  const own = (thing: object) =>
    Object.getOwnPropertyNames(thing).map((key) => String(Reflect.get(thing, key)))
  return [...own(error), ...own(cause)].join('\n')
}
