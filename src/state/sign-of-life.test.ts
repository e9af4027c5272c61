import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findEnded, SignOfLife } from './sign-of-life.ts'

test('a process that is there is not found, and one that left well has left nothing', () => {
  const folder = newFolder()
  const [one, other] = [SignOfLife.show(folder), SignOfLife.show(folder)]
  expect(one.holder).not.toBe(other.holder)
  expect(ended(folder)).toEqual([])
  one.end()
  other.end()
  expect(readdirSync(folder)).toEqual([])
})

test('a process that was killed is found once', async () => {
  const folder = newFolder()
  const child = spawn(process.execPath, ['-e', keepLocked(join(folder, 'alive-child'))])
  await once(child.stdout, 'data')
  expect(ended(folder)).toEqual([])
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
  expect(ended(folder)).toEqual(['child'])
  expect(ended(folder)).toEqual([])
})

test('what a process held is freed before it is forgotten, and tried again where that fails', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'alive-gone'), '')
  const full = () => {
    throw new Error('The disk is full.')
  }
  expect(() => findEnded(folder, full)).toThrow('full')
  expect(ended(folder)).toEqual(['gone'])
})

test('whoever is looked for in the moment of beginning takes another name', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'alive-gone'), '')
  const shown: SignOfLife[] = []
  findEnded(folder, () => shown.push(SignOfLife.show(folder)))
  expect(ended(folder)).toEqual([])
  shown.forEach((sign) => sign.end())
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-alive-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function ended(folder: string): readonly string[] {
  const holders: string[] = []
  findEnded(folder, (holder) => holders.push(holder))
  return holders
}

/** A program that locks a file as the desk does. */
function keepLocked(file: string): string {
  const library = createRequire(import.meta.url).resolve('@photostructure/sqlite')
  return `
    const builtIn = process.getBuiltinModule('node:sqlite')
    const { DatabaseSync } = builtIn ?? require(${JSON.stringify(library)})
    globalThis.lock = new DatabaseSync(${JSON.stringify(file)})
    lock.exec('begin exclusive')
    console.log('locked')
    setInterval(() => lock, 1000)`
}
