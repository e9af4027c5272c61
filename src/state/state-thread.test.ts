import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { sampleTurn } from './sample-turn.ts'
import { toKept } from './kept-turn.ts'
import { StateThread } from './state-thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontdesk-thread-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const commit = (version: number) =>
  ({ kind: 'commit', turns: [toKept(sampleTurn('a', version))] }) as const

test('a thread without work is put away, and work brings it back', async () => {
  const thread = await StateThread.open(join(folder, 'rests.db'), 20)
  expect(await thread.run(commit(1))).toEqual([true])
  await vi.waitUntil(() => !thread.isRunning)
  expect(await Promise.all([thread.run(commit(2)), thread.run(commit(3))])).toEqual([
    [true],
    [true],
  ])
  expect(thread.isRunning).toBe(true)
  await thread.close()
  expect(thread.isRunning).toBe(false)
  await expect(thread.run(commit(4))).rejects.toMatchObject({ code: 'state/unwritable' })
})

test('what was asked for before the thread is told to go is done', async () => {
  const thread = await StateThread.open(join(folder, 'goes.db'))
  const kept = thread.run(commit(1))
  await thread.close()
  expect(await kept).toEqual([true])
})

test('a file that cannot be opened any more fails the job, and the next is tried anew', async () => {
  const file = join(folder, 'moves.db')
  const thread = await StateThread.open(file, 20)
  await vi.waitUntil(() => !thread.isRunning)
  rmSync(file)
  mkdirSync(file)
  await expect(thread.run(commit(1))).rejects.toMatchObject({ code: 'state/unwritable' })
  rmSync(file, { recursive: true })
  expect(await thread.run(commit(1))).toEqual([true])
  await thread.close()
})
