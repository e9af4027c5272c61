import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocksOf } from './pages.ts'
import { Playground } from './playground.ts'
import { compareShapes } from './shapes.ts'

const page = 'docs/reference/http.md'
const blocks = blocksOf(page).filter(({ language }) => language === 'json')
const ground = new Playground()

beforeAll(async () => {
  await ground.serve('frontdesk serve examples/college')
})
afterAll(() => ground.close())

test('a desk answers with the members the page shows', async () => {
  let conversation = ''
  let turn = ''
  let sent = {}
  for (const { at, use, text } of blocks) {
    const shown: unknown = JSON.parse(text)
    if (use.startsWith('request')) {
      sent = { ...(shown as object), conversation: undefined }
      continue
    }
    const [, method = '', path = ''] = use.split(' ')
    const query = path.endsWith('/history') ? `?conversation=${conversation}` : ''
    const address = path.endsWith('/behind') ? `${path}/${turn}` : `${path}${query}`
    const response = await fetch(ground.here(`http://127.0.0.1:8300${address}`), {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(sent) } : {}),
      headers: { 'content-type': 'application/json' },
    })
    const real = (await response.json()) as { conversation?: string; turn?: string }
    compareShapes(shown, real, at)
    ;({ conversation = conversation, turn = turn } = real)
  }
  expect(turn).not.toBe('')
})
