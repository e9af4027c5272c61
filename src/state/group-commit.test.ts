import { expect, test } from 'vitest'
import { sampleTurn } from './contract.ts'
import { GroupCommit } from './group-commit.ts'
import { toKept } from './kept-turn.ts'

test('turns that come while others are written share the next transaction', async () => {
  const sizes: number[] = []
  const late: Promise<void>[] = []
  const commits = new GroupCommit(async (turns) => {
    if (sizes.push(turns.length) === 1) late.push(...['b', 'c', 'd'].map((name) => add(name)))
    return turns.map(() => true)
  })
  const add = (conversation: string) => commits.add(toKept(sampleTurn(conversation, 1)))
  await add('a')
  await Promise.all(late)
  expect(sizes).toEqual([1, 3])
})

test('when the disk refuses, everyone who waited for it hears so', async () => {
  const commits = new GroupCommit(() => Promise.reject(new Error('disk full')))
  const kept = ['a', 'b'].map((name) => commits.add(toKept(sampleTurn(name, 1))))
  const outcomes = await Promise.allSettled(kept)
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await commits.drain()
})
