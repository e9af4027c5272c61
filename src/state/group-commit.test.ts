import { expect, test } from 'vitest'
import { sampleTurn } from './sample-turn.ts'
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

test('turns that may wait share a transaction, which whoever cannot wait begins at once', async () => {
  const groups: string[][] = []
  const commits = new GroupCommit(async (turns) => {
    groups.push(turns.map((turn) => turn.conversation))
    return turns.map(() => true)
  })
  const add = (name: string, patience: number) => commits.add(toKept(sampleTurn(name, 1)), patience)
  const patient = add('a', 60_000)
  await new Promise(setImmediate)
  await Promise.all([patient, add('b', 60_000), add('c', 0)])
  expect(groups).toEqual([['a', 'b', 'c']])
  const last = add('d', 60_000)
  await commits.drain()
  await last
  expect(groups).toHaveLength(2)
})
