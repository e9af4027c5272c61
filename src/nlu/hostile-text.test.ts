import { expect, test } from 'vitest'
import { fc } from '../../test/dice.ts'
import { newSession } from '../model/index.ts'
import { train } from './train.ts'
import { understand } from './understand.ts'

const intents = [
  ['fees', 'what are the fees for second year'],
  ['fees', 'fees kitni hai'],
  ['library', 'is the library open on friday'],
  ['library', 'library timings'],
].map(([name = '', text = '']) => ({
  name,
  phrases: [{ text, language: 'en', marks: [] }],
  slots: [],
  action: null,
  events: [],
  within: [],
}))

const stage = understand({
  intents: intents as never,
  entities: [],
  identities: [],
  languages: ['en', 'hi'],
  country: 'IN',
  learned: { model: train(intents, { strictness: 0.05 }), encode: () => Promise.resolve(null) },
  findValues: () => [],
  unread: () => [],
})

const facts = {
  now: '2026-11-23T05:00:00.000Z',
  timezone: 'Asia/Kolkata',
  random: 0,
  person: null,
  found: {},
}

function take(text: string) {
  const message = { id: '1', conversation: 'c', channel: 'web', text, at: facts.now }
  return stage(message, newSession('c'), facts)
}

test('no text makes understanding fail, and every entity is a piece of the text', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('12', ' april ', '₹', 'lakh ', '5 pm ', '@', '.', '-', 'i am ', 'yes '),
      )
      .map((parts) => parts.join('')),
  )
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      const { entities, confidence } = await take(words)
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      for (const one of entities) expect(words.slice(one.start, one.end)).toBe(one.text)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['100 kB of one letter', 'a'.repeat(100_000)],
  ['100 kB of digits', '9'.repeat(100_000)],
  ['100 kB of dates', '12 april 5pm on monday '.repeat(4500)],
  ['100 kB of addresses that are none', 'a.b-c@'.repeat(17_000)],
  ['100 kB of number words', 'two hundred and '.repeat(6500)],
  ['100 kB of names', 'I am Asha '.repeat(10_000)],
  ['control characters', '\u0000\u0001\u0002\u001B[31m\u202E\u2066'.repeat(1000)],
  ['lone surrogates', '\uD83C'.repeat(1000)],
  ['combining marks', `a${'\u0301'.repeat(1000)}`],
])('%s are read within a blink', async (_, text) => {
  await take(text)
  // Time of the processor, so that a busy machine fails no one.
  const times: number[] = []
  for (let i = 0; i < 3; i++) {
    const start = process.cpuUsage()
    // oxlint-disable-next-line no-await-in-loop -- one after another, to time each
    await take(text)
    times.push(process.cpuUsage(start).user / 1000)
  }
  expect(Math.min(...times)).toBeLessThan(50)
})
