import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { temporaryDesk } from '../../test/temporary-desk.ts'
import { watchDesk } from './watch.ts'

for (const poll of [false, true]) {
  const how = poll ? 'by polling' : 'by the system'

  const watching = (files?: Readonly<Record<string, string>>) => watchTemporary(poll, files)

  test(`several writes to a desk are one change, ${how}`, async () => {
    const { folder, changed, settle } = watching({ 'intents/a.yaml': 'intent: a' })
    await settle()
    changed.mockClear()
    appendFileSync(join(folder, 'desk.yaml'), '# more\n')
    appendFileSync(join(folder, 'intents/a.yaml'), '\n# more\n')
    await settle()
    expect(changed).toHaveBeenCalledTimes(1)
  })

  test(`a folder made later is watched too, ${how}`, async () => {
    const { folder, changed, settle } = watching()
    await settle()
    mkdirSync(join(folder, 'intents'))
    await settle()
    changed.mockClear()
    writeFileSync(join(folder, 'intents/b.yaml'), 'intent: b')
    await settle()
    expect(changed).toHaveBeenCalledTimes(1)
  })

  test(`state, media and databases are none of it, ${how}`, async () => {
    const { folder, changed, settle } = watching({ 'media/a.txt': '', 'data/a.db': '' })
    await settle()
    changed.mockClear()
    writeFileSync(join(folder, 'data/a.db'), 'x')
    writeFileSync(join(folder, 'media/a.txt'), 'x')
    writeFileSync(join(folder, 'notes.txt'), 'x')
    await settle()
    expect(changed).not.toHaveBeenCalled()
  })
}

test('nothing is told after the watching was ended', async () => {
  const folder = temporaryDesk({})
  const changed = vi.fn<() => void>()
  const stop = watchDesk(folder, changed)
  appendFileSync(join(folder, 'desk.yaml'), '# more\n')
  stop()
  await setTimeout(400)
  expect(changed).not.toHaveBeenCalled()
})

function watchTemporary(poll: boolean, files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryDesk(files)
  const changed = vi.fn<() => void>()
  onTestFinished(watchDesk(folder, changed, { poll }))
  return { folder, changed, settle: () => setTimeout(poll ? 900 : 400) }
}
