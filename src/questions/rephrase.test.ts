import { expect, test } from 'vitest'
import { joinOn, readerOf } from '../../test/sketched-tables.ts'

const college = readerOf({
  programmes: {
    key: 'id',
    naming: 'name',
    columns: { id: 'integer', name: 'text', fee: 'integer' },
    values: { name: ['kaveri'] },
  },
  hostels: {
    key: 'id',
    naming: 'name',
    columns: { id: 'integer', name: 'text', fee: 'integer', programme_id: 'integer' },
    joins: [joinOn('programme_id', 'programmes', 'id')],
    values: { name: ['kaveri'] },
  },
})

test('a column that two things have is asked about, not guessed', () => {
  const reading = college.read('what is the fee?')
  expect(reading?.confidence).toBeLessThan(0.5)
  expect(reading?.instead?.map(({ text }) => text)).toEqual([
    'what is the fee of programmes',
    'what is the fee of hostels',
  ])
})

test('a name that two things have is answered for one, and the other is offered', () => {
  const reading = college.read('fee of Kaveri')
  expect(reading?.confidence).toBeGreaterThan(0.5)
  const [other] = reading?.instead ?? []
  expect(other?.words).not.toBe(reading?.words)
  expect(college.read(other?.text ?? '')?.words).toBe(other?.words)
})

test('a word that would change what is asked is not left out without asking', () => {
  const reading = college.read('how many haunted hostels are there')
  expect(reading?.confidence).toBeLessThan(0.5)
  expect(reading?.words).toContain('leaving out “haunted”')
  expect(reading?.instead).toEqual([
    { text: 'how many hostels are there', words: 'number of hostels' },
  ])
})

test('a word of praise leaves nobody out, and is said to be left out', () => {
  const reading = college.read('the notable hostels')
  expect(reading?.confidence).toBeGreaterThan(0.5)
  expect(reading?.words).toBe('hostels (leaving out “notable”)')
  expect(reading?.instead).toBeUndefined()
})
