import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { learnOnce } from './learn-once.ts'
import { classify } from './model.ts'

const options = { strictness: 0.01 }

function taught(...phrases: readonly string[]) {
  const written = phrases.map((text) => ({ text, language: 'en', marks: [] }))
  const hostel = [{ text: 'is there a room in the hostel', language: 'en', marks: [] }]
  return [
    { name: 'fees', slots: [], phrases: written },
    { name: 'hostel', slots: [], phrases: hostel },
  ]
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-model-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('what was learned is kept, and is the same when it is read again', async () => {
  const folder = newFolder()
  const learned = await learnOnce(folder, taught('what is the fee'), options)
  const [file] = readdirSync(folder)
  const { mtimeMs } = statSync(join(folder, file ?? ''))
  const again = await learnOnce(folder, taught('what is the fee'), options)
  expect(again).toEqual(learned)
  expect(classify(again.model, 'what is the fee', []).candidates[0]?.intent).toBe('fees')
  expect(statSync(join(folder, file ?? '')).mtimeMs).toBe(mtimeMs)
})

test('other phrases are learned anew, and what was kept before goes', async () => {
  const folder = newFolder()
  await learnOnce(folder, taught('what is the fee'), options)
  const before = readdirSync(folder)
  await learnOnce(folder, taught('what is the fee', 'how much is tuition'), options)
  expect(readdirSync(folder)).toHaveLength(1)
  expect(readdirSync(folder)).not.toEqual(before)
})

test('a broken or foreign file is not believed', async () => {
  const folder = newFolder()
  const learned = await learnOnce(folder, taught('what is the fee'), options)
  const file = join(folder, readdirSync(folder)[0] ?? '')
  const whole = readFileSync(file)
  for (const content of [Buffer.alloc(0), whole.subarray(0, 900), Buffer.from('somebody else')]) {
    writeFileSync(file, content)
    expect(await learnOnce(folder, taught('what is the fee'), options)).toEqual(learned)
    expect(readFileSync(file)).toEqual(whole)
  }
})

test('a folder that cannot be written costs only the time to learn', async () => {
  const file = join(newFolder(), 'a-file')
  writeFileSync(file, 'not a folder')
  const { model } = await learnOnce(join(file, 'below'), taught('what is the fee'), options)
  expect(model.intents).toEqual(['fees', 'hostel'])
})
