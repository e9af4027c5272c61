import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Mock } from 'vitest'
import { temporaryDesk } from '../../test/temporary-desk.ts'
import { watchDesk } from './watch.ts'

for (const poll of [false, true]) {
  const how = poll ? 'by polling' : 'by the system'

  const watching = (files?: Readonly<Record<string, string>>) => watchTemporary(poll, files)

  test(`a write to a desk is told, ${how}`, async () => {
    const { folder, changed } = watching({ 'intents/a.yaml': 'intent: a' })
    await untilTold(changed, () => appendFileSync(join(folder, 'intents/a.yaml'), '\n# more\n'))
  })

  test(`a folder made later is watched too, ${how}`, async () => {
    const { folder, changed } = watching()
    mkdirSync(join(folder, 'intents'))
    await untilTold(changed, () => appendFileSync(join(folder, 'desk.yaml'), '# more\n'))
    changed.mockClear()
    await untilTold(changed, () => appendFileSync(join(folder, 'intents/b.yaml'), '# more\n'))
  })

  test(`state, media and databases are none of it, ${how}`, async () => {
    const { folder, changed } = watching({ 'media/a.txt': '', 'data/a.db': '' })
    writeFileSync(join(folder, 'data/a.db'), 'x')
    writeFileSync(join(folder, 'media/a.txt'), 'x')
    writeFileSync(join(folder, 'notes.txt'), 'x')
    await setTimeout(900)
    expect(changed).not.toHaveBeenCalled()
  })
}

test('several writes to a desk are one change', async () => {
  const { folder, changed } = watchTemporary(false, { 'intents/a.yaml': 'intent: a' })
  appendFileSync(join(folder, 'desk.yaml'), '# more\n')
  appendFileSync(join(folder, 'intents/a.yaml'), '\n# more\n')
  await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 60_000 })
  await setTimeout(400)
  expect(changed).toHaveBeenCalledTimes(1)
})

test('nothing is told after the watching was ended', async () => {
  const folder = temporaryDesk({})
  const changed = vi.fn<() => void>()
  const stop = watchDesk(folder, changed)
  appendFileSync(join(folder, 'desk.yaml'), '# more\n')
  stop()
  await setTimeout(400)
  expect(changed).not.toHaveBeenCalled()
})

/** Writes, again if need be: whoever polls must have looked once before there is a change to tell. */
async function untilTold(changed: Mock<() => void>, write: () => void): Promise<void> {
  const told = () => {
    if (changed.mock.calls.length > 0) return
    write()
    expect.fail('not told yet')
  }
  await vi.waitFor(told, { timeout: 60_000, interval: 1000 })
}

function watchTemporary(poll: boolean, files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryDesk(files)
  const changed = vi.fn<() => void>()
  onTestFinished(watchDesk(folder, changed, { poll }))
  return { folder, changed }
}
