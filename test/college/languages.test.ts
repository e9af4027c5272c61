import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BlockTemplate, Wording } from '../../src/model/index.ts'
import { openCollege, type CollegeDesk } from './college-desk.ts'

let college: CollegeDesk
beforeAll(async () => {
  college = await openCollege()
})
afterAll(() => college.close())

test('everything a table or a card calls by name has its name in Hindi too', () => {
  const labels = college.opened.definition.intents
    .flatMap(({ answer }) => [...answer.reply, ...answer.empty])
    .flatMap(labelsIn)
  expect(labels.length).toBeGreaterThan(200)
  const english = labels.flatMap(({ en, hi }) => (hi === undefined ? (en ?? []) : []))
  expect(english.filter((label) => /[A-Za-z]/.test(label))).toEqual([])
})

test('who asks in Hindi reads the headings in Hindi', async () => {
  const said = { text: 'B.Tech CSE 2nd year ki fees kitni hai?', language: 'hi' }
  const turn = await college.take(said)
  const tables = turn.reply.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  expect(tables[0]?.columns.map(({ label }) => label)).toEqual(['मद', 'राशि'])
})

test('a tile asks in Hindi what it asks in English, and is answered', async () => {
  const { topics, dares } = college.opened.definition
  for (const { ask } of [...topics, ...dares]) {
    const [english, hindi] = [ask['en']?.[0] ?? '', ask['hi']?.[0] ?? '']
    const meant = (await college.take(english)).understanding.intent
    const turn = await college.take({ text: hindi, language: 'hi' })
    expect([hindi, turn.understanding.intent, turn.error]).toEqual([hindi, meant, null])
  }
})

function labelsIn(block: BlockTemplate): readonly Wording[] {
  if (block.kind === 'table') return block.columns.map(({ label }) => label)
  if (block.kind === 'cards') return [...block.facts, ...block.actions].map(({ label }) => label)
  return []
}
