/** Every topic of the college is worth its tile: it is asked for in many ways, and a conversation shows it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Phrase } from '../../src/model/index.ts'
import { readConversations } from '../../src/folder.ts'
import { wordsOf } from '../../src/util/index.ts'
import { collegeFolder, openCollege, type CollegeDesk } from './college-desk.ts'

/** Phrases a topic has at the least, no two of them alike but for the values in them. */
const leastPhrases = 10

let college: CollegeDesk
beforeAll(async () => {
  college = await openCollege()
}, 600_000)
afterAll(() => college.close())

/** The words of a phrase with a gap for each value, in no order: what makes it another way to ask. */
function wayOf({ text, marks }: Phrase): string {
  let rest = text
  for (const { start, end } of marks.toSorted((a, b) => b.start - a.start)) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  }
  return wordsOf(rest).toSorted().join(' ')
}

test('each topic is asked for in at least ten ways', () => {
  const { intents, topics } = college.opened.definition
  const ways = topics.map(({ name }) => {
    const phrases = intents.flatMap((intent) => (intent.topic === name ? intent.phrases : []))
    return { name, ways: new Set(phrases.map(wayOf)).size }
  })
  expect(ways.filter((topic) => topic.ways < leastPhrases)).toEqual([])
  expect(ways.length).toBeGreaterThan(0)
})

test('each topic is talked of in a conversation', async () => {
  const { intents, topics } = college.opened.definition
  const talkedOf = new Set<string>()
  for (const { steps } of await readConversations(collegeFolder, {})) {
    for (const step of steps) {
      if (step.kind !== 'say') continue
      const { understanding } = await college.take(step.text)
      talkedOf.add(intents.find(({ name }) => name === understanding.intent)?.topic ?? '')
    }
  }
  expect(topics.map(({ name }) => name).filter((name) => !talkedOf.has(name))).toEqual([])
}, 600_000)
