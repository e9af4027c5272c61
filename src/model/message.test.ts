import { expect, test } from 'vitest'
import { type Message, withinLength } from './message.ts'

const message = (text: string): Message => ({
  id: 'm',
  conversation: 'c',
  channel: 'web',
  text,
  at: '',
})

test('a message of usual length stays as it is', () => {
  const usual = message('x'.repeat(4000))
  expect(withinLength(usual)).toBe(usual)
})

test('a longer one is cut, says how long it was, and ends with a whole character', () => {
  expect(withinLength(message('x'.repeat(100_000)))).toMatchObject({
    text: 'x'.repeat(4000),
    cutFrom: 100_000,
  })
  expect(withinLength(message(`x${'🎓'.repeat(3000)}`))).toMatchObject({
    text: `x${'🎓'.repeat(1999)}`,
    cutFrom: 6001,
  })
})
