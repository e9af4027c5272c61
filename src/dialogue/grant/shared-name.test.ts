import { expect, test } from 'vitest'
import { sharedName } from './shared-name.ts'

const named: readonly (readonly [string, readonly string[], string])[] = [
  ['sharma', ['Anita Sharma', 'Ravi Sharma'], 'Sharma'],
  ["SHARMA's", ['Dr. Anita Sharma', 'Dr. Ravi Sharma'], 'Sharma'],
  ['shrma', ['Anita Sharma', 'Ravi Sharma'], 'Sharma'],
  ['boys hostel', ['Ganga Hostel', 'Narmada Hostel'], 'boys hostel'],
  ["it's", ['Compilers', 'Networks'], 'it'],
]

test.each(named)('%j, which may be any of %j, is called %j', (words, values, name) => {
  expect(sharedName({ words, values })).toBe(name)
})
