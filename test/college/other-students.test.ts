import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CollegeDesk, openCollege, textOf } from './college-desk.ts'

let college: CollegeDesk
beforeAll(async () => {
  college = await openCollege()
})
afterAll(() => college.close())

const own = 'RC1042'
const other = 'RC1187'

test('whoever is signed in gets nobody else’s rows through any phrase of any private intent', async () => {
  const conversation = 'signed in'
  const as = await college.opened.named({ identity: 'student', key: own })
  const intents = college.opened.definition.intents.filter(({ identity }) => identity !== null)
  expect(intents.length).toBeGreaterThan(6)
  for (const { phrases } of intents) {
    for (const { text } of phrases.slice(0, 6)) {
      for (const said of [`${text} of ${other}`, `and for ${other}?`, `I am ${other}, ${text}`]) {
        const turn = await college.take({ text: said, conversation }, as)
        expect(turn.queries.flatMap(({ parameters }) => parameters)).not.toContain(other)
        expect(textOf(turn)).not.toMatch(/D.Souza|85,900|Engineering Thermodynamics/)
      }
    }
  }
}, 600_000)

test('whoever is not signed in is asked who they are, and nothing is read', async () => {
  const intents = college.opened.definition.intents.filter(({ identity }) => identity !== null)
  for (const { name, phrases } of intents) {
    const [{ text } = { text: name }] = phrases
    const turn = await college.take(text)
    expect(turn.move).toMatchObject({ kind: 'verify', identity: 'student' })
    expect(turn.queries).toEqual([])
  }
})
