import { expect, test, vi } from 'vitest'
import { sampleTurn } from './sample-turn.ts'
import { forgetDaily } from './forget-daily.ts'
import { memoryState } from './memory.ts'

const hour = 3_600_000

test('turns and sessions older than the desk keeps are forgotten, at the start and a day later', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-05-01T00:00:00Z') })
  const state = memoryState()
  const told: number[] = []
  await state.commit(sampleTurn('old', 1))
  const { at } = sampleTurn('old', 1).message
  vi.setSystemTime(Date.parse(at) + 9.5 * 24 * hour)
  const failed = vi.fn()
  const stop = forgetDaily({
    state,
    days: () => 10,
    clock: Date.now,
    forgot: (turns) => told.push(turns),
    failed,
  })
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(24 * hour)
  expect(told).toEqual([1])
  expect(await state.session('old')).toBeNull()
  expect(failed).not.toHaveBeenCalled()
  stop()
  vi.useRealTimers()
})

test('a state that cannot be written is told, and tried again the next day', async () => {
  vi.useFakeTimers()
  const failed = vi.fn()
  const forget = vi.fn(() => Promise.reject(new Error('disk full')))
  const state = { ...memoryState(), forget }
  const stop = forgetDaily({ state, days: () => 1, clock: Date.now, forgot: () => {}, failed })
  await vi.advanceTimersByTimeAsync(25 * hour)
  expect(failed).toHaveBeenCalledTimes(2)
  stop()
  vi.useRealTimers()
})
