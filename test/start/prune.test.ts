import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { pruneForeign } from '../../bin/prune.mjs'

const own = `${process.platform}-${process.arch}`

/** A folder whose SQLite package holds these binaries. */
function installedWith(...systems: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'frontdesk-prune-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const files = [
    'src/sqlite3.c',
    'dist/index.js',
    ...systems.map((name) => `prebuilds/${name}/a.node`),
  ]
  for (const file of files) {
    const path = join(root, 'node_modules/@photostructure/sqlite', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
  }
  return root
}

test('binaries of other systems and sources to compile go; this system’s stays', () => {
  const root = installedWith('plan9-mips', own)
  pruneForeign(root)
  const sqlite = join(root, 'node_modules/@photostructure/sqlite')
  expect(readdirSync(join(sqlite, 'prebuilds'))).toEqual([own])
  expect([existsSync(join(sqlite, 'src')), existsSync(join(sqlite, 'dist/index.js'))]).toEqual([
    false,
    true,
  ])
})

test('where there is no binary for this system, everything stays', () => {
  const root = installedWith('plan9-mips')
  pruneForeign(root)
  expect(existsSync(join(root, 'node_modules/@photostructure/sqlite/src/sqlite3.c'))).toBe(true)
})

test('where the package was left out, nothing happens', () => {
  expect(() => pruneForeign(tmpdir())).not.toThrow()
})
