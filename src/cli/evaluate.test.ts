import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { evaluateCommand } from './evaluate.ts'

let folder = ''
let printed = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evaluate-'))
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk)
    return true
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

function file(name: string, rows: readonly unknown[]): string {
  const path = join(folder, name)
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return path
}

async function run(...argv: readonly string[]): Promise<void> {
  const program = new Command('frontdesk')
  evaluateCommand(program)
  await program.parseAsync(['evaluate', ...argv], { from: 'user' })
}

const rows = [
  { text: 'how much are the fees', intent: 'fees' },
  { text: 'fees kitni hai', intent: 'fees' },
  { text: 'which bus goes to the station', intent: 'bus' },
  { text: 'bus timings', intent: 'bus' },
]

test('prints the figures as one line of JSON and writes the predictions', async () => {
  const labelled = file('train.jsonl', rows)
  const unseen = file('test.jsonl', [{ text: 'fees kitni', intent: 'fees' }])
  const predictions = join(folder, 'predictions.jsonl')
  await run(labelled, unseen, '--json', '--predictions', predictions)
  expect(JSON.parse(printed)).toMatchObject({ rows: 1, accuracy: 1 })
  const [line = ''] = readFileSync(predictions, 'utf8').split('\n')
  expect(JSON.parse(line)).toMatchObject({ text: 'fees kitni', intent: 'fees', predicted: 'fees' })
})

test('names the file and line that is no labelled sentence', async () => {
  const bad = file('bad.jsonl', [rows[0], { words: 'fees' }])
  await expect(run(bad, bad)).rejects.toMatchObject({ code: 'cli/usage', at: `${bad}:2` })
  await expect(run(join(folder, 'none'), bad)).rejects.toMatchObject({ code: 'cli/usage' })
  await expect(run(bad, bad, '--strictness', 'very')).rejects.toMatchObject({ code: 'cli/usage' })
})
