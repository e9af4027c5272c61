import { expect, test } from 'vitest'
import { Tally } from './tally.ts'

test('counts each kind up to the most, anew after a while, and what is taken back not at all', () => {
  let now = 1000
  const tally = new Tally({ most: 2, within: 100, clock: () => now })
  const isTooMany = (kind: string) => tally.count(kind).isTooMany
  expect([isTooMany('a'), isTooMany('a'), isTooMany('a'), isTooMany('b')]).toEqual([
    false,
    false,
    true,
    false,
  ])
  tally.count('b').takeBack()
  expect(isTooMany('b')).toBe(false)
  now += 100
  expect(isTooMany('a')).toBe(false)
})

test('where they may be apart, more are let through, each after its wait', () => {
  let now = 1000
  const apart = (over: number) => 10 * 2 ** over
  const tally = new Tally({ most: 1, within: 10_000, clock: () => now, apart })
  const isLetThrough = (later: number) => {
    now += later
    const counted = tally.count('a')
    if (counted.isTooMany) counted.takeBack()
    return !counted.isTooMany
  }
  expect([isLetThrough(0), isLetThrough(9), isLetThrough(1)]).toEqual([true, false, true])
  expect([isLetThrough(19), isLetThrough(1), isLetThrough(39)]).toEqual([false, true, false])
})

test('a clock set back locks nobody out', () => {
  let now = Date.parse('2030-01-01')
  const tally = new Tally({ most: 1, within: 100, clock: () => now })
  expect([tally.count('a').isTooMany, tally.count('a').isTooMany]).toEqual([false, true])
  now = Date.parse('2026-01-01')
  expect(tally.count('a').isTooMany).toBe(false)
})
