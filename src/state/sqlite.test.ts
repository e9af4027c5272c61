import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { loadSqlite } from '../util/load-sqlite.ts'
import { stateContract } from './contract.ts'
import { sampleTurn } from './sample-turn.ts'
import { deskSecret } from './secret.ts'
import { toKept } from './kept-turn.ts'
import { migrations } from './migrations.ts'
import { makeFolder, sqliteState } from './sqlite.ts'

const root = mkdtempSync(join(tmpdir(), 'frontdesk-state-'))
let count = 0
const newFolder = () => join(root, String(++count))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the state in SQLite keeps the contract:', () => {
  for (const { claim, prove } of stateContract(() => sqliteState(newFolder()))) test(claim, prove)
})

test('a conversation goes on where it was after the desk was closed and opened again', async () => {
  const folder = newFolder()
  const first = await sqliteState(folder)
  await first.commit(sampleTurn('a', 1))
  await first.close()
  const second = await sqliteState(folder)
  expect(await second.session('a')).toEqual(sampleTurn('a', 1).session)
  await second.commit(sampleTurn('a', 2))
  await second.close()
})

test('the turn of a message is found after the desk was closed and opened again', async () => {
  const folder = newFolder()
  const first = await sqliteState(folder)
  await first.commit(sampleTurn('a', 1))
  await first.close()
  const second = await sqliteState(folder)
  const { message, reply } = sampleTurn('a', 1)
  expect(await second.answerTo('a', message.id)).toMatchObject({ id: 'a:1', reply })
  await second.close()
})

test('a message repeated in a conversation read from the file is found, and a new one is not', async () => {
  const folder = newFolder()
  const first = await sqliteState(folder)
  await first.commit(sampleTurn('a', 1))
  await first.commit(sampleTurn('a', 2))
  await first.close()
  const second = await sqliteState(folder)
  await second.session('a')
  expect((await second.answerTo('a', sampleTurn('a', 1).message.id))?.id).toBe('a:1')
  expect(await second.answerTo('a', 'new')).toBeNull()
  await second.close()
})

test('the turns of a state that an older Frontdesk kept are found by their message', async () => {
  const folder = newFolder()
  makeFolder(folder)
  const { DatabaseSync } = loadSqlite()
  const db = new DatabaseSync(join(folder, 'state.db'))
  db.exec(migrations[0] ?? '')
  db.exec('pragma user_version = 1')
  const { version, at, turn } = toKept(sampleTurn('a', 1))
  const keep = 'insert into turns (conversation, version, at, turn) values (?, ?, ?, ?)'
  db.prepare(keep).run('a', version, at, turn)
  db.close()
  const state = await sqliteState(folder)
  expect((await state.answerTo('a', sampleTurn('a', 1).message.id))?.id).toBe('a:1')
  await state.close()
})

test('a turn kept by another process is a conflict once, and seen from then on', async () => {
  const folder = newFolder()
  const [one, other] = [await sqliteState(folder), await sqliteState(folder)]
  await one.commit(sampleTurn('a', 1))
  await other.commit(sampleTurn('a', 2))
  await expect(one.commit(sampleTurn('a', 2))).rejects.toMatchObject({ code: 'state/conflict' })
  expect((await one.session('a'))?.version).toBe(2)
  await one.commit(sampleTurn('a', 3))
  await Promise.all([one.close(), other.close()])
})

test('what a process held is free as soon as it is gone, and it cannot answer any more', async () => {
  const folder = newFolder()
  const [gone, next] = [await sqliteState(folder), await sqliteState(folder)]
  const [first, second] = [sampleTurn('a', 1), sampleTurn('a', 2)]
  await gone.accept([first, second].map(({ message }) => ({ message, to: null })))
  const wish = { now: 0, until: 60_000, limit: 10 }
  const [claim] = await gone.claim(wish)
  const outgoing = [{ channel: 'test', recipient: 'a', payload: 'reply' }]
  await gone.commit(first, 0, { claim: claim!, delivery: first.message.id, outgoing })
  expect(await gone.due(wish)).toHaveLength(1)
  const file = join(folder, readdirSync(folder).find((name) => name.startsWith('alive-')) ?? '')
  expect(await next.claim(wish)).toEqual([])
  // A lock goes with its process: another file in its place looks like that.
  renameSync(file, join(folder, 'moved'))
  writeFileSync(file, '')
  const again = await vi.waitUntil(async () => (await next.claim(wish))[0], { timeout: 20_000 })
  expect(await next.due(wish)).toHaveLength(1)
  expect(again).toMatchObject({ conversation: 'a', deliveries: [{ message: second.message }] })
  const late = gone.commit(second, 0, { claim: claim!, delivery: second.message.id, outgoing })
  await expect(late).rejects.toMatchObject({ code: 'state/conflict' })
  await Promise.all([gone.close(), next.close()])
})

test('thousands of turns at once are all kept', async () => {
  const state = await sqliteState(newFolder())
  const many = Array.from({ length: 2_000 }, (_, i) => state.commit(sampleTurn(`c${i}`, 1)))
  await Promise.all(many)
  expect(await state.turns({ limit: 3_000 })).toHaveLength(2_000)
  await state.close()
})

test('a state written by a newer Frontdesk is refused', async () => {
  const folder = newFolder()
  await (await sqliteState(folder)).close()
  const { DatabaseSync } = loadSqlite()
  const db = new DatabaseSync(join(folder, 'state.db'))
  db.exec('pragma user_version = 99')
  db.close()
  await expect(sqliteState(folder)).rejects.toMatchObject({ code: 'state/newer-schema' })
})

test('a folder that cannot be made or a file that is no database is told, not thrown about', async () => {
  const file = join(root, 'a-file')
  writeFileSync(file, 'not a folder')
  await expect(sqliteState(join(file, 'below'))).rejects.toMatchObject({ code: 'state/unwritable' })
  const folder = newFolder()
  deskSecret(folder)
  writeFileSync(join(folder, 'state.db'), 'this is no database, however long it may be'.repeat(50))
  await expect(sqliteState(folder)).rejects.toMatchObject({ code: 'state/unwritable' })
})

test.skipIf(process.platform === 'win32')(
  'what is kept is for its owner only, whatever folder it lies in',
  async () => {
    const folder = newFolder()
    mkdirSync(folder, { mode: 0o755 })
    const state = await sqliteState(folder)
    await state.commit(sampleTurn('a', 1))
    const modes = readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777)
    expect(modes).toEqual([0o600, 0o600, 0o600])
    await state.close()
  },
)

test('the secret is made once, of 32 bytes, for its owner only', () => {
  const folder = newFolder()
  const secret = deskSecret(folder)
  expect(secret).toHaveLength(32)
  expect(deskSecret(folder)).toEqual(secret)
  if (process.platform !== 'win32')
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  chmodSync(join(folder, 'secret'), 0o600)
  writeFileSync(join(folder, 'secret'), 'short')
  expect(() => deskSecret(folder)).toThrow('not a secret of 32 bytes')
})
