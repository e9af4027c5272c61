import { expect, test } from 'vitest'
import type { Intent } from './intent.ts'
import { understoodIntent } from './understood-intent.ts'

const intents = [
  { name: 'book-availability', action: null },
  { name: 'fees', action: 'fees.get' },
] as unknown as readonly Intent[]

test.each([
  ['Book Availability', null, 'book-availability'],
  ['book.availability', 'fees.get', 'book-availability'],
  ['Something else', 'fees.get', 'fees'],
  [null, 'fees.get', 'fees'],
  ['Something else', '', undefined],
  [null, null, undefined],
])('an intent called %s with the action %s is %s', (intent, action, name) => {
  expect(understoodIntent({ intent, action }, intents)?.name).toBe(name)
})
