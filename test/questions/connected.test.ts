import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDesk, planConnection, plain, type Turn } from '../../src/index.ts'
import { choicesIn } from '../../src/model/index.ts'

/*
 * A connected desk in talk: a long answer is told page by page, what is not surely read is asked about, and what was
 * inserted a minute ago is found.
 */

interface Talk {
  readonly file: string
  readonly ask: (text: string) => Promise<Turn>
}

async function connected(sql: string): Promise<Talk> {
  const place = mkdtempSync(join(tmpdir(), 'frontdesk-connected-'))
  const file = join(place, 'town.db')
  change(file, sql)
  const folder = join(place, 'desk')
  const order = { url: `sqlite:${file}`, folder, open: true, told: () => {} }
  await (await planConnection(order)).write()
  const opened = await openDesk(folder, { keep: true })
  onTestFinished(async () => {
    await opened.close()
    rmSync(place, { recursive: true, force: true })
  })
  let asked = 0
  const ask = async (text: string) => {
    const message = { id: `m${++asked}`, conversation: 'one', channel: 'terminal', text }
    return (await opened.desk.take({ ...message, at: new Date().toISOString() })).turn
  }
  return { file, ask }
}

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

const said = (turn: Turn) => turn.reply.blocks.map(plain).join('\n')
const streets = Array.from({ length: 45 }, (_, i) => `(${i + 1}, 'Street ${i + 1}', ${i})`)
const town = `create table streets (id integer primary key, name text, houses integer);
  create table parks (id integer primary key, name text, benches integer);
  insert into parks values (1, 'Old Park', 9), (2, 'New Park', 4), (3, 'Green', 2);
  insert into streets values ${streets.join(', ')}`

test('"more" tells the rest of a long answer, page by page, until that was all', async () => {
  const { ask } = await connected(town)
  const first = await ask('list the streets')
  expect(said(first)).toContain('Street 20')
  expect(said(first)).not.toContain('Street 21')
  const [more] = choicesIn(first.reply)
  expect(more?.means).toEqual({ kind: 'say', text: 'more' })
  const second = said(await ask('more'))
  expect(second).toContain('Street 21')
  expect(second).not.toContain('Street 20')
  const third = await ask('show more')
  expect(said(third)).toContain('Street 45')
  expect(choicesIn(third.reply)).toEqual([])
  expect(said(await ask('more'))).not.toContain('Street')
})

test('what is not surely read is asked about, and answered when it is picked', async () => {
  const { ask } = await connected(town)
  const unsure = await ask('how many haunted parks are there')
  expect(unsure.queries).toEqual([])
  expect(choicesIn(unsure.reply).map(({ label }) => label)).toEqual(['how many parks are there'])
  expect(said(await ask('1'))).toContain('3 parks')
})

test('a row inserted is understood within a minute', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { file, ask } = await connected(town)
  expect(said(await ask('how many benches does Lotus Garden have'))).not.toContain('31')
  change(file, "insert into parks values (4, 'Lotus Garden', 31)")
  const told = async () => said(await ask('how many benches does Lotus Garden have'))
  await vi.advanceTimersByTimeAsync(59_000)
  vi.useRealTimers()
  await vi.waitFor(async () => expect(await told()).toContain('31'), { timeout: 10_000 })
})
