import { expect, test } from 'vitest'
import { joinOn, readerOf } from '../../test/sketched-tables.ts'

const library = readerOf({
  branches: {
    key: 'id',
    naming: 'name',
    columns: { id: 'integer', name: 'text', city: 'text' },
    values: { city: ['pune'] },
  },
  books: {
    key: 'id',
    naming: 'title',
    columns: {
      id: 'integer',
      title: 'text',
      pages: 'integer',
      branch_id: 'integer',
      lent: 'boolean',
    },
    joins: [joinOn('branch_id', 'branches', 'id')],
    definitions: {
      bulky: { kind: 'compare', column: 'pages', op: '>', value: 500 },
      'on the shelf': { kind: 'compare', column: 'lent', op: '=', value: false },
    },
  },
})

test.each([
  ['bulky books', 'books where bulky'],
  ['how many bulky books are there', 'number of books where bulky'],
  ['books that are not bulky', 'books where not bulky'],
  ['which books are on the shelf', 'books where on the shelf'],
  [
    'branches in Pune with more than 3 bulky books',
    'branches where city is pune and number of books (where bulky) is above 3',
  ],
  [
    'which branch has the most bulky books',
    'branches where the number of books (where bulky) is the highest',
  ],
  ['branches without bulky books', 'branches where without books (where bulky)'],
])('%s', (text, words) => {
  expect(library.read(text)?.words).toBe(words)
})

test('what a word was defined to mean is asked of the table it was defined for', () => {
  const { query } = library.read('bulky books in Pune')!
  expect(query.table).toBe('books')
  expect(JSON.stringify(query.where)).toContain('"column":"pages","op":">","value":500')
})
