import { describe, expect, it } from 'vitest'
import type { Answer, Block, BlockTemplate, Intent, Move, Result } from '../model/index.ts'
import { newSession, plain } from '../model/index.ts'
import { speak, type Voice } from './speak.ts'

const facts = {
  now: '2026-11-23T04:30:00.000Z',
  timezone: 'Asia/Kolkata',
  random: 0,
  person: null,
  found: {},
}

describe('speak', () => {
  it('puts rows through a template', async () => {
    const reply = text('{% for b in rows %}*{{ b.title }}* by {{ b.author }}\n{% endfor %}')
    expect(await said({ reply }, books)).toEqual(["C*Programming* by K & R\nगणित by O'Brien"])
  })

  it('takes one of a list by the chance of the turn', async () => {
    const reply = text('{% assign b = rows | sample %}{{ b.title }}')
    expect(await said({ reply }, books)).toEqual(['C*Programming*'])
    expect(await said({ reply }, books, 0.99)).toEqual(['गणित'])
  })

  it('shows markup in a value as it is', async () => {
    const [block] = await blocks({ reply: text('{{ rows[0].title }} and *bold*') }, books)
    expect(block).toEqual({
      kind: 'text',
      spans: [{ text: 'C*Programming* and ' }, { text: 'bold', bold: true }],
    })
  })

  it('has other words for nothing found', async () => {
    const none = { ...books, rows: [], rowCount: 0 }
    expect(await said({ reply: text('yes'), empty: text('We lack {{ title }}.') }, none)).toEqual([
      'We lack Physics.',
    ])
    expect(await said({ reply: text('yes') }, none)).toEqual(['I found nothing for that.'])
  })

  it('leaves out a block whose condition does not hold', async () => {
    const closed = { ...text('Closed.')[0]!, when: 'rows.size > 5' }
    expect(await said({ reply: [closed, ...text('Open.')] }, books)).toEqual(['Open.'])
  })

  it('makes cards that can be called, and drops what is empty or unsafe', async () => {
    const card: BlockTemplate = {
      kind: 'cards',
      when: null,
      each: 'rows',
      title: one('{{ row.title }}'),
      subtitle: one(''),
      facts: [
        { label: one('By'), value: '{{ row.author }}' },
        { label: one('Shelf'), value: '' },
      ],
      image: 'javascript:alert(1)',
      actions: [
        { label: one('Call'), url: 'tel:+91 (22) 4003' },
        { label: one('Mail'), url: 'mailto:' },
      ],
    }
    const [block] = await blocks({ reply: [card] }, books)
    expect(block).toMatchObject({
      kind: 'cards',
      cards: [
        {
          title: 'C*Programming*',
          facts: [{ label: 'By', value: 'K & R' }],
          actions: [{ label: 'Call', url: 'tel:+91224003' }],
        },
        { title: 'गणित' },
      ],
    })
    expect(JSON.stringify(block)).not.toContain('javascript')
  })

  it('sets figures flush right in a table, and money as its country writes it', async () => {
    const table: BlockTemplate = {
      kind: 'table',
      when: null,
      each: 'rows',
      caption: one('Books'),
      columns: [
        { label: one('Title'), value: '{{ row.title }}', align: 'start' },
        { label: one('Price'), value: '{{ row.price | money }}', align: 'start' },
      ],
    }
    const [block] = await blocks({ reply: [table] }, books)
    expect(block).toMatchObject({
      columns: [
        { label: 'Title', align: 'start' },
        { label: 'Price', align: 'end' },
      ],
      rows: [
        ['C*Programming*', '₹1,43,500'],
        ['गणित', '₹99.50'],
      ],
    })
  })

  it('speaks the visitor’s language, and the desk’s where there is none', async () => {
    const hindi = { ...session, language: 'hi' }
    const both: BlockTemplate = { kind: 'text', when: null, text: { en: ['Yes'], hi: ['हाँ'] } }
    const reply = [both, ...text('only English')]
    expect((await blocks({ reply }, books, hindi)).map(plain)).toEqual(['हाँ', 'only English'])
  })

  it('names every choice after the turn it is offered in', async () => {
    const move: Move = {
      kind: 'say',
      sentence: 'did-you-mean',
      values: {},
      choices: ['A', 'B'].map((label) => ({ id: '', label, means: { kind: 'say', text: label } })),
    }
    const reply = await speak(voice({}))(move, {}, { ...session, version: 6 }, facts)
    expect(reply.blocks[1]).toMatchObject({ options: [{ id: '7.1' }, { id: '7.2' }] })
  })

  it('makes one offer of choices that follow each other', async () => {
    const choice = (label: string): BlockTemplate => ({
      kind: 'choices',
      when: null,
      each: null,
      label: { en: [label] },
      say: {},
      url: {},
    })
    const reply = [choice('A'), choice('B'), ...text('or'), choice('C')]
    expect((await blocks({ reply }, books)).map(plain)).toEqual(['1. A\n2. B', 'or', '1. C'])
  })

  it('says the answer’s own words when its source fails', async () => {
    const move: Move = { kind: 'say', sentence: 'unavailable', values: {}, choices: [], about: 'i' }
    const reply = await speak(voice({ error: one('The shelf list is away.') }))(
      move,
      {},
      session,
      facts,
    )
    expect(reply.blocks.map(plain)).toEqual(['The shelf list is away.'])
  })

  it('asks again what was left in the middle', async () => {
    const back = {
      kind: 'ask',
      intent: 'i',
      slot: 'title',
      slots: {},
      again: false,
      choices: [],
    } as const
    const move: Move = { kind: 'answer', intent: 'i', slots: {}, back }
    const reply = await speak(voice({ reply: text('Done.') }))(move, { q: books }, session, facts)
    expect(reply.blocks.map(plain)).toEqual(['Done.', 'Which book?'])
  })
})

const session = newSession('c')

const books: Result = {
  columns: ['title', 'author', 'price'].map((name) => ({ name, type: 'text' })),
  rows: [
    ['C*Programming*', 'K & R', 143_500],
    ['गणित', "O'Brien", '99.5'],
  ],
  rowCount: 2,
  truncated: false,
}

function one(sentence: string) {
  return { en: sentence === '' ? [] : [sentence] }
}

function text(sentence: string): readonly BlockTemplate[] {
  return [{ kind: 'text', when: null, text: one(sentence) }]
}

function voice(answer: Partial<Answer>): Voice {
  const queries = [{ name: 'q' }] as unknown as Answer['queries']
  const whole = { queries, nests: [], reply: [], empty: [], error: {}, next: [], ...answer }
  const slots = [{ name: 'title', ask: one('Which book?'), again: {} }]
  const intent = { name: 'i', title: one('I'), slots, answer: whole } as unknown as Intent
  return {
    desk: 'Desk',
    languages: ['en', 'hi'],
    locale: { country: 'IN', currency: 'INR', timezone: 'Asia/Kolkata' },
    intents: new Map([['i', intent]]),
    identities: new Map(),
    sentences: {},
  }
}

async function blocks(
  answer: Partial<Answer>,
  result: Result,
  in_ = session,
  random = 0,
): Promise<readonly Block[]> {
  const move: Move = { kind: 'answer', intent: 'i', slots: { title: 'Physics' } }
  return (await speak(voice(answer))(move, { q: result }, in_, { ...facts, random })).blocks
}

async function said(
  answer: Partial<Answer>,
  result: Result,
  random = 0,
): Promise<readonly string[]> {
  return (await blocks(answer, result, session, random)).map(plain)
}
