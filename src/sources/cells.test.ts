import { expect, test } from 'vitest'
import { instant, integer, localDateTime, localTime, uniqueNames } from './cells.ts'

test('names that occur twice are numbered, and no number is taken twice', () => {
  expect(uniqueNames(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a_2', 'a_3'])
  expect(uniqueNames(['a', 'a_2', 'a'])).toEqual(['a', 'a_2', 'a_3'])
})

test('moments are written the same way however they are stored', () => {
  expect(localDateTime('2026-11-23 10:00:00')).toBe('2026-11-23T10:00:00')
  expect(localDateTime('2026-11-23T10:00')).toBe('2026-11-23T10:00:00')
  expect(localDateTime('2026-11-23 10:00:00.250000')).toBe('2026-11-23T10:00:00.25')
  expect(localDateTime('2026-11-23 10:00:00.000000')).toBe('2026-11-23T10:00:00')
  expect(localTime('09:30')).toBe('09:30:00')
  expect(instant('2026-11-23 10:00:00+05:30')).toBe('2026-11-23T04:30:00.000Z')
  expect(instant('2026-11-23 04:30:00+00')).toBe('2026-11-23T04:30:00.000Z')
  expect(instant('2026-11-23 04:30:00')).toBe('2026-11-23T04:30:00.000Z')
})

test('integers are numbers as long as a number holds them', () => {
  expect(integer('9007199254740991')).toBe(9007199254740991)
  expect(integer('9007199254740992')).toBe('9007199254740992')
  expect(integer(-5n)).toBe(-5)
})
