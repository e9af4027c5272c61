import { expect, test } from 'vitest'
import type { Bubble } from './conversation.ts'
import { groupsOf } from './groups.ts'

const said = (message: string, at = '2026-11-23T10:00:00'): Bubble => ({
  who: 'visitor',
  message,
  at,
  text: message,
  delivery: { kind: 'sent' },
})
const told = (message: string, at = '2026-11-23T10:00:01'): Bubble => ({
  who: 'desk',
  turn: message,
  message,
  at,
  blocks: [],
})

test('bubbles of one side that follow each other are one group', () => {
  const groups = groupsOf([said('a'), said('b'), told('a'), told('b'), said('c')])
  expect(groups.map((group) => [group.who, group.bubbles.length])).toEqual([
    ['visitor', 2],
    ['desk', 2],
    ['visitor', 1],
  ])
})

test('a new day opens a new group', () => {
  const groups = groupsOf([said('a'), said('b', '2026-11-24T09:00:00')])
  expect(groups.map((group) => group.opensDay)).toEqual([true, true])
})

test('choices retire with the next thing said, which tells what was chosen', () => {
  const groups = groupsOf([said('a'), told('a'), said('Her cabin'), told('b')])
  expect(groups.map((group) => (group.who === 'desk' ? group.next : '-'))).toEqual([
    '-',
    'Her cabin',
    '-',
    null,
  ])
})
