import { expect, test } from 'vitest'
import { markEntities } from './mark-entities.ts'

const found = (start: number, end: number) => ({ entity: 'e', value: 'v', text: '', start, end })
const marked = (text: string, ...entities: ReturnType<typeof found>[]) =>
  markEntities(text, entities)
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('')

test('a sentence is cut where entities begin and end', () => {
  expect(marked('hod of cse?', found(7, 10))).toBe('hod of [cse]?')
})

test('of entities that overlap the first, then the longer, is marked', () => {
  expect(marked('computer science', found(9, 16), found(0, 8), found(0, 16))).toBe(
    '[computer science]',
  )
})

test('positions beyond the sentence are left out', () => {
  expect(marked('cse', found(0, 9), found(2, 2))).toBe('cse')
})
