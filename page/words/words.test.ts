import { expect, test } from 'vitest'
import { en } from './en.ts'
import { hi } from './hi.ts'
import { nameOf, speechIn } from './index.ts'

test('Hindi has every word English has, and none of them is empty', () => {
  expect(Object.keys(hi)).toEqual(Object.keys(en))
  expect(Object.values(hi).every((word) => word !== '')).toBe(true)
})

test('a language without a translation speaks English, in its own direction', () => {
  expect(speechIn('ur')).toMatchObject({ language: 'ur', direction: 'rtl', words: en })
  expect(nameOf('ur')).toBe('اردو')
})
