import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keep, readKept } from './kept-file.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'kept-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

test('what is kept is read again, and a broken file is nothing', async () => {
  const file = join(folder(), 'deep/value')
  expect(await readKept(file)).toBeNull()
  await keep({ words: ['a'], weights: Float32Array.of(1, 2) }, file)
  expect(await readKept(file)).toEqual({ words: ['a'], weights: Float32Array.of(1, 2) })
  writeFileSync(file, 'broken')
  expect(await readKept(file)).toBeNull()
})

test('what could not be kept leaves nothing behind', async () => {
  const place = folder()
  mkdirSync(join(place, 'value/taken'), { recursive: true })
  await expect(keep([1, 2, 3], join(place, 'value'))).rejects.toThrow()
  expect(readdirSync(place)).toEqual(['value'])
})
