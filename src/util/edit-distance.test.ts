import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'

test('an edit is a letter put in, left out, replaced or swapped with its neighbour', () => {
  expect(editDistance('libary', 'library', 3)).toBe(1)
  expect(editDistance('libraryy', 'library', 3)).toBe(1)
  expect(editDistance('librery', 'library', 3)).toBe(1)
  expect(editDistance('lirbary', 'library', 3)).toBe(1)
  expect(editDistance('', 'abc', 3)).toBe(3)
  expect(editDistance('abc', 'abc', 3)).toBe(0)
})

test('what is further away than matters is not counted', () => {
  expect(editDistance('hostel', 'library', 2)).toBe(3)
  expect(editDistance('a', 'abcdef', 2)).toBe(3)
})
