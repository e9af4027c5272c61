import { expect, test } from 'vitest'
import { languageByWords } from './language-by-words.ts'
import { languageOf } from './language.ts'

const phrase = (text: string, language: string) => ({ text, language, marks: [] })
const tell = languageByWords([
  {
    phrases: [
      phrase('where is the library', 'en'),
      phrase('wo ist die Bibliothek', 'de'),
      phrase('dov’è la biblioteca', 'it'),
      phrase('taxi', 'en'),
      phrase('taxi', 'de'),
      phrase('पुस्तकालय कहाँ है', 'hi'),
    ],
  },
])

test('words tell a language that only its phrases have', () => {
  expect(tell('und wo ist das Büro?', ['en', 'de'])).toBe('de')
  expect(tell('the office', ['en', 'de'])).toBe('en')
})

test('words of both languages, and of none, tell nothing', () => {
  expect(tell('taxi', ['en', 'de'])).toBeUndefined()
  expect(tell('xyz', ['en', 'de'])).toBeUndefined()
  expect(tell('', ['en', 'de'])).toBeUndefined()
})

test('letters tell before words, and words before what a channel claims', () => {
  const spoken = ['en', 'de', 'hi']
  const clues = { claimed: 'en', before: undefined, tell }
  expect(languageOf('wo ist das', spoken, clues)).toBe('de')
  expect(languageOf('पुस्तकालय', spoken, clues)).toBe('hi')
  expect(languageOf('xyz', spoken, { ...clues, claimed: 'de-AT' })).toBe('de')
  expect(languageOf('xyz', spoken, { ...clues, claimed: undefined })).toBe('en')
  expect(languageOf('4', spoken, { ...clues, claimed: undefined, before: 'de' })).toBe('de')
})

test('a language that is written in other letters is not told by Latin ones', () => {
  const clues = { claimed: undefined, before: undefined, tell: () => 'hi' }
  expect(languageOf('library kahan hai', ['en', 'hi'], clues)).toBe('en')
})
