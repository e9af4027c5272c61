import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readDesk } from './read-desk.ts'
import { scaffold } from './scaffold.ts'
import { parseSql, parseTemplate, temporaryDesk } from '../../test/temporary-desk.ts'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a new desk has nothing wrong with it, and conversations to play', async () => {
  const folder = join(emptyFolder(), 'new', 'desk')
  const files = await scaffold(folder)
  expect(files[0]).toBe('desk.yaml')
  expect(files).toContain('.gitignore')
  const read = await readDesk(folder, { env: {}, parseTemplate, parseSql })
  expect(read.problems).toEqual([])
  expect(read).toMatchObject({ kind: 'desk', conversations: { length: 3 } })
})

test('a folder that holds something already is left alone', async () => {
  const folder = temporaryDesk({})
  await expect(scaffold(folder)).rejects.toMatchObject({ code: 'config/folder-taken' })
  expect(readdirSync(folder)).toEqual(['desk.yaml'])
})
