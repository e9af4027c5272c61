import { expect, test } from 'vitest'
import { FrontdeskError } from '../errors.ts'
import type { Result } from '../model/index.ts'
import { LookUps } from './look-ups.ts'
import { postgresDialect } from './postgres/source.ts'
import { mysqlDialect } from './mysql/source.ts'
import type { Statement } from './sql/statement.ts'
import { Stop } from '../util/stop.ts'
import type { StopSignal } from '../model/index.ts'

const columns = [{ name: 'name', type: 'text' as const }]

function rowsOf(rows: Result['rows'], number = false): Result {
  const all = number ? [{ name: '#', type: 'integer' as const }, ...columns] : columns
  return { columns: all, rows, rowCount: rows.length, truncated: false }
}

function nameOf(id: string, limit = 2): Statement {
  const text = `select name from people where id = ? limit ${limit + 1}`
  return { kind: 'select', text, parameters: [id], limit, origins: [] }
}

type Asked = (statement: Statement, signal: StopSignal) => Promise<Result>

/** A server that tells one row for each value, `asked` of what it was asked. */
function setUp(together?: Asked) {
  const asked: string[] = []
  const run: Asked = async (statement, signal) => {
    const many = statement.text.includes('union')
    asked.push(`${many ? 'together' : 'alone'} ${statement.parameters.join(' ')}`)
    if (many && together !== undefined) return together(statement, signal)
    const rows = statement.parameters.map((id, i) => (many ? [i, `N${id}`] : [`N${id}`]))
    return rowsOf(rows, many)
  }
  const lookUps = new LookUps(mysqlDialect, run, 100)
  const ask = (id: string, signal: StopSignal = new Stop()) => lookUps.run(nameOf(id), signal)
  const told = async (ids: string) => {
    const results = await Promise.all(ids.split(' ').map((id) => ask(id)))
    return results.map(({ rows }) => rows.flat().join()).join(' ')
  }
  return { lookUps, asked, ask, told }
}

test('a text that is known is asked once for all who ask at the same moment', async () => {
  const { asked, told } = setUp()
  await told('1')
  expect(await told('1 2 3')).toBe('N1 N2 N3')
  expect(await told('4')).toBe('N4')
  expect(asked).toEqual(['alone 1', 'together 1 2 3', 'alone 4'])
})

test('the very same is asked once', async () => {
  const { asked, told } = setUp()
  await told('1')
  expect(await told('2 2 2')).toBe('N2 N2 N2')
  expect(await told('1 2 1')).toBe('N1 N2 N1')
  expect(asked).toEqual(['alone 1', 'alone 2', 'together 1 2'])
})

test('what fails together is asked one by one, and from then on by itself', async () => {
  const { asked, told } = setUp(() => Promise.reject(new Error('no')))
  await told('1')
  expect(await told('1 2')).toBe('N1 N2')
  await told('1 2')
  expect(asked).toEqual(['alone 1', 'together 1 2', 'alone 1', 'alone 2', 'alone 1', 'alone 2'])
})

test('a text whose columns are others together goes alone', async () => {
  const { asked, told } = setUp(async () => rowsOf([]))
  await told('1')
  expect(await told('1 2')).toBe('N1 N2')
  expect(asked.slice(1)).toEqual(['together 1 2', 'alone 1', 'alone 2'])
})

test('a server that was away for a moment is asked together again', async () => {
  let isAway = true
  const { asked, told } = setUp(async () => {
    if (isAway) throw new FrontdeskError('source/unreachable', 'away')
    return rowsOf(
      [
        [0, 'A'],
        [1, 'B'],
      ],
      true,
    )
  })
  await told('1')
  await told('1 2')
  isAway = false
  await told('1')
  expect(await told('1 2')).toBe('A B')
  expect(asked.at(-1)).toBe('together 1 2')
})

test('what takes too long together is stopped, and asked one by one', async () => {
  const { asked, told } = setUp(
    (_, signal) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new Error('stopped'))),
      ),
  )
  await told('1')
  expect(await told('1 2')).toBe('N1 N2')
  expect(asked).toEqual(['alone 1', 'together 1 2', 'alone 1', 'alone 2'])
})

test('the server is told to stop once nobody waits', async () => {
  const reasons: unknown[] = []
  const { ask, told } = setUp(
    (_, signal) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => {
          reasons.push(signal.reason)
          reject(new Error('stopped'))
        }),
      ),
  )
  await told('1')
  const [one, other] = [new Stop(), new Stop()]
  const asked = [ask('1', one), ask('2', other)]
  await new Promise(setImmediate)
  one.abort('first')
  await expect(asked[0]).rejects.toBe('first')
  expect(reasons).toEqual([])
  other.abort('last')
  await expect(asked[1]).rejects.toBe('last')
  expect(reasons).toEqual(['last'])
})

test('long lists and texts of an owner go alone', async () => {
  const { lookUps, asked } = setUp()
  const many = nameOf('1', 1000)
  const text: Statement = { ...nameOf('1'), kind: 'sql' }
  for (const statement of [many, text])
    for (let i = 0; i < 2; i++)
      await Promise.all([1, 2].map(() => lookUps.run(statement, new Stop())))
  expect(asked).toEqual(Array.from({ length: 8 }, () => 'alone 1'))
})

test('placeholders that are counted are counted on', async () => {
  const texts: string[] = []
  const lookUps = new LookUps(postgresDialect, async ({ text }) => {
    texts.push(text)
    return rowsOf([])
  })
  const text = 'select distinct "a$1" from "t" where "a" = $1::text and "b" in ($2) limit 3'
  const ask = (a: string) => lookUps.run({ ...nameOf(a), text, parameters: [a, 'b'] }, new Stop())
  await ask('1')
  await Promise.all([ask('1'), ask('2')])
  expect(texts[1]).toBe(
    '(select distinct 0 as "#", "a$1" from "t" where "a" = $1::text and "b" in ($2) limit 3)' +
      ' union all ' +
      '(select distinct 1 as "#", "a$1" from "t" where "a" = $3::text and "b" in ($4) limit 3)',
  )
})
