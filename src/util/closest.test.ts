import { expect, test } from 'vitest'
import { closest } from './closest.ts'

test('the nearest candidate is meant, whatever its capitals and dashes', () => {
  expect(closest('libary', ['office', 'library'])).toBe('library')
  expect(closest('Book_Title', ['book-title'])).toBe('book-title')
  expect(closest('form', ['from', 'group'])).toBe('from')
})

test('nothing is meant when nothing is near', () => {
  expect(closest('x', ['library'])).toBeNull()
  expect(closest('hostel', ['library', 'office'])).toBeNull()
  expect(closest('any', [])).toBeNull()
})
