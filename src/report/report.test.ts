import { describe, expect, test } from 'vitest'
import type { Message, Move, Turn } from '../model/index.ts'
import { newSession } from '../model/index.ts'
import { costOf } from './cost.ts'
import { figuresOf, samplesOf } from './figures.ts'
import { type Report, reportPage } from './page.ts'
import { readTariff } from './tariff.ts'

const answer: Move = { kind: 'answer', intent: 'fees', slots: {} }
const say = (sentence: Extract<Move, { kind: 'say' }>['sentence']): Move => ({
  kind: 'say',
  sentence,
  values: {},
  choices: [],
})

let count = 0

/** A turn of a conversation; each is a minute after the last. */
function turn(conversation: string, move: Move, message: Partial<Message> = {}, total = 10): Turn {
  const id = String(++count)
  const at = new Date(Date.UTC(2026, 10, 20) + count * 60_000).toISOString()
  return {
    id,
    message: { id, conversation, channel: 'web', text: `question ${id}`, at, ...message },
    understanding: {
      intent: null,
      question: null,
      confidence: 1,
      candidates: [],
      entities: [],
      language: 'en',
    },
    move,
    queries: [],
    reply: { blocks: [{ kind: 'text', spans: [{ text: 'The answer' }] }] },
    session: newSession(conversation),
    timings: { understand: 0, decide: 0, query: 0, speak: 0, total },
    error: null,
  }
}

const nothing = figuresOf([])
const tariff = readTariff(
  'a.yaml',
  'platform: WhatsApp\nasOf: 2026-10-01\nmarket: India\ncurrency: INR\nreply: 0.1\nfreeReplies: 100\ntemplate: 0.2',
)

describe('figures', () => {
  test('each message came to one thing', () => {
    const failed = { ...turn('a', say('failed')), error: { code: 'x', message: '', hint: '' } }
    const verify: Move = { kind: 'verify', identity: 'student', column: 'roll', again: false }
    const { outcomes, messages, conversations } = figuresOf([
      turn('a', answer),
      turn('a', { kind: 'say', sentence: 'no-such', values: {}, choices: [], then: answer }),
      turn('b', verify),
      turn('b', say('did-you-mean')),
      turn('b', say('locked')),
      turn('c', say('not-understood')),
      failed,
    ])
    expect(outcomes).toEqual({ answered: 2, asked: 2, refused: 1, unanswered: 1, failed: 1 })
    expect([messages, conversations]).toEqual([7, 3])
  })

  test('what was asked most comes first, days come in their order, and time is the middle one', () => {
    const later = { at: '2026-11-22T08:00:00.000Z', channel: 'telegram' }
    const timetable: Move = { kind: 'answer', intent: 'timetable', slots: {} }
    const figures = figuresOf([
      turn('a', timetable, later, 900),
      turn('a', answer, {}, 5),
      turn('b', answer, {}, 20),
    ])
    expect(figures.intents).toEqual([
      { name: 'fees', count: 2 },
      { name: 'timetable', count: 1 },
    ])
    expect(figures.days.map(({ name }) => name)).toEqual(['2026-11-20', '2026-11-22'])
    expect(figures.channels[0]).toEqual({ name: 'web', count: 2 })
    expect(figures.medianMilliseconds).toBe(20)
  })
})

describe('sample chats', () => {
  const none = () => false

  test('tell what was said, oldest first, with what is personal masked', () => {
    const [sample] = samplesOf(
      [turn('a', answer, { text: 'fees of 2026' }), turn('a', answer, { text: 'mail me@b.in' })],
      none,
      3,
    )
    expect(sample?.lines).toEqual([
      { own: true, text: 'mail •@•' },
      { own: false, text: 'The answer' },
      { own: true, text: 'fees of ••••' },
      { own: false, text: 'The answer' },
    ])
  })

  test('leave out what was not answered, what is private, one question alone, and the same again', () => {
    const turns = [
      turn('open', say('not-understood')),
      turn('open', answer),
      turn('private', answer),
      turn('private', { kind: 'answer', intent: 'dues', slots: {} }),
      turn('short', answer),
      turn('one', answer),
      turn('one', answer, { text: 'Fees?' }),
      turn('two', answer),
      turn('two', answer, { text: 'fees?' }),
    ]
    const samples = samplesOf(turns, (intent) => intent === 'dues', 9)
    expect(samples.map(({ lines }) => lines[0]?.text)).toEqual(['Fees?'])
  })

  test('leave out a message one of whose questions is private, or says who somebody is', () => {
    const dues: Move = { kind: 'answer', intent: 'dues', slots: {} }
    const part = (move: Move) => ({ text: '', understanding: turn('x', move).understanding, move })
    const both = { ...turn('both', answer), parts: [part(dues), part(answer)] }
    const turns = [
      both,
      turn('both', answer),
      turn('named', say('signed-in-as')),
      turn('named', answer),
    ]
    expect(samplesOf(turns, (intent) => intent === 'dues', 9)).toEqual([])
    expect(figuresOf([both]).intents.map(({ name }) => name)).toEqual(['dues', 'fees'])
  })

  test('come from as many channels as there are', () => {
    const on = (conversation: string, channel: string) => [
      turn(conversation, answer, { channel }),
      turn(conversation, answer, { channel }),
    ]
    const turns = [...on('a', 'web'), ...on('b', 'web'), ...on('c', 'telegram')]
    expect(samplesOf(turns, none, 2).map(({ channel }) => channel)).toEqual(['web', 'telegram'])
  })
})

describe('the cost', () => {
  test('is that of replies beyond the free ones, as many to a conversation as there were', () => {
    const figures = figuresOf(['a', 'a', 'a', 'b'].map((name) => turn(name, answer)))
    expect(costOf(1_000, figures, tariff)).toMatchObject({
      repliesEach: 2,
      replies: 2_000,
      charged: 1_900,
      total: 190,
    })
    expect(costOf(10, figures, tariff)).toMatchObject({ charged: 0, total: 0 })
    expect(costOf(100, nothing, tariff).replies).toBeGreaterThan(0)
  })

  test.each([
    ['no YAML', 'asOf: [', /tariff/],
    ['a price below nothing', 'reply: -1', /tariff/],
    ['a list', '- 1', /tariff/],
  ])('is not reckoned by a tariff that is %s', (_, text, message) => {
    expect(() => readTariff('a.yaml', text)).toThrow(message)
  })
})

test('what stands in a database or was written by a visitor is text on the page, whatever it holds', () => {
  const evil = '<script>alert(1)</script> & "more"'
  const page = reportPage(reportWith(evil))
  expect(page).not.toContain('<script>')
  expect(page.split('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;')).toHaveLength(8)
})

test('a desk nobody has talked to yet has a page as well', () => {
  const page = reportPage({ ...reportWith('Desk'), figures: nothing, samples: [], unanswered: [] })
  expect(page).toContain('Nobody has asked anything yet.')
  expect(page).toContain('Everything that was asked was answered.')
})

function reportWith(words: string): Report {
  const figures = {
    ...figuresOf([turn('a', answer)]),
    intents: [{ name: words, count: 1 }],
    channels: [{ name: words, count: 1 }],
  }
  return {
    desk: words,
    color: '#17506b',
    locale: 'en-IN',
    days: 30,
    made: '2026-11-23T00:00:00.000Z',
    figures,
    samples: [{ channel: 'web', at: '2026-11-23', lines: [{ own: true, text: words }] }],
    unanswered: [{ name: words, count: 1 }],
    cost: costOf(10, figures, { ...tariff, market: words }),
  }
}
