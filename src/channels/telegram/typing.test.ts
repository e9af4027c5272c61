import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CallApi } from './api.ts'
import { showTyping } from './typing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const calls: { readonly params: object | null; readonly signal: AbortSignal }[] = []
const call: CallApi = async (method, params, signal) => {
  expect(method).toBe('sendChatAction')
  calls.push({ params, signal })
  throw new Error('Nobody hears of it.')
}
beforeEach(() => void calls.splice(0))

test('a visitor who waits sees it, every five seconds again, until there is an answer', async () => {
  const answering = new AbortController()
  showTyping(call, { chat: 7 }, answering.signal)
  await vi.advanceTimersByTimeAsync(299)
  expect(calls).toEqual([])
  await vi.advanceTimersByTimeAsync(12_000)
  expect(calls.map(({ params }) => params)).toEqual(
    Array.from({ length: 3 }, () => ({ chat_id: 7, action: 'typing' })),
  )
  answering.abort()
  expect(calls.at(-1)?.signal.aborted).toBe(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(calls).toHaveLength(3)
})

test('an answer that is quick is not announced', async () => {
  const answering = new AbortController()
  showTyping(call, { chat: 7 }, answering.signal)
  answering.abort()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(calls).toEqual([])
})
