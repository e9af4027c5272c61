/** A backup is what a desk was at one moment, although messages arrive meanwhile; and it becomes a desk again. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { backUp } from '../../src/backup.ts'
import { restore } from '../../src/restore.ts'
import { loadSqlite } from '../../src/util/load-sqlite.ts'
import { frontdesk } from '../cli/run.ts'
import { makeSmallDesk } from '../small-desk.ts'
import { serve, type Served } from './serve.ts'

/** People who talk at the same time. */
const visitors = 8

test('backups made while messages arrive each hold what was answered before, and fit together', async () => {
  const desk = small()
  const running = await serve(desk.folder, '--quiet')
  await running.say({ text: 'opening hours Monday' })
  const place = small().folder
  const talk = talkOn(running)
  for (let round = 0; round < 5; round++) {
    await setTimeout(300)
    const before = talk.answered()
    const zip = join(place, `${round}.zip`)
    await backUp(desk.folder, zip, Date.now())
    const after = talk.begun()
    const folder = join(place, String(round))
    await restore(zip, folder)
    const { turns, misfits } = keptIn(folder)
    expect(turns).toBeGreaterThanOrEqual(before)
    expect(turns).toBeLessThanOrEqual(after + 1)
    expect(misfits).toBe(0)
  }
  expect(await talk.end()).toBeGreaterThan(visitors)
  expect(await running.end('SIGTERM')).toBe(0)
})

test('what was backed up is a desk again, secrets and all, and nobody else reads it', async () => {
  const desk = small({ '.env': 'TOKEN=abc\n', 'node_modules/x/index.js': 'x' })
  const first = await serve(desk.folder, '--quiet')
  const { conversation } = await first.say({ text: 'opening hours Monday' })
  await first.end('SIGTERM')
  const place = small().folder
  const zip = join(place, 'desk.zip')
  const made = await frontdesk(['backup', desk.folder, zip])
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('desk.zip: ') })
  expect(statSync(zip).mode & 0o077).toBe(0)
  const again = join(place, 'again')
  expect(await frontdesk(['restore', zip, again])).toMatchObject({ code: 0 })
  expect(readFileSync(join(again, '.env'), 'utf8')).toBe('TOKEN=abc\n')
  expect(existsSync(join(again, 'node_modules'))).toBe(false)
  for (const secret of ['.env', '.frontdesk', '.frontdesk/secret', '.frontdesk/state.db'])
    expect(statSync(join(again, secret)).mode & 0o077).toBe(0)
  const second = await serve(again, '--quiet')
  const history = await fetch(
    `${second.url}/channels/web/history?conversation=${encodeURIComponent(conversation)}`,
  )
  expect(await history.text()).toContain('Monday: nine.')
  await second.end('SIGTERM')
})

test('what is no backup, a folder that is taken and a state too new are refused, and leave nothing behind', async () => {
  const desk = small()
  const place = small().folder
  const zip = join(place, 'desk.zip')
  mkdirSync(join(desk.folder, '.frontdesk'))
  const db = new (loadSqlite().DatabaseSync)(join(desk.folder, '.frontdesk/state.db'))
  db.exec('create table t (x); pragma user_version = 99')
  db.close()
  await backUp(desk.folder, zip, Date.now())
  const target = join(place, 'target')
  await expect(restore(zip, target)).rejects.toMatchObject({ code: 'state/newer-schema' })
  await expect(restore(zip, desk.folder)).rejects.toMatchObject({ code: 'config/folder-taken' })
  const bytes = readFileSync(zip)
  for (const broken of [
    bytes.subarray(0, bytes.length / 2),
    flipped(bytes),
    Buffer.from('no zip'),
  ]) {
    writeFileSync(zip, broken)
    await expect(restore(zip, target)).rejects.toMatchObject({ code: 'backup/not-one' })
  }
  await expect(backUp(join(place, 'nowhere'), zip, Date.now())).rejects.toMatchObject({
    code: 'config/folder-missing',
  })
  await expect(backUp(desk.folder, join(place, 'no/where.zip'), Date.now())).resolves.toBeDefined()
  expect(existsSync(target)).toBe(false)
  expect(readdirSync(place).filter((name) => /making|restoring/.test(name))).toEqual([])
})

/** Damaged in the middle of a file that is packed. */
function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  for (let i = 200; i < 260; i++) copy[i] = 255 - (copy[i] ?? 0)
  return copy
}

function small(changed: Readonly<Record<string, string>> = {}) {
  const desk = makeSmallDesk(changed)
  onTestFinished(desk.remove)
  return desk
}

/** People talk until they are told to stop; how many messages were begun and answered so far. */
function talkOn(running: Served) {
  let [begun, answered] = [0, 0]
  const over = new AbortController()
  const talking = Array.from({ length: visitors }, async (_, visitor) => {
    while (!over.signal.aborted) {
      begun++
      const { status } = await running.say({
        conversation: `visitor-${visitor}`,
        text: 'opening hours Monday',
      })
      if (status === 200) answered++
      await setTimeout(20)
    }
  })
  const end = async () => {
    over.abort()
    await Promise.all(talking)
    return answered
  }
  return { begun: () => begun, answered: () => answered, end }
}

/** The turns of a state, and the conversations whose session is not the one after their last turn. */
function keptIn(folder: string) {
  const file = join(folder, '.frontdesk/state.db')
  const db = new (loadSqlite().DatabaseSync)(file, { readOnly: true })
  const number = (sql: string) => Number(db.prepare(sql).get()?.['n'])
  const turns = number('select count(*) as n from turns')
  const misfits = number(
    `select count(*) as n from sessions s where s.version <>
       (select max(t.version) from turns t where t.conversation = s.conversation)`,
  )
  db.close()
  return { turns, misfits }
}
