import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Learning } from './learning.ts'

const intent = (name: string, ...texts: string[]) => ({
  name,
  slots: [],
  phrases: texts.map((text) => ({ text, language: 'en', marks: [] })),
})
const intents = [
  intent('fees', 'how much are the fees', 'what does it cost', 'what must I pay'),
  intent('bus', 'which bus goes to the station', 'bus timings', 'how do I get here'),
  intent('menu', 'what is for lunch', 'what can I eat today', 'canteen menu'),
]

async function learn(folder: string): Promise<Learning> {
  const learning = await Learning.open(folder, intents, { strictness: 0.03 })
  onTestFinished(() => learning.close())
  return learning
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-learning-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a desk understands by words at once, and by sense as soon as that is learned', async () => {
  const learning = await learn(newFolder())
  expect(learning.model.sense).toBeNull()
  await learning.improve()
  expect(learning.model.sense).not.toBeNull()
  expect(await learning.encode('what is the price')).toHaveLength(1024)
})

test('what was learned by sense is there at once the next time, with the vectors of the phrases', async () => {
  const folder = newFolder()
  const first = await learn(folder)
  await first.improve()
  const { mtimeMs } = statSync(join(folder, 'vectors'))
  const second = await learn(folder)
  expect(second.model).toEqual(first.model)
  await second.improve()
  expect(statSync(join(folder, 'vectors')).mtimeMs).toBe(mtimeMs)
})

test('a desk that closes meanwhile learns no more', async () => {
  const learning = await learn(newFolder())
  const improving = learning.improve()
  await Promise.all([expect(improving).rejects.toThrow('aborted'), learning.close()])
  expect(learning.model.sense).toBeNull()
})
