import { expect, test } from 'vitest'
import { Cells } from './cells.ts'

const cells = await Cells.of(
  [
    {
      source: 'shop',
      table: 'people',
      column: 'name',
      values: ['Asha Menon', 'Ravi Rao', "Maria D'Souza"],
    },
    {
      source: 'shop',
      table: 'people',
      column: 'city',
      values: ['Pune', 'New Delhi', 'Thiruvananthapuram'],
    },
    { source: 'shop', table: 'people', column: 'gender', values: ['male', 'female'] },
  ],
  {
    wordsOf: (text) => text.toLowerCase().replaceAll("'", '').split(' '),
    stemOf: (word) => word.replace(/s$/, ''),
    alsoCalled: (value) => (value === 'female' ? ['women'] : []),
  },
)

function found(text: string): readonly unknown[] {
  const words = text.toLowerCase().split(' ')
  return cells
    .find(words.map((word) => ({ text: word, quoted: false })))
    .map(({ value, first, last, isPart, isMisspelt }) => [value, first, last, isPart, isMisspelt])
}

test('a value is found in whole, by another name, and by a part of it', () => {
  expect(found('who lives in new delhi')).toEqual([['New Delhi', 3, 4, false, false]])
  expect(found('how many women')).toEqual([['female', 2, 2, false, false]])
  expect(found('where is menon')).toEqual([['Asha Menon', 2, 2, true, false]])
})

test('a letter too many, too few or changed is forgiven in a long word alone', () => {
  expect(found('people from thiruvanantapuram')).toEqual([
    ['Thiruvananthapuram', 2, 2, false, true],
  ])
  expect(found('people from pun')).toEqual([])
})

test('small words name no value, and everyday words are not misspellings', () => {
  expect(found('is it in the of')).toEqual([])
  expect(found('what about money')).toEqual([])
})
