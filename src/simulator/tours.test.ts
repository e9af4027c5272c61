import { expect, test } from 'vitest'
import { toursIn } from './tours.ts'

const say = (text: string) => ({ kind: 'say' as const, text })
const conversation = (title: string, file: string, ...steps: Steps) => ({
  title,
  file,
  as: null,
  steps,
})
type Steps = Parameters<typeof toursIn>[0][number]['steps']

test('what the visitor says and taps is played, and what the desk must say is not', () => {
  const steps = [
    say('fees?'),
    { kind: 'expect' as const },
    { kind: 'tap' as const, label: 'B.Com' },
    { kind: 'refuse' as const },
  ]
  expect(toursIn([conversation('Fees', 'conversations/fees.md', ...steps)])).toEqual([
    {
      title: 'Fees',
      steps: [
        { kind: 'say', text: 'fees?' },
        { kind: 'tap', text: 'B.Com' },
      ],
    },
  ])
})

test('files of tours come first, whatever the system separates folders by', () => {
  const titles = toursIn([
    conversation('Fees', 'conversations/fees.md', say('fees?')),
    conversation('Detour', 'conversations/detour.md', say('a')),
    conversation('First', 'conversations/tour.md', say('a')),
    conversation('Second', 'conversations\\tour-two.md', say('b')),
  ]).map(({ title }) => title)
  expect(titles).toEqual(['First', 'Second', 'Fees', 'Detour'])
})

test('one that begins with somebody proven, or in which nobody says anything, is no tour', () => {
  const known = {
    ...conversation('Dues', 'a.md', say('do I owe anything?')),
    as: { identity: 'student', key: '1' },
  }
  expect(toursIn([known, conversation('Silence', 'a.md')])).toEqual([])
})
