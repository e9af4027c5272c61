import { describe, expect, it } from 'vitest'
import { filtersFor } from './filters.ts'

const india = filtersFor({
  language: 'en',
  country: 'IN',
  currency: 'INR',
  timezone: 'Asia/Kolkata',
})

describe('the filters of templates', () => {
  it.each([
    ['money', 143_500, '₹1,43,500'],
    ['money', '1250.5', '₹1,250.50'],
    ['money', 'free', 'free'],
    ['money', null, null],
    ['number', 2_000_000, '20,00,000'],
    ['percent', 68.25, '68.3 %'],
    ['date', '2026-12-04', 'Friday, 4 December 2026'],
    ['date', '2026-12-03T20:00:00Z', 'Friday, 4 December 2026'],
    ['date', 'soon', 'soon'],
    ['short-date', '2026-12-04', '4 Dec'],
    ['short-date', '2026-12-01/2026-12-31', '1–31 Dec'],
    ['weekday', '2026-12-04', 'Friday'],
    ['time', '16:30', '4:30 pm'],
    ['time', '09:05:00', '9:05 am'],
    ['time', '2026-12-04T16:30:00', '4:30 pm'],
    ['phone', '022 2547 1234', '+91 22 2547 1234'],
    ['phone', 'ext. 12', 'ext. 12'],
  ])('%s of %j is %j', (name, value, expected) => {
    const written = india[name]?.(value)
    // Some versions of the language data put a comma, or a narrow space, where others do not.
    expect(typeof written === 'string' ? written.replaceAll('\u202F', ' ') : written).toBe(expected)
  })

  it('lists with a conjunction and chooses by number', () => {
    expect(india['list']?.(['a', 'b', 'c'])).toBe('a, b and c')
    expect(india['plural']?.(1, 'book', 'books')).toBe('book')
    expect(india['plural']?.(0, 'book', 'books')).toBe('books')
  })
})
