/** Nobody is told another student's row: not by any intent, not in any context, not by following up. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Turn } from '../../src/model/index.ts'
import { openCollege, textOf, type CollegeDesk } from '../college/college-desk.ts'

const aarav = { identity: 'student', key: 'RC1042' }
const other = { roll: 'RC1187', name: "Rhea D'Souza", born: '3 November 2004' }
let college: CollegeDesk

beforeAll(async () => {
  college = await openCollege()
}, 600_000)
afterAll(() => college.close())

/** Every private table of the desk, as the queries name it. */
function privateTables(): readonly string[] {
  return college.opened.definition.tables.flatMap((table) =>
    table.private === null ? [] : [table.name],
  )
}

/** Rows of a private table that are not the person's own, and words about the other student in the reply. */
function leaks(turn: Turn, own: string | null): readonly string[] {
  const isPrivate = new RegExp(String.raw`\b(?:${privateTables().join('|')})\b`)
  const rows = turn.queries
    .filter((asked) => isPrivate.test(asked.text))
    .filter((asked) => asked.result.rows.length > 0 && !asked.parameters.includes(own))
    .map((asked) => asked.text)
  const said = textOf(turn).includes(other.name) ? [textOf(turn)] : []
  return [...rows, ...said]
}

test('a verified student gets no row of another by any phrase of any intent', async () => {
  const found: string[] = []
  for (const intent of college.opened.definition.intents) {
    for (const phrase of intent.phrases) {
      for (const text of [`${phrase.text} of ${other.roll}`, `${other.roll} ${phrase.text}`])
        found.push(...leaks(await college.take(text, aarav), aarav.key))
    }
  }
  expect(found).toEqual([])
}, 600_000)

test('an unverified visitor gets no private row by any phrase of any intent', async () => {
  const found: string[] = []
  for (const intent of college.opened.definition.intents) {
    for (const phrase of intent.phrases)
      found.push(...leaks(await college.take(`${phrase.text} ${other.roll}`), null))
  }
  expect(found).toEqual([])
}, 600_000)

test('following up with the number of another changes nothing', async () => {
  const conversation = 'follow-up'
  const follow = [
    'what are my dues',
    `and for ${other.roll}?`,
    `what about ${other.name}`,
    `show the result of ${other.roll}`,
    'and for her?',
    `I am ${other.roll}`,
    `my roll number is ${other.roll}`,
    'my results',
    'and for the library?',
  ]
  for (const text of follow)
    expect(leaks(await college.take({ conversation, text }, aarav), aarav.key), text).toEqual([])
})

test('a number alone, and what the contexts of a platform claim, prove nothing', async () => {
  for (const intent of college.opened.definition.intents.filter((one) => one.identity !== null)) {
    const parameters = { roll_no: other.roll, 'roll-number': other.roll, person: other.roll }
    const claimed = { ...parameters, dob: '2004-11-03' }
    const turn = await college.take({
      text: 'my dues',
      understood: {
        intent: intent.name,
        action: null,
        parameters,
        originals: {},
        contexts: [{ name: 'student', lifespan: 5, parameters: claimed }],
        confidence: 1,
        complete: true,
      },
    })
    expect(leaks(turn, null), intent.name).toEqual([])
  }
})

test('a wrong number and a wrong date get the same words and the same number of queries', async () => {
  const prove = async (conversation: string, roll: string, born: string) => {
    await college.take({ conversation, text: 'what are my dues' })
    await college.take({ conversation, text: roll })
    return college.take({ conversation, text: born })
  }
  const wrongDate = await prove('wrong-date', other.roll, '1 January 2001')
  const wrongNumber = await prove('wrong-number', 'RC9999', other.born)
  expect(textOf(wrongDate)).toBe(textOf(wrongNumber))
  expect(wrongDate.queries.map(({ text }) => text)).toEqual(
    wrongNumber.queries.map(({ text }) => text),
  )
})
