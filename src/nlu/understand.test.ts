import { expect, test } from 'vitest'
import type { Entity, EntityDefinition, Intent, Message, Session, Values } from '../model/index.ts'
import { newSession } from '../model/index.ts'
import { train } from './train.ts'
import { understand } from './understand.ts'

const facts = {
  now: '2026-11-23T05:00:00.000Z',
  timezone: 'Asia/Kolkata',
  random: 0,
  person: null,
  found: {},
}

/** Phrases of a small desk; `[words](slot)` marks a value. */
const phrases: Readonly<Record<string, readonly string[]>> = {
  greeting: ['hello', 'good morning', 'namaste'],
  thanks: ['thank you', 'thanks a lot', 'shukriya'],
  'library-timings': [
    'is the library open',
    'library timings',
    'when does the library close',
    'library kab khulti hai',
  ],
  'book-availability': [
    'is [Database System Concepts](title) available',
    'do we have any book on [compilers](title)',
    '[compilers](title) ki book hai kya',
  ],
  'department-head': [
    'who is the hod of [computer science](department)',
    'head of the [mechanical](department) department',
    '[civil](department) ka hod kaun hai',
  ],
  'exam-form-date': [
    'what is the last date of the exam form',
    'exam form ki last date kya hai',
    'until when can I fill the exam form',
  ],
  'exam-form-fee': ['how much is the exam form fee', 'exam form ki fees kitni hai'],
  'fee-structure': [
    'what is the fee for [second](year) year',
    'fees of [mechanical](department)',
    'fees kitni hai',
    'फ़ीस कितनी है',
  ],
  'hostel-vacancy': ['is there any vacancy in the hostel', 'hostel me room khali hai kya'],
  'more-rooms': ['show more', 'and the next ones'],
}

const slotEntities = { title: 'book-title', department: 'department', year: 'number' } as const

function intent(name: string, rest: Partial<Intent> = {}): Intent {
  const plain = (phrases[name] ?? []).map(marked)
  const used = new Set(plain.flatMap(({ marks }) => marks.map(({ slot }) => slot)))
  const slots = [...used].map((slot) => ({
    name: slot,
    entity: slotEntities[slot as keyof typeof slotEntities],
  }))
  return {
    name,
    phrases: plain,
    slots,
    action: null,
    events: [],
    within: [],
    identity: null,
    ...rest,
  } as unknown as Intent
}

function marked(written: string) {
  const marks: { slot: string; start: number; end: number }[] = []
  const text = written.replaceAll(
    /\[(.+?)\]\((.+?)\)/g,
    (_, words: string, slot: string, at: number) => {
      const start = at - shift(marks)
      marks.push({ slot, start, end: start + words.length })
      return words
    },
  )
  return { text, language: 'en', marks }
}

/** Characters of markup taken out so far: brackets, parentheses and the slot's name. */
function shift(marks: readonly { slot: string }[]): number {
  return marks.reduce((sum, { slot }) => sum + slot.length + 4, 0)
}

const intents = Object.keys(phrases).map((name) =>
  intent(name, {
    ...(name === 'greeting' ? { events: ['welcome'] } : {}),
    ...(name === 'fee-structure' ? { action: 'fees.show' } : {}),
    ...(name === 'more-rooms' ? { within: ['rooms'] } : {}),
  }),
)

const values: Readonly<Record<string, readonly string[]>> = {
  'book-title': ['Operating System Concepts', 'Library Science', 'Computer Networks'],
  department: ['Computer Science', 'Electrical', 'Mechanical'],
}

function findValues(text: string): readonly Entity[] {
  return Object.entries(values).flatMap(([entity, all]) =>
    all.flatMap((value) => {
      const start = text.toLowerCase().indexOf(value.toLowerCase())
      const end = start + value.length
      if (start < 0) return []
      return [
        { entity, value, text: text.slice(start, end), start, end, score: 1, alternatives: [] },
      ]
    }),
  )
}

const entities: readonly EntityDefinition[] = [
  { kind: 'pattern', name: 'roll-number', pattern: String.raw`RC\d{4}`, upper: true },
]

const student = {
  name: 'student',
  proofs: [
    { column: 'roll_no', entity: 'roll-number', ask: {} },
    { column: 'phone', entity: 'phone', ask: {} },
  ],
}

const stage = understand({
  intents,
  entities,
  identities: [student],
  languages: ['en', 'hi'],
  country: 'IN',
  learned: { model: train(intents, { strictness: 0.05 }), encode: () => Promise.resolve(null) },
  findValues,
  unread: () => [],
})

function said(text: string, message: Partial<Message> = {}, session: Partial<Session> = {}) {
  const { at, id, conversation } = { at: facts.now, id: '1', conversation: 'c' }
  return stage(
    { id, conversation, channel: 'web', text, at, ...message },
    { ...newSession(conversation), ...session },
    facts,
  )
}

test.each([
  ['hello', 'greeting'],
  ['Good Morning!', 'greeting'],
  ['is the library open now?', 'library-timings'],
  ['libary timing', 'library-timings'],
  ['wat is last date exm form', 'exam-form-date'],
  ['exam form fees kitni h', 'exam-form-fee'],
  ['फीस कितनी है', 'fee-structure'],
  ['is Operating System Concepts available?', 'book-availability'],
  ['is Library Science available', 'book-availability'],
  ['computer networks ki book hai kya', 'book-availability'],
  ['electrical ka hod kaun hai', 'department-head'],
  ['any rooms vacant in the hostel?', 'hostel-vacancy'],
])('"%s" is understood as %s', async (text, expected) => {
  expect((await said(text)).intent).toBe(expected)
})

test.each([
  'what is the meaning of life',
  'who won the cricket match yesterday',
  'asdfgh qwerty',
  'buy me a pizza with extra cheese',
  '',
  '🎓🎓🎓',
])('"%s" is none of the desk’s business', async (text) => {
  expect((await said(text)).intent).toBeNull()
})

test('the likeliest intents come with it, best first', async () => {
  const { candidates, confidence } = await said('exam form')
  expect(
    candidates
      .slice(0, 2)
      .map((one) => one.intent)
      .toSorted(),
  ).toEqual(['exam-form-date', 'exam-form-fee'])
  expect(candidates[0]?.confidence).toBe(confidence)
  expect(candidates.length).toBeLessThanOrEqual(5)
})

test('an intent is understood only while its contexts live', async () => {
  const contexts = [{ name: 'rooms', lifespan: 1, parameters: {} }]
  expect((await said('show more', {}, { contexts })).intent).toBe('more-rooms')
  const without = await said('show more')
  expect(without.candidates.map((one) => one.intent)).not.toContain('more-rooms')
})

test('an event leads to its intent without words', async () => {
  expect(await said('', { event: 'welcome' })).toMatchObject({ intent: 'greeting', confidence: 1 })
})

test('what a platform understood is taken by name, however written, else by action', async () => {
  const understood = {
    intent: null,
    action: null,
    parameters: {},
    originals: {},
    contexts: [],
    confidence: 0.7,
    complete: true,
  }
  const byName = { ...understood, intent: 'Library_Timings' }
  expect(await said('x', { understood: byName })).toMatchObject({
    intent: 'library-timings',
    confidence: 0.7,
  })
  const byAction = { ...understood, intent: 'Fees (old)', action: 'fees.show' }
  expect((await said('x', { understood: byAction })).intent).toBe('fee-structure')
})

test('where a platform left a slot empty its value is found in the words', async () => {
  const understood = {
    intent: 'book-availability',
    action: null,
    parameters: {},
    originals: {},
    contexts: [],
    confidence: 1,
    complete: false,
  }
  const text = 'is Operating System Concepts available'
  const found = async (parameters: Values) =>
    (await said(text, { understood: { ...understood, parameters } })).entities
  expect(await found({})).not.toEqual([])
  expect(await found({ title: 'Compilers', department: 'CSE', year: 1 })).toEqual([])
})

test('what a platform did not understand is read by the desk', async () => {
  const understood = {
    intent: 'Default Fallback Intent',
    action: 'input.unknown',
    parameters: {},
    originals: {},
    contexts: [],
    confidence: 1,
    complete: true,
  }
  expect((await said('library timings', { understood })).intent).toBe('library-timings')
})

test('entities point at the words of the message', async () => {
  const text = 'fees of Computer Science for second year, roll rc1042'
  const found = (await said(text)).entities
  expect(found.map((one) => [one.entity, one.value, text.slice(one.start, one.end)])).toEqual([
    ['department', 'Computer Science', 'Computer Science'],
    ['number', 2, 'second'],
    ['roll-number', 'RC1042', 'rc1042'],
  ])
})

test.each([
  ['what is this', undefined, 'en'],
  ['फ़ीस कितनी है', undefined, 'hi'],
  ['fees kitni hai', undefined, 'en'],
  ['fees kitni hai', 'hi-IN', 'hi'],
  ['42', undefined, 'en'],
])('"%s" with the claim %s is answered in %s', async (text, claim, expected) => {
  const message = claim === undefined ? {} : { language: claim }
  expect((await said(text, message)).language).toBe(expected)
})
