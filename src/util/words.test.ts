import { expect, test } from 'vitest'
import { wordsIn, wordsOf } from './words.ts'

test.each<[string, string, string[]]>([
  [
    'letters and digits',
    'B.Com fees for 2nd year, 2026?',
    ['b', 'com', 'fees', 'for', '2nd', 'year', '2026'],
  ],
  ['Devanagari vowels and signs', 'पाँचवाँ सेमेस्टर की फ़ीस', ['पांचवां', 'सेमेस्टर', 'की', 'फीस']],
  ['an invisible joiner within a word', 'क्\u200Dया है', ['क्या', 'है']],
  ['every apostrophe', "what's Rao’s hostel`s", ["what's", "rao's", "hostel's"]],
  ['quotes, which are no apostrophes', "'DBMS' ‘OS’ 5'", ['dbms', 'os', '5']],
  ['hyphens and dashes', 'end-semester – mid_term', ['end', 'semester', 'mid', 'term']],
  ['accents, composed or not', 'Résume\u0301', ['résumé']],
  ['full-width and other forms', 'ＦＥＥ ﬁne', ['fee', 'fine']],
  ['digits of any script', '२१४ 214', ['२१४', '214']],
  ['nothing', ' …!? 🙂', []],
])('%s', (_, text, words) => {
  expect(wordsOf(text)).toEqual(words)
  expect(wordsIn(text).map((word) => word.text)).toEqual(words)
})

test('a word stands where it was written, whatever its form', () => {
  const text = 'Is Rao’s ＤＢＭＳ क्\u200Dया?'
  const written = wordsIn(text).map(({ start, end }) => text.slice(start, end))
  expect(written).toEqual(['Is', 'Rao’s', 'ＤＢＭＳ', 'क्\u200Dया'])
})

test('a long text of nothing but apostrophes is read at once', () => {
  expect(wordsOf(`a${"'".repeat(100_000)}b`)).toEqual(['a', 'b'])
})
