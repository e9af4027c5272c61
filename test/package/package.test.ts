/** The package as others get it: packed, unpacked elsewhere, its own libraries apart, and used from outside. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot, version } from '../../src/util/package-root.ts'
import { npm } from '../../bin/npm.mjs'
import { run } from '../servers/command.mjs'

const root = fileURLToPath(packageRoot)
const outside = mkdtempSync(join(tmpdir(), 'frontdesk-package-'))
const modules = join(outside, 'node_modules')

/** What npm would install beside the package: a driver, and what a compiler wants to know of Node. */
const beside = ['@photostructure/sqlite', '@types/node', 'undici-types', 'zod']

beforeAll(async () => {
  for (const step of [
    ['run', 'prepack'],
    ['pack', '--pack-destination', outside],
  ]) {
    const { code, output } = await npm(step, { cwd: root })
    expect(code, output).toBe(0)
  }
  for (const name of beside) {
    mkdirSync(join(modules, name, '..'), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'dir')
  }
  await inside('tar', '-xzf', `frontdesk-${version()}.tgz`)
  mkdirSync(modules, { recursive: true })
  symlinkSync(join(outside, 'package'), join(modules, 'frontdesk'), 'dir')
  writeFileSync(join(outside, 'package.json'), '{ "type": "module" }')
}, 600_000)
afterAll(() => rmSync(outside, { recursive: true, force: true }))

/** Runs a program in the folder outside; what it printed. */
async function inside(file: string, ...args: readonly string[]): Promise<string> {
  const { code, output } = await run(file, [...args], { cwd: outside })
  expect(code, output).toBe(0)
  return output
}

const frontdesk = join('node_modules', 'frontdesk', 'bin', 'frontdesk.mjs')

test('the program makes a desk and answers from it', async () => {
  await inside(process.execPath, frontdesk, 'new', 'desk')
  const said = await inside(
    process.execPath,
    frontdesk,
    'ask',
    'desk',
    'where does Asha Menon sit?',
  )
  expect(said).toContain('Room: 12')
})

test('a program of one’s own opens a desk and publishes the suites', async () => {
  const program = `
    import { openDesk, plain } from 'frontdesk'
    import { sourceContract, stateContract } from 'frontdesk/testing'
    const opened = await openDesk('desk', { keep: false })
    const message = { id: '1', conversation: 'c', channel: 'mine', text: 'office timings', at: new Date().toISOString() }
    const { turn } = await opened.desk.take(message)
    console.log(turn.reply.blocks.map(plain).join(), typeof sourceContract, typeof stateContract)
    await opened.close()
  `
  writeFileSync(join(outside, 'own.mjs'), program)
  const said = await inside(process.execPath, 'own.mjs')
  expect(said).toContain('Monday')
  expect(said).toContain('function function')
})

test('its types are there for a program in TypeScript', async () => {
  const program = `
    import { type Message, openDesk, plain, type Source } from 'frontdesk'
    import { sourceContract } from 'frontdesk/testing'
    const message: Message = { id: '1', conversation: 'c', channel: 'mine', text: 'hello', at: '' }
    const opened = await openDesk('desk', { keep: false })
    const { turn } = await opened.desk.take(message)
    export const said: string[] = turn.reply.blocks.map(plain)
    export const rows: number[] = turn.queries.map(({ result }) => result.rowCount)
    export const close = (source: Source): Promise<void> => source.close()
    // @ts-expect-error: a suite wants a runner and a subject
    sourceContract()
    // @ts-expect-error: a folder is named by words
    await openDesk(42)
  `
  writeFileSync(join(outside, 'own.ts'), program)
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023']
  const libraries = ['--types', 'node', '--lib', 'es2023,dom', '--skipLibCheck', 'false']
  await inside(process.execPath, tsc, ...flags, ...libraries, 'own.ts')
})
