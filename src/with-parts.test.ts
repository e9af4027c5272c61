import { expect, test } from 'vitest'
import { newSession, type Understand, type Understanding } from './model/index.ts'
import { withParts } from './with-parts.ts'

const facts = { now: '', timezone: 'Asia/Kolkata', random: 0, person: null, found: {} }
const session = newSession('c')

function meaning(intent: string | null, confidence: number, value?: string): Understanding {
  const entities =
    value === undefined
      ? []
      : [{ entity: 'what', value, text: value, start: 0, end: 1, score: 1, alternatives: [] }]
  const candidates = intent === null ? [] : [{ intent, confidence }]
  return { intent, question: null, confidence, candidates, entities, language: 'en' }
}

/** Every text as it is known to be meant; the whole, parts with a slash between, as the first of them. */
function understood(meanings: Readonly<Record<string, Understanding>>, whole = meaning('a', 0.6)) {
  const hear: Understand = (message) => Promise.resolve(meanings[message.text] ?? whole)
  const apart = (text: string) => (text.includes('/') ? text.split('/') : null)
  return (text: string, of = session) => {
    const message = { id: '1', conversation: 'c', channel: 'web', at: '', text }
    return withParts(hear, apart)(message, of, facts)
  }
}

test('each question of a message is understood on its own', async () => {
  const [a, b] = [meaning('a', 0.9), meaning('b', 0.8)]
  const { intent, parts } = await understood({ a, b })('a/b')
  expect(intent).toBe('a')
  expect(parts).toEqual([
    { text: 'a', understanding: a },
    { text: 'b', understanding: b },
  ])
})

test('the same may be asked of two things', async () => {
  const meanings = { a: meaning('a', 0.9, 'CSE'), b: meaning('a', 0.9, 'IT') }
  expect((await understood(meanings)('a/b')).parts).toHaveLength(2)
})

test.each([
  ['a part is not understood', { a: meaning('a', 0.9), b: meaning(null, 0.2) }],
  ['a part is small talk', { a: meaning('a', 0.9), b: meaning('frontdesk.thanks', 0.9) }],
  ['a part is hardly understood', { a: meaning('a', 0.9), b: meaning('b', 0.2) }],
  ['both ask the same', { a: meaning('a', 0.9), b: meaning('a', 0.9) }],
  ['one of them names nothing', { a: meaning('a', 0.9, 'CSE'), b: meaning('a', 0.9) }],
])('a message stays whole where %s', async (_, meanings) => {
  expect((await understood(meanings)('a/b')).parts).toBeUndefined()
})

test('a message that is a phrase to the word stays whole', async () => {
  const meanings = { a: meaning('a', 0.9), b: meaning('b', 0.9) }
  const { parts } = await understood(meanings, meaning('c', 1))('a/b')
  expect(parts).toBeUndefined()
})

test('what is said to a question of the desk stays whole', async () => {
  const meanings = { a: meaning('a', 0.9), b: meaning('b', 0.9) }
  const asking = { intent: 'a', slots: {}, slot: 'what', misses: 0 }
  expect((await understood(meanings)('a/b', { ...session, asking })).parts).toBeUndefined()
})
