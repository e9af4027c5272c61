import { expect, test } from 'vitest'
import { Deadlines } from './deadlines.ts'
import type { Stop } from './stop.ts'

const ended = (signal: Stop) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', resolve))

test('times that end together share a signal, which aborts when they are over and not before', async () => {
  const deadlines = new Deadlines()
  const begun = performance.now()
  const soon = [deadlines.signal(10), deadlines.signal(10.001)]
  const late = deadlines.signal(60_000)
  expect(new Set([...soon, late]).size).toBeLessThanOrEqual(3)
  expect(late).not.toBe(soon[0])
  await Promise.all(soon.filter((one) => !one.aborted).map((one) => ended(one)))
  expect(performance.now() - begun).toBeGreaterThanOrEqual(10)
  expect(late.aborted).toBe(false)
})

test('a time that is over already ends at the next chance, and a new one begins anew', async () => {
  const deadlines = new Deadlines()
  const over = deadlines.signal(-5)
  await ended(over)
  expect(deadlines.signal(0)).not.toBe(over)
})
