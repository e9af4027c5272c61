import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Value } from '../../src/model/index.ts'
import { sqlite } from '../../src/sources/index.ts'
import { nobody, rowsOf, sqlText } from './ask.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontdesk-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = (name: string) => join(folder, name)

async function make(file: string, rows: readonly (readonly Value[])[]): Promise<void> {
  const writable = sqlite('test', { file, writable: true })
  await writable.transaction(async (writer) => {
    await writer.run('create table books (id integer primary key, title text)')
    await writer.insert('books', ['id', 'title'], rows)
  })
  await writable.close()
}

test('a file that is not there is named, and not made', async () => {
  const file = path('missing.db')
  const source = sqlite('office', { file })
  await expect(source.query(rowsOf('books'), nobody)).rejects.toMatchObject({
    code: 'source/no-such-database',
    message: expect.stringContaining('missing.db') as string,
    at: file,
  })
  expect(existsSync(file)).toBe(false)
})

test('a file that is no database is refused', async () => {
  writeFileSync(path('notes.db'), 'these are notes, and many of them. '.repeat(100))
  const source = sqlite('office', { file: path('notes.db') })
  await expect(source.tables()).rejects.toMatchObject({ code: 'source/no-such-database' })
})

test('a changed row is seen at once, and so is a file put in place of another', async () => {
  await make(path('desk.db'), [[1, 'Compilers']])
  await make(path('next.db'), [[1, 'Networks']])
  const source = sqlite('office', { file: path('desk.db') })
  const titles = async () =>
    (await source.query(rowsOf('books'), nobody)).result.rows.map((row) => row[1])
  expect(await titles()).toEqual(['Compilers'])
  const writable = sqlite('office', { file: path('desk.db'), writable: true })
  await writable.transaction((writer) => writer.run('update books set title = ?', ['Parsers']))
  expect(await titles()).toEqual(['Parsers'])
  renameSync(path('next.db'), path('desk.db'))
  expect(await titles()).toEqual(['Networks'])
  await Promise.all([source.close(), writable.close()])
})

test('someone else may write while it is read', async () => {
  await make(path('shared.db'), [
    [1, 'Compilers'],
    [2, 'Networks'],
  ])
  const source = sqlite('office', { file: path('shared.db') })
  // Not read to its end: a statement left open would hold its lock.
  await source.query(rowsOf('books', { limit: 0 }), nobody)
  await source.query({ ...sqlText('select * from books'), limit: 0 }, nobody)
  const writable = sqlite('office', { file: path('shared.db'), writable: true })
  await writable.transaction((writer) => writer.run('delete from books'))
  expect((await source.query(rowsOf('books'), nobody)).result.rowCount).toBe(0)
  await Promise.all([source.close(), writable.close()])
})

test('a text that never ends leaves no process behind, and the program can end', async () => {
  const endless =
    'with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c'
  await make(path('endless.db'), [])
  const source = sqlite('office', { file: path('endless.db'), timeoutSeconds: 0.5 })
  const before = countProcesses()
  const asked = [1, 2, 3].map(() => source.query(sqlText(endless), nobody))
  for (const one of await Promise.allSettled(asked)) expect(one.status).toBe('rejected')
  await expect.poll(countProcesses).toBeLessThanOrEqual(before)
  await source.close()
})

/** Processes this one has started and that still run. */
function countProcesses(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length
}
