import { expect, test } from 'vitest'
import { waysToMatch } from './ways-to-match.ts'

const ways = (pattern: string) => waysToMatch(pattern, 1000, String.raw`[^\p{L}\p{N}]`)

test.each([
  [String.raw`RC\s?\d{4}`, 1],
  ['[A-Z]{2,3}-?\\d{3}', 1],
  [String.raw`\d+`, 1],
  [String.raw`[a-z]+\.[a-z]+@x\.in`, 1],
  ['(?:MH|GJ)[0-9]{2}', 1],
  ['[०-९]+', 1],
])('%s is matched in one way', (pattern, expected) => {
  expect(ways(pattern)).toBe(expected)
})

test('a sign that may also follow counts once for each place it may end at', () => {
  expect(ways(String.raw`\d+(?:-\d+)*`)).toBe(1001)
})

test.each([
  '(a+)+$',
  '(a|a)*b',
  '(a|ab)*c',
  String.raw`(\w+\s*)+`,
  '(.*)*x',
  '(a{1,20}){1,20}b',
  String.raw`\d*\d*\d*x`,
  '(?=(a+)+$)a',
  String.raw`(a)\1*`,
  '(?<x>a*)*b',
])('%s may be matched in more ways than can be tried', (pattern) => {
  expect(ways(pattern)).toBeGreaterThan(100_000)
})
