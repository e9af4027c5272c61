import { expect, test } from 'vitest'
import { spelling } from './spelling.ts'

const phrases = [
  'list of hostels',
  'the last date of the hostel form',
  'when does the form come',
  'who is the head of department',
  'exam fee please',
  'छात्रावास की सूची',
]
const grams = phrases.flatMap((phrase) => {
  const words = ['^', ...phrase.split(' '), '$']
  return [...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]
})

const respell = spelling({
  words: [...new Set(phrases.join(' ').split(' '))],
  countOf: (gram) => grams.filter((one) => one === gram).length,
  phrases: phrases.length,
  english: ['the', 'what', 'from', 'farm', 'horse', 'green'],
})
const said = (text: string) => respell(text.split(' ')).join(' ')

test.each([
  [
    'a letter left out, put in, swapped or hit instead',
    'hostl hostelr hosetl histel',
    'hostel hostel hostel hostel',
  ],
  ['the first letter', 'gostel', 'hostel'],
  ['vowels dropped', 'hstl frm', 'hostel form'],
  ['the one that goes with its neighbours', 'the lst dt', 'the last date'],
  ['the same word beside others', 'lst of hostels', 'list of hostels'],
  ['letters repeated', 'pleaseee', 'please'],
  ['words run together', 'examfee please', 'exam fee please'],
  ['what is written short', 'hod', 'head of department'],
  ['a word of English no phrase has', 'the gren horse', 'the green horse'],
  ['any script', 'छात्रवास की सूची', 'छात्रावास की सूची'],
])('%s: %s', (_, written, meant) => {
  expect(said(written)).toBe(meant)
})

test.each([
  ['a known word, however near another', 'farm'],
  ['a known word with an ending', 'horses'],
  ['what is like no word', 'xylograph'],
  ['a short word nobody knows', 'mca'],
  ['numbers', '214 b12'],
])('%s stays', (_, text) => {
  expect(said(text)).toBe(text)
})

test('names stay, though a known word is near', () => {
  expect(respell(['horst'], new Set(['horst']))).toEqual(['horst'])
})

test('without English, a desk takes long words only for misspelt ones of its own', () => {
  const countOf = (gram: string) => (gram.includes(' ') ? 0 : 1)
  const few = spelling({ words: ['hostel', 'form'], countOf, phrases: 2, english: [] })
  expect(few(['hostal', 'farm'])).toEqual(['hostel', 'farm'])
})
