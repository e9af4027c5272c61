import { expect, test } from 'vitest'
import { en, enWidget } from './en.ts'
import { hi, hiWidget } from './hi.ts'
import { nameOf, speechIn } from './index.ts'

test('Hindi has every word English has, and none of them is empty', () => {
  expect(Object.keys(hi)).toEqual(Object.keys(en))
  expect(Object.keys(hiWidget)).toEqual(Object.keys(enWidget))
  const words = [...Object.values(hi), ...Object.values(hiWidget)]
  expect(words.every((word) => word !== '')).toBe(true)
})

test('a language without a translation speaks English, in its own direction', () => {
  expect(speechIn('ur')).toMatchObject({ language: 'ur', direction: 'rtl', words: en })
  expect(nameOf('ur')).toBe('اردو')
})
