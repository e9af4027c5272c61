import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { frontdesk } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontdesk-transfer-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shop = fileURLToPath(new URL('../agents/bike-shop.zip', import.meta.url))
const desk = join(folder, 'shop')

test('an agent is imported, answers, and is exported', async () => {
  const made = await frontdesk(['import', 'dialogflow-es', shop, desk])
  expect([made.code, made.err]).toEqual([0, ''])
  expect(made.out).toMatch(/^bike-shop: 5 intents, 13 phrases, 1 entities\n/)
  expect(readdirSync(desk).toSorted()).toEqual([
    'desk.yaml',
    'dialogflow',
    'entities',
    'import-report.md',
    'intents',
  ])
  const asked = await frontdesk(['ask', desk, 'can you fix my road bike?'])
  expect(asked.out).toBe('What day do you want to come in?\n')
  const back = await frontdesk(['export', 'dialogflow-es', desk, join(folder, 'back.zip')])
  expect([back.code, back.out]).toEqual([0, `wrote ${join(folder, 'back.zip')}: 13 files\n`])
})

test('a folder that is taken, and what is no agent, end with 1 and a remedy', async () => {
  writeFileSync(join(folder, 'text.zip'), 'hello')
  const wrong: readonly (readonly [argv: readonly string[], code: string])[] = [
    [['import', 'dialogflow-es', shop, desk], 'config/folder-taken'],
    [['import', 'dialogflow-es', shop, shop], 'config/folder-taken'],
    [
      ['import', 'dialogflow-es', join(folder, 'none.zip'), join(folder, 'a')],
      'transfer/not-there',
    ],
    [
      ['import', 'dialogflow-es', join(folder, 'text.zip'), join(folder, 'a')],
      'transfer/not-an-archive',
    ],
    [['import', 'dialogflow-es', join(desk, 'entities'), join(folder, 'a')], 'transfer/no-agent'],
    [
      ['export', 'dialogflow-es', join(folder, 'none'), join(folder, 'a.zip')],
      'config/folder-missing',
    ],
  ]
  for (const [argv, reason] of wrong) {
    const { code, out, err } = await frontdesk(argv)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(`(${reason})`)
  }
  expect(readdirSync(folder)).not.toContain('a')
})

test('a format nobody knows, and a file that cannot be written, end with 2', async () => {
  const wrong: readonly (readonly [argv: readonly string[], sentence: string])[] = [
    [['import', 'rasa', shop, join(folder, 'a')], '`rasa` is no format that is known.'],
    [['export', 'rasa', desk, join(folder, 'a.zip')], 'Write one of: dialogflow-es.'],
    [['export', 'dialogflow-es', desk, join(folder, 'no', 'a.zip')], 'cannot be written'],
    [['import', 'dialogflow-es', shop], 'missing required argument'],
  ]
  for (const [argv, sentence] of wrong) {
    const { code, out, err } = await frontdesk(argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  }
})
