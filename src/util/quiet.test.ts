import { onTestFinished, expect, test, vi } from 'vitest'
import { tidyMemory, whenQuiet } from './quiet.ts'

test('work is done once for every quiet time, and not while something happens', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const work = vi.fn<() => void>()
  const stir = whenQuiet(work, 100)
  for (let i = 0; i < 3; i++) {
    vi.advanceTimersByTime(99)
    stir()
  }
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(500)
  expect(work).toHaveBeenCalledTimes(1)
  stir()
  vi.advanceTimersByTime(100)
  expect(work).toHaveBeenCalledTimes(2)
})

test('what nobody holds any more is let go of', () => {
  let garbage: unknown[] | null = Array.from({ length: 300_000 }, (_, i) => ({ i }))
  expect(garbage).toHaveLength(300_000)
  const before = process.memoryUsage().heapUsed
  garbage = null
  tidyMemory()
  expect(process.memoryUsage().heapUsed).toBeLessThan(before)
  expect(garbage).toBeNull()
})
