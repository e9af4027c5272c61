import { fc } from '../../test/dice.ts'
import { expect, test } from 'vitest'
import { backoff } from '../util/backoff.ts'
import { Pacer } from './pacer.ts'

const pace = { account: { each: 100, burst: 3 }, recipient: { each: 1_000, burst: 2 } }

test('a recipient gets a burst at once, then one by one; a pause earns the burst back', () => {
  const pacer = new Pacer(pace)
  expect([0, 0, 0, 0].map((now) => pacer.reserve('a', now))).toEqual([0, 0, 1_000, 2_000])
  expect([10_000, 10_000, 10_000].map((now) => pacer.reserve('a', now))).toEqual([
    10_000, 10_000, 11_000,
  ])
})

test('the account as a whole is paced as well', () => {
  const pacer = new Pacer(pace)
  const names = ['a', 'b', 'c', 'd', 'e']
  expect(names.map((name) => pacer.reserve(name, 0))).toEqual([0, 0, 0, 100, 200])
})

test('a clock that is put back makes nobody wait', () => {
  const pacer = new Pacer(pace)
  for (let i = 0; i < 20; i++) pacer.reserve('a', 3_600_000)
  expect(pacer.reserve('a', 0)).toBe(0)
})

test('whoever writes to whom and when, no second has more messages than the pace allows', () => {
  const asked = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(300)), { maxLength: 60 })
  fc.assert(
    fc.property(asked, (messages) => {
      const pacer = new Pacer(pace)
      let now = 0
      const sent = messages.map(([recipient, gap]) => {
        now += gap
        return { recipient, at: pacer.reserve(recipient, now) }
      })
      for (const { recipient, at } of sent) {
        const within = (span: number) => sent.filter((one) => one.at >= at && one.at < at + span)
        expect(within(1_000).length).toBeLessThanOrEqual(10 + 3)
        const theirs = within(5_000).filter((one) => one.recipient === recipient)
        expect(theirs.length).toBeLessThanOrEqual(5 + 2)
      }
    }),
  )
})

test('one waits longer each time, up to five minutes, and never as long as all the others', () => {
  expect([0, 1, 2, 20].map((tries) => backoff(tries, 0))).toEqual([1_000, 2_000, 4_000, 300_000])
  expect(backoff(2, 0.5)).toBe(3_000)
})
