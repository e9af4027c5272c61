import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { anyBlock } from '../../test/any-reply.ts'
import { fc } from '../../test/dice.ts'
import type { Block } from '../model/index.ts'
import { renderForTerminal, terminalOf } from './terminal.ts'

const plainTerminal = { width: 40, color: false }
const render = (...blocks: Block[]) => renderForTerminal({ blocks }, plainTerminal)

test('choices are numbered, so that typing the number picks one', () => {
  const options = ['Hostel', 'Library'].map((label) => ({
    id: label,
    label,
    means: { kind: 'say' as const, text: label },
  }))
  expect(render({ kind: 'choices', options })).toBe('  1 Hostel\n  2 Library')
})

test('a table is aligned, numbers to the end, also with Devanagari in it', () => {
  const table: Block = {
    kind: 'table',
    caption: 'Fees',
    columns: [
      { label: 'Programme', align: 'start' },
      { label: 'Fee', align: 'end' },
    ],
    rows: [
      ['B.Tech', '₹1,43,500'],
      ['हिन्दी', '₹900'],
    ],
  }
  const lines = render(table).split('\n')
  expect(lines[0]).toBe('Fees')
  expect(lines[1]).toBe('Programme        Fee')
  expect(lines[2]).toBe('B.Tech     ₹1,43,500')
  expect(lines[3]).toMatch(/^हिन्दी +₹900$/)
})

test('a table too wide for the terminal becomes a list', () => {
  const cell = 'a long title of some book or other'
  const column = (label: string) => ({ label, align: 'start' as const })
  const columns = [column('Title'), column('Author')]
  expect(render({ kind: 'table', caption: '', columns, rows: [[cell, cell]] })).toBe(
    `Title: ${cell}\nAuthor: ${cell}\n`,
  )
})

test('text is wrapped between words', () => {
  const spans = [
    { text: 'The library is open from nine in the morning until eight in the evening.' },
  ]
  const lines = render({ kind: 'text', spans }).split('\n')
  expect(lines).toEqual([
    'The library is open from nine in the',
    'morning until eight in the evening.',
  ])
})

test('bold is bold where there is colour, and only there', () => {
  const reply = { blocks: [{ kind: 'text' as const, spans: [{ text: 'now', bold: true }] }] }
  const tty = { isTTY: true, columns: 80 }
  expect(renderForTerminal(reply, terminalOf(tty, {}))).toBe('\u001B[1mnow\u001B[22m')
  expect(renderForTerminal(reply, terminalOf(tty, { NO_COLOR: '1' }))).toBe('now')
  expect(renderForTerminal(reply, terminalOf({ columns: 80 }, {}))).toBe('now')
})

test('nothing in a reply steers the terminal', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 5 }), (blocks) => {
      const text = render(...blocks)
      expect(text).toBe(stripVTControlCharacters(text))
      expect(text).not.toMatch(/[^\P{Control}\n\t]/u)
    }),
  )
})
