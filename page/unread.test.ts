import { expect, test } from 'vitest'
import type { Bubble } from './conversation.ts'
import { unreadAfter } from './unread.ts'

const at = '2026-11-23T04:30:00.000Z'
const told = (turn: string): Bubble => ({ who: 'desk', turn, message: turn, at, blocks: [] })
const said = (message: string): Bubble => ({
  who: 'visitor',
  message,
  at,
  text: 'hello',
  delivery: { kind: 'sent' },
})
const bubbles = [said('1'), told('1'), said('2'), told('2'), told('3')]

test('what was told after the last answer that was seen is unread', () => {
  expect(unreadAfter('1', bubbles)).toBe(2)
  expect(unreadAfter('3', bubbles)).toBe(0)
})

test('nothing is unread where it is not known what was seen', () => {
  expect(unreadAfter(null, bubbles)).toBe(0)
  expect(unreadAfter('gone', bubbles)).toBe(0)
})
