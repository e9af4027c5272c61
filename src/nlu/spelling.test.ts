import { expect, test } from 'vitest'
import { spelling } from './spelling.ts'

const words = 'list of hostels the last date of the hostel form when does the form come'.split(' ')
const lexicon = new Map(words.map((word) => [word, new Map([[0, 1]])]))
const pairs = new Set(words.map((word, i) => `${words[i - 1] ?? '^'} ${word}`))
const respell = spelling(lexicon, (pair) => pairs.has(pair))
const said = (text: string) => respell(text.split(' ')).join(' ')

test('words with their vowels dropped are read as the desk spells them', () => {
  expect(said('hstl frm')).toBe('hostel form')
})

test('of two words that may be meant, the one that goes with its neighbours is', () => {
  expect(said('the lst dt')).toBe('the last date')
  expect(said('lst of hostels')).toBe('list of hostels')
})

test('a letter wrong in a long word is forgiven, in a short one it is another word', () => {
  expect(said('hostal')).toBe('hostel')
  expect(said('farm')).toBe('farm')
})
