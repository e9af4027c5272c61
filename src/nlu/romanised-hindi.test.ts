import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { isRomanisedHindi, knownWords, wordByWord } from './romanised-hindi.ts'

test.each([
  ['kitni', 'kitnee', 'kitne', 'kitna', 'kitnaa'],
  ['nahi', 'nahin', 'nahee'],
  ['chahiye', 'chaahiye', 'chahie'],
  ['bhai', 'bhaai', 'bhaii'],
  ['wala', 'vala', 'waala', 'walaa'],
  ['zaroorat', 'jarurat', 'zarurat'],
])('%s and its other spellings sound alike', (word, ...others) => {
  expect(others.map(fold)).toEqual(others.map(() => fold(word)))
})

test('words that differ in sound stay apart', () => {
  expect(new Set(['kab', 'kahan', 'kaun', 'din', 'raat', 'pani'].map(fold)).size).toBe(6)
})

test.each(['fees kitni hai', 'sharma sir ka number dedo', 'library kab khulti h', 'mera result'])(
  '"%s" is Hindi in Latin letters',
  (text) => expect(isRomanisedHindi(text.split(' '))).toBe(true),
)

test.each([
  'how much are the fees',
  'who is the hod of cse',
  'use the main door',
  'is he there',
  '',
])('"%s" is not', (text) => expect(isRomanisedHindi(text.split(' '))).toBe(false))

test('its words are put into English one by one, and what English says stays', () => {
  expect(wordByWord('library kab khulti hai')).toBe('library when open')
  expect(wordByWord('mera result dikhao')).toBe('my result show')
  expect(wordByWord('When does the library open?')).toBe('When does the library open?')
})

test('words a desk does not know are put into words it may know, those it knows stay', () => {
  const known = (text: string, ...desk: readonly string[]) =>
    knownWords(text.split(' '), (word) => desk.includes(word))
  expect(known('library kab khulti hai')).toEqual(['library', 'when', 'open'])
  expect(known('library kab khulti hai', 'kab', 'hai')).toEqual(['library', 'kab', 'open', 'hai'])
  expect(known('when is it open')).toEqual(['when', 'is', 'it', 'open'])
  expect(known('hai')).toEqual(['hai'])
})
