/** What keeps a desk from starting is told in a sentence with its remedy, and the process ends. */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { loadSqlite } from '../../src/util/load-sqlite.ts'
import { makeSmallDesk } from '../small-desk.ts'

const program = fileURLToPath(new URL('../../bin/frontdesk.mjs', import.meta.url))
const desks: { remove: () => void }[] = []
afterAll(() => {
  for (const made of desks) made.remove()
})

function desk(changed: Readonly<Record<string, string>> = {}) {
  const made = makeSmallDesk(changed)
  mkdirSync(join(made.folder, '.frontdesk'))
  desks.push(made)
  return made
}

/** Runs the program to its end. */
function run(...args: readonly string[]): Promise<{ code: unknown; told: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, told: stdout + stderr }),
    )
    child.stdin?.end()
  })
}

async function newerState(folder: string): Promise<void> {
  const { DatabaseSync } = loadSqlite()
  const db = new DatabaseSync(join(folder, '.frontdesk/state.db'))
  db.exec('pragma user_version = 99')
  db.close()
}

const cases = [
  [
    'a state that is no database',
    'state/unwritable',
    (folder: string) =>
      writeFileSync(join(folder, '.frontdesk/state.db'), 'no database at all, '.repeat(1000)),
  ],
  ['a state of a newer Frontdesk', 'state/newer-schema', newerState],
  [
    'a secret cut short',
    'state/unwritable',
    (folder: string) => writeFileSync(join(folder, '.frontdesk/secret'), 'short'),
  ],
  [
    'a state that is a folder',
    'state/unwritable',
    (folder: string) => mkdirSync(join(folder, '.frontdesk/state.db')),
  ],
  [
    'a fixture that fails',
    'fixture/failed',
    (folder: string) =>
      writeFileSync(
        join(folder, 'data/make.mjs'),
        'export const edition = () => "1"\nexport const make = () => { throw new Error("no paper") }',
      ),
  ],
  [
    'a file that cannot be read',
    'config/invalid',
    (folder: string) => mkdirSync(join(folder, 'intents/unreadable.yaml')),
  ],
] as const

for (const [what, code, spoil] of cases) {
  test(`${what}: ${code}`, async () => {
    const { folder } = desk()
    await spoil(folder)
    const ended = await run('serve', folder, '--port', '0', '--quiet')
    expect(ended.told).toContain(`(${code})`)
    expect(ended.told).not.toMatch(/\n\s+at .*:\d+/)
    expect(ended.code).toBe(1)
  })
}

test('a port that is taken: cli/port-busy', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? String(address.port) : ''
  const ended = await run('serve', desk().folder, '--port', port)
  expect(ended.told).toContain('(cli/port-busy)')
  // Nothing was opened for it: no model, no desk.
  expect(ended.told).not.toContain('"observed"')
  expect(ended.code).toBe(1)
  server.close()
})
