import { expect, test } from 'vitest'
import { dayOf } from './clock.ts'

const now = new Date(2026, 10, 23, 10)
const on = (day: number, hour = 9) => new Date(2026, 10, day, hour).toISOString()

test('today and yesterday are called so', () => {
  expect(dayOf(on(23), now, 'en')).toBe('Today')
  expect(dayOf(on(22, 23), now, 'en')).toBe('Yesterday')
  expect(dayOf(on(23), now, 'hi')).toBe('आज')
})

test('other days have a name and a date', () => {
  expect(dayOf(on(20), now, 'en-IN')).toMatch(/Friday.*20 November/)
})
