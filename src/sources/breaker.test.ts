import { expect, test } from 'vitest'
import type { ErrorCode } from '../errors.ts'
import { FrontdeskError } from '../errors.ts'
import type { Observation, Source } from '../model/index.ts'
import { withBreaker } from './breaker.ts'

function setUp() {
  const world = { now: 0, fails: null as ErrorCode | null, calls: 0 }
  const seen: string[] = []
  const source: Source = {
    name: 'library',
    speaks: ['select'],
    query: () => Promise.reject(new Error('not asked here')),
    tables() {
      world.calls++
      if (world.fails) return Promise.reject(new FrontdeskError(world.fails, 'it failed'))
      return Promise.resolve([])
    },
    close: () => Promise.resolve(),
  }
  const observe = (observation: Observation) => {
    if (observation.kind === 'source') seen.push(observation.state)
  }
  const guarded = withBreaker(source, { observe, failures: 3, rest: 1000, clock: () => world.now })
  const ask = () =>
    guarded.tables().then(
      () => 'answered',
      (error: FrontdeskError) => error.code,
    )
  return { world, seen, ask }
}

test('a source that failed several times in a row is left alone, then tried once', async () => {
  const { world, seen, ask } = setUp()
  world.fails = 'source/unreachable'
  for (let i = 0; i < 3; i++) expect(await ask()).toBe('source/unreachable')
  expect(await ask()).toBe('source/circuit-open')
  expect(world.calls).toBe(3)

  world.now = 1000
  expect(await Promise.all([ask(), ask()])).toEqual(['source/unreachable', 'source/circuit-open'])
  expect(await ask()).toBe('source/circuit-open')

  world.now = 2000
  world.fails = null
  expect(await ask()).toBe('answered')
  expect(await ask()).toBe('answered')
  expect(seen).toEqual(['down', 'half-open', 'down', 'half-open', 'up'])
})

test('what is wrong with a query does not count against its source', async () => {
  const { world, seen, ask } = setUp()
  world.fails = 'source/no-such-column'
  for (let i = 0; i < 9; i++) expect(await ask()).toBe('source/no-such-column')
  expect(seen).toEqual([])
})

test('an answer in between starts the count anew', async () => {
  const { world, ask } = setUp()
  for (let i = 0; i < 9; i++) {
    world.fails = i % 3 === 2 ? null : 'source/too-slow'
    expect(await ask()).not.toBe('source/circuit-open')
  }
})
