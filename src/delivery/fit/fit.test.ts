import { fc } from '../../../test/dice.ts'
import { expect, test } from 'vitest'
import { anyReply } from '../../../test/any-reply.ts'
import type { Block, Choice, Shows } from '../../model/index.ts'
import { choicesIn, plain } from '../../model/index.ts'
import { fit } from './fit.ts'

const shows: Shows = {
  text: { most: 40, links: ['http:', 'https:'] },
  choices: { most: 3, label: 12, links: true },
  caption: 10,
  base: () => null,
}
const small = fc.record({
  most: fc.integer({ min: 20, max: 300 }),
  choices: fc.integer({ min: 0, max: 12 }),
  label: fc.integer({ min: 1, max: 30 }),
  caption: fc.integer({ min: 0, max: 40 }),
  base: fc.constantFrom(null, 'https://desk.example.edu'),
})

test('whatever a reply holds, it keeps to the limits of what shows it', () => {
  fc.assert(
    fc.property(anyReply, small, (reply, limits) => {
      for (const block of fit(reply, showing(limits)).blocks) {
        expect(['text', 'image', 'document', 'location', 'choices']).toContain(block.kind)
        if (block.kind === 'text') {
          expect(textOf(block).length).toBeLessThanOrEqual(limits.most)
          expect(textOf(block).trim()).not.toBe('')
          for (const { href } of block.spans) expect(href ?? 'https:').toMatch(/^https?:/)
        }
        if (block.kind === 'image') expect(block.alt.length).toBeLessThanOrEqual(limits.caption)
        if (block.kind === 'image' || block.kind === 'document')
          expect(block.url).toMatch(/^https?:/)
        if (block.kind !== 'choices') continue
        expect(block.options.length).toBeLessThanOrEqual(limits.choices)
        for (const { label } of block.options)
          expect(label.length).toBeLessThanOrEqual(limits.label)
      }
    }),
  )
})

test('nothing a reply tells is missing', () => {
  fc.assert(
    fc.property(anyReply, small, (reply, limits) => {
      const shown = squeezed(fit(reply, showing(limits)).blocks.map(everythingIn).join(''))
      for (const word of reply.blocks.flatMap(wordsIn)) expect(shown).toContain(squeezed(word))
    }),
  )
})

test('a choice has the number that picks it, also behind choices that are buttons', () => {
  const reply = { blocks: [choices('Yes', 'No'), choices('The main gate of the campus', 'B')] }
  expect(choicesIn(reply)[2]?.label).toMatch(/^The main/)
  expect(fit(reply, shows).blocks).toEqual([
    choices('Yes', 'No'),
    {
      kind: 'text',
      spans: [
        { text: '3. ' },
        { text: 'The main gate of the campus' },
        { text: '\n' },
        { text: '4. ' },
        { text: 'B' },
      ],
    },
  ])
})

test('text is parted at the end of a paragraph, a sentence, a word, and never in a character', () => {
  expect(parts('One paragraph of words.\n\nAnother paragraph. Of two.')).toEqual([
    'One paragraph of words.',
    'Another paragraph. Of two.',
  ])
  expect(parts('The first sentence is here. The second is there.')).toEqual([
    'The first sentence is here.',
    'The second is there.',
  ])
  expect(parts('words without any end that go on and on')).toHaveLength(1)
  expect(parts('words without any end that just go on and on')).toEqual([
    'words without any end that just go on',
    'and on',
  ])
  const family = '👩‍👩‍👧‍👦'
  expect(parts(family.repeat(5))).toEqual([family.repeat(3), family.repeat(2)])
})

test('a style goes on in the next part, and a link nobody can follow is written out', () => {
  const spans = [
    { text: 'A bold beginning that is long, ', bold: true },
    { text: 'the office', href: 'tel:+912223456789' },
  ]
  expect(fit({ blocks: [{ kind: 'text', spans }] }, shows).blocks).toEqual([
    {
      kind: 'text',
      spans: [{ text: 'A bold beginning that is long, ', bold: true }, { text: 'the' }],
    },
    { kind: 'text', spans: [{ text: 'office (+912223456789)' }] },
  ])
})

test('a number and an address that a card has as facts are not told again as links, others are', () => {
  const card = {
    title: 'Asha Menon',
    subtitle: '',
    facts: [
      { label: 'Phone', value: '+91 22 2345 6789 (ext. 12)' },
      { label: 'E-mail', value: 'Asha@a.in' },
    ],
    actions: [
      { label: 'Call', url: 'tel:+912223456789' },
      { label: 'Mobile', url: 'tel:+919800000000' },
      { label: 'E-mail', url: 'mailto:asha@a.in?subject=Hello' },
      { label: 'Profile', url: 'https://a.in/asha' },
    ],
  }
  const roomy = showing({ most: 500, choices: 3, label: 20, caption: 100, base: null })
  expect(fit({ blocks: [{ kind: 'cards', cards: [card] }] }, roomy).blocks.map(plain)).toEqual([
    'Asha Menon\nPhone: +91 22 2345 6789 (ext. 12)\nE-mail: Asha@a.in\n' +
      'Mobile (+919800000000)\nProfile (https://a.in/asha)',
  ])
})

test('more choices than buttons are a list, more than a list pages, and a link stands in words', () => {
  const list = { most: 4, detail: 30, pages: 2 }
  const listing = { ...shows, choices: { most: 2, label: 5, links: false, list } }
  const shown = (block: Block) => fit({ blocks: [block] }, listing).blocks.map(plain)
  expect(shown(choices('A', 'B', 'C'))).toEqual(['1. A\n2. B\n3. C'])
  expect(fit({ blocks: [choices('A', 'A longer label')] }, listing).blocks).toEqual([
    choices('A', 'A longer label'),
  ])
  const six = ['A', 'B', 'C', 'D', 'E', 'F']
  expect(fit({ blocks: [choices(...six)] }, listing).blocks.map(labelsOf)).toEqual([
    ['A', 'B', 'C'],
    ['D', 'E', 'F'],
  ])
  const nine = choices(...six, 'G', 'H', 'I')
  expect(shown(nine).join('\n')).toMatch(/^1\. A\n[^]*9\. I$/)
  expect(fit({ blocks: [choices('A', 'A')] }, listing).blocks).toMatchObject([{ kind: 'text' }])
  const link: Choice = { id: 'l', label: 'Map', means: { kind: 'url', url: 'https://a.example' } }
  const mixed = { kind: 'choices', options: [link, ...optionsOf(choices('A', 'B'))] } as const
  const [words, buttons] = fit({ blocks: [mixed] }, listing).blocks
  expect([plain(words!), labelsOf(buttons!)]).toEqual(['Map (https://a.example)', ['A', 'B']])
})

test('what is asked is no longer than fits above choices, and what goes before it as long as it may be', () => {
  const asking = { ...shows, choices: { ...shows.choices, prompt: 20 } }
  const text = { kind: 'text', spans: [{ text: 'A long beginning of many words. Do you agree?' }] }
  const blocks = [text, choices('Yes', 'No')] as readonly Block[]
  expect(fit({ blocks }, asking).blocks.map(plain).slice(0, 2)).toEqual([
    'A long beginning of many words.',
    'Do you agree?',
  ])
})

test('text whose markup makes it too long is parted again', () => {
  const doubled = { ...shows, text: { ...shows.text, length: twice } }
  const spans = [{ text: 'One two three four five six seven eight' }]
  expect(fit({ blocks: [{ kind: 'text', spans }] }, doubled).blocks.map(plain)).toEqual([
    'One two three four',
    'five six seven eight',
  ])
})

function twice(spans: readonly { readonly text: string }[]): number {
  return 2 * spans.map(({ text }) => text).join('').length
}

function optionsOf(block: Block): readonly Choice[] {
  return block.kind === 'choices' ? block.options : []
}

function labelsOf(block: Block): readonly string[] {
  return optionsOf(block).map(({ label }) => label)
}

function showing(limits: {
  most: number
  choices: number
  label: number
  caption: number
  base: string | null
}): Shows {
  const { most, label, caption, base } = limits
  return {
    text: { most, links: ['http:', 'https:'] },
    choices: { most: limits.choices, label, links: true },
    caption,
    base: () => base,
  }
}

function parts(text: string): readonly string[] {
  return fit({ blocks: [{ kind: 'text', spans: [{ text }] }] }, shows).blocks.map(plain)
}

function choices(...labels: readonly string[]): Block {
  const options = labels.map((label, i): Choice => ({
    id: `s${i}`,
    label,
    means: { kind: 'say', text: label },
  }))
  return { kind: 'choices', options }
}

function textOf(block: Extract<Block, { kind: 'text' }>): string {
  return block.spans.map(({ text }) => text).join('')
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/g, '')
}

/** What a fitted block tells, addresses included. */
function everythingIn(block: Block): string {
  if (block.kind === 'text') return textOf(block)
  if (block.kind === 'choices') return block.options.map(({ label }) => label).join('\n')
  return plain(block)
}

/** What must be told of a block, in pieces that stay together. */
function wordsIn(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return block.spans.map(({ text }) => text)
    case 'image':
      return [block.alt]
    case 'document':
      return [block.name]
    case 'location':
      return [block.location.name, block.location.address]
    case 'choices':
      return block.options.map(({ label }) => label)
    case 'cards':
      return block.cards.flatMap(({ title, subtitle, facts, actions }) => [
        title,
        subtitle,
        ...facts.flatMap(({ label, value }) => [label, value]),
        ...actions.map(({ label }) => label),
      ])
    case 'table':
      return [block.caption, ...block.columns.map(({ label }) => label), ...block.rows.flat()]
    default:
      return block satisfies never
  }
}
