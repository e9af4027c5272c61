import { expect, test } from 'vitest'
import { fc } from '../../test/dice.ts'
import { cleanText } from './clean-text.ts'

test('what was said stays as it is, in any script', () => {
  for (const text of ['who is the HOD?', 'पुस्तकालय कब खुलता है?', 'كيف الحال', '👩‍🎓 fees', 'a\u0301'])
    expect(cleanText(text)).toBe(text.normalize('NFC'))
})

test('lines become one, and what steers a terminal or turns the text around goes', () => {
  expect(cleanText('  one\r\n\ttwo \u001B[2J\u0000')).toBe('one two [2J')
  expect(cleanText('\u202Eevil\u2066')).toBe('evil')
  expect(cleanText('half \uD83D')).toBe('half \uFFFD')
})

test('cleaning twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
    }),
  )
})
