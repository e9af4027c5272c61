import { expect, test } from 'vitest'
import { Lists } from './lists.ts'

test('a key has the numbers added to it, in order, none twice in a row', () => {
  const lists = new Lists()
  for (const item of [3, 3, 5, 5, 7]) lists.add('rao', item)
  lists.add('sharma', 1)
  expect(lists.get('rao')).toEqual([3, 5, 7])
  expect(lists.get('sharma')).toEqual([1])
  expect(lists.get('nobody')).toBeUndefined()
  expect([lists.has('rao'), lists.has('nobody')]).toEqual([true, false])
  expect([...lists.keys()]).toEqual(['rao', 'sharma'])
})
