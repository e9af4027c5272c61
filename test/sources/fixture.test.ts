/** A fixture writes where it made the data or was told to, and nowhere else. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openDesk, type OpenedDesk } from '../../src/open.ts'
import { mysql } from '../../src/sources/index.ts'
import { describeOn, mariadb } from '../servers/index.ts'
import { makeSmallDesk } from '../small-desk.ts'

const desks: { remove: () => void }[] = []
let opened: OpenedDesk | null = null
afterEach(async () => {
  await opened?.close()
  opened = null
})
afterAll(() => {
  for (const desk of desks) desk.remove()
})

/** A small desk whose office is at this address, and what its fixture is told. */
function deskAt(url: string, fills: readonly string[]) {
  const desk = makeSmallDesk()
  desks.push(desk)
  const text = desk
    .read('desk.yaml')
    .replace('{ kind: sqlite, file: data/office.db }', `{ url: "${url}" }`)
    .replace('data/make.mjs', `{ module: data/make.mjs, fills: [${fills.join(', ')}] }`)
  desk.write('desk.yaml', text)
  desk.write('data/make.mjs', desk.read('data/make.mjs').replaceAll(' text', ' varchar(40)'))
  return desk
}

async function open(folder: string): Promise<OpenedDesk> {
  opened = await openDesk(folder, { keep: false })
  return opened
}

async function ask(desk: OpenedDesk) {
  const at = new Date().toISOString()
  const message = { id: 'm', conversation: 'c', channel: 'terminal', at }
  const { turn } = await desk.desk.take({ ...message, text: 'when is the office open on Monday' })
  return turn
}

describeOn(await mariadb(), 'on MariaDB', (url) => {
  const owner = mysql('office', { url, writable: true })
  const tables = async () => (await owner.tables()).map(({ name }) => name)
  const run = (sql: string) => owner.transaction((writer) => writer.run(sql))
  const reader = new URL(url)
  reader.username = `reader${process.pid}`
  afterAll(async () => {
    await run(`drop user if exists ${reader.username}@'%'`)
    await owner.close()
  })

  test('an empty database that nobody named is read, and left as it is', async () => {
    const turn = await ask(await open(deskAt(url, []).folder))
    expect(turn.error?.code).toBe('source/no-such-table')
    expect(await tables()).toEqual([])
  })

  test('one whose user may only read is refused with what to do, if it was named', async () => {
    await run(`create user ${reader.username}@'%'`)
    await run(`grant select on ${reader.pathname.slice(1)}.* to ${reader.username}@'%'`)
    await open(deskAt(reader.href, []).folder)
    await expect(
      openDesk(deskAt(reader.href, ['office']).folder, { keep: false }),
    ).rejects.toMatchObject({
      code: 'fixture/failed',
      hint: expect.stringContaining('`fills`') as string,
    })
    expect(await tables()).toEqual([])
  })

  test('one that was named is filled once, and is known as made from then on', async () => {
    const desk = deskAt(url, ['office'])
    expect((await ask(await open(desk.folder))).error).toBeNull()
    expect(await tables()).toContain('frontdesk_fixture')
    await opened?.close()
    const later = deskAt(url, [])
    const anew = later
      .read('data/make.mjs')
      .replace("'1'", "'2'")
      .replace('nine', 'noon')
      .replace(
        'await office',
        "await office.run('drop table students, dues, hours')\n  await office",
      )
    later.write('data/make.mjs', anew)
    const { reply } = await ask(await open(later.folder))
    expect(JSON.stringify(reply)).toContain('noon')
  })

  test('tables that somebody made keep a fixture away', async () => {
    await run('drop table frontdesk_fixture')
    const before = await tables()
    await open(deskAt(url, ['office']).folder)
    expect(await tables()).toEqual(before)
  })
})

test('a SQLite file that is there belongs to somebody, even when it is empty', async () => {
  const desk = makeSmallDesk()
  desks.push(desk)
  writeFileSync(join(desk.folder, 'data/office.db'), '')
  const turn = await ask(await open(desk.folder))
  expect(turn.error?.code).toBe('source/no-such-table')
  expect(desk.read('data/office.db')).toBe('')
})

test('a source that the desk has not cannot be filled', async () => {
  const desk = deskAt('mysql://nobody@127.0.0.1:9/none', ['offices'])
  await expect(open(desk.folder)).rejects.toMatchObject({ code: 'config/invalid' })
})
