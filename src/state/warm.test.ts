import { expect, test } from 'vitest'
import { sampleTurn } from './sample-turn.ts'
import { mostAnswered, WarmConversations } from './warm.ts'

test('a message is known to be new only while all that were answered are at hand', () => {
  const warm = new WarmConversations()
  expect(warm.mayHaveAnswered('a', 'a/1')).toBe(true)
  for (let version = 1; version <= mostAnswered; version++) warm.kept(sampleTurn('a', version))
  expect(warm.mayHaveAnswered('a', 'a/1')).toBe(true)
  expect(warm.mayHaveAnswered('a', 'new')).toBe(false)
  warm.kept(sampleTurn('a', mostAnswered + 1))
  expect(warm.mayHaveAnswered('a', 'new')).toBe(true)
  expect(warm.session('a')?.version).toBe(mostAnswered + 1)
})

test('the conversation that was silent longest makes room, and is not taken for a new one', () => {
  const warm = new WarmConversations()
  for (let n = 0; n < 50; n++) {
    const ids = Array.from({ length: mostAnswered }, (_, i) => `${n}/${i}`)
    warm.load(sampleTurn(`c${n}`, 1).session, ids)
  }
  expect(warm.session('c0')).toBeUndefined()
  expect(warm.session('c49')?.version).toBe(1)
  warm.kept(sampleTurn('c0', 2))
  expect(warm.mayHaveAnswered('c0', 'new')).toBe(true)
})

test('a conversation that was dropped is read anew', () => {
  const warm = new WarmConversations()
  warm.kept(sampleTurn('a', 1))
  warm.drop('a')
  expect([warm.session('a'), warm.mayHaveAnswered('a', 'new')]).toEqual([undefined, true])
})
