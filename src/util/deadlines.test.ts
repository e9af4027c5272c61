import { once } from 'node:events'
import { expect, test } from 'vitest'
import { Deadlines, never } from './deadlines.ts'

test('times that end together share a signal, which aborts when they are over and not before', async () => {
  const deadlines = new Deadlines()
  const begun = performance.now()
  const soon = [deadlines.signal(10), deadlines.signal(10.001)]
  const late = deadlines.signal(60_000)
  expect(new Set([...soon, late]).size).toBeLessThanOrEqual(3)
  expect(late).not.toBe(soon[0])
  await Promise.all(soon.filter((one) => !one.aborted).map((one) => once(one, 'abort')))
  expect(performance.now() - begun).toBeGreaterThanOrEqual(10)
  expect(late.aborted).toBe(false)
})

test('a time that is over already ends at the next chance, and a new one begins anew', async () => {
  const deadlines = new Deadlines()
  const over = deadlines.signal(-5)
  await once(over, 'abort')
  expect(deadlines.signal(0)).not.toBe(over)
})

test('a signal that many share takes as many listeners without a warning', async () => {
  const warnings: Error[] = []
  const hear = (warning: Error) => warnings.push(warning)
  process.on('warning', hear)
  for (const shared of [never, new Deadlines().signal(60_000)])
    for (let i = 0; i < 50; i++) shared.addEventListener('abort', () => i)
  await new Promise(setImmediate)
  process.off('warning', hear)
  expect(warnings).toEqual([])
})
