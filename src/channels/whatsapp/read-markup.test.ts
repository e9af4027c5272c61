import { expect, test } from 'vitest'
import { fc } from '../../../test/dice.ts'
import { writeSpans } from './markup.ts'
import { readMarkup } from './read-markup.ts'

test('signs at the edges of words are styles, others are themselves', () => {
  expect(readMarkup('*Fees:* 5*3 and _all of it_, see *_now_*')).toEqual([
    { text: 'Fees:', bold: true },
    { text: ' 5*3 and ' },
    { text: 'all of it', italic: true },
    { text: ', see ' },
    { text: 'now', bold: true, italic: true },
  ])
})

test('an address is a link, without the stop after it', () => {
  expect(readMarkup('See https://a.in/x_y_z.')).toEqual([
    { text: 'See ' },
    { text: 'https://a.in/x_y_z', href: 'https://a.in/x_y_z' },
    { text: '.' },
  ])
})

test('whatever is written, its words are read back without a sign too many', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '*', '_', '\n') }), (text) => {
      const read = readMarkup(writeSpans([{ text }]))
      expect(read.map((span) => span.text).join('')).toBe(text)
      expect(read.some(({ bold, italic }) => bold === true || italic === true)).toBe(false)
    }),
  )
})
