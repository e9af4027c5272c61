/** Nobody is told another student's row: not by any intent, not in any context, not by following up. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Turn } from '../../src/model/index.ts'
import { openCollege, textOf, type CollegeDesk } from '../college/college-desk.ts'

const aarav = { identity: 'student', key: 'RC1042' }
const other = { roll: 'RC1187', name: "Rhea D'Souza", born: '3 November 2004' }
let college: CollegeDesk
let secrets: readonly string[]

beforeAll(async () => {
  college = await openCollege()
  // Somebody who wrote books may be called as a student is.
  const names = isPublic(other.name) ? [] : [other.name]
  secrets = [...secretsOf(other.roll), ...names, other.born]
}, 600_000)
afterAll(() => college.close())

/** The texts that stand in private rows of one student and nowhere else in the databases. */
function secretsOf(roll: string): readonly string[] {
  const theirs = new Set<string>()
  const elsewhere = new Set<string>([roll])
  for (const { source, table, rows } of college.contents()) {
    const owner = ownerColumn(source, table)
    for (const row of rows) {
      const isTheirs = owner !== null && row[owner] === roll
      const texts = Object.values(row).filter((cell) => typeof cell === 'string')
      for (const text of texts) (isTheirs ? theirs : elsewhere).add(text)
    }
  }
  return [...theirs].filter((text) => text.length > 3 && !elsewhere.has(text))
}

/** Whether a text stands in a table that is for everybody. */
function isPublic(text: string): boolean {
  return college
    .contents()
    .filter(({ source, table }) => ownerColumn(source, table) === null)
    .some(({ rows }) => rows.some((row) => Object.values(row).includes(text)))
}

/** The column of a private table that says whose a row is; null where the table is for everybody. */
function ownerColumn(source: string, table: string): string | null {
  const known = college.opened.definition.tables.find(
    (one) => one.source === source && one.name === table,
  )
  return known?.private?.column ?? null
}

/** What a turn read or said that is not the person's own; `own` is null for who has proven nothing. */
function leaks(turn: Turn, own: string | null): readonly string[] {
  const tables = college.opened.definition.tables.filter((table) => table.private !== null)
  const names = tables.map((table) => table.name).join('|')
  const readsPrivate = new RegExp(String.raw`\b(?:from|join) "(?:${names})"`, 'i')
  const read = turn.queries.filter(
    ({ text, parameters, result }) =>
      result.rows.length > 0 &&
      readsPrivate.test(text) &&
      !(own !== null && parameters.includes(own)),
  )
  const cells = turn.queries.flatMap(({ result }) => result.rows.flat().map(String))
  const said = textOf(turn).replaceAll(exampleNumber, '')
  return [
    ...read.map(({ text }) => `read without an owner: ${text}`),
    ...cells.filter((cell) => secrets.includes(cell) || isAnother(cell, own)),
    ...[...said.matchAll(/\bRC\d{4}\b/g)].map(String).filter((roll) => isAnother(roll, own)),
    ...secrets.filter((secret) => said.includes(secret)),
  ]
}

/** What the desk says a number looks like when it asks for one. */
const exampleNumber = 'such as RC1042'

/** Whether this is the number of somebody else. */
function isAnother(roll: string, own: string | null): boolean {
  return /^RC\d{4}$/.test(roll) && roll !== own
}

test('there is something to keep: the other student has private rows', () => {
  expect(secrets).toContain('2004-11-03')
  expect(secrets.length).toBeGreaterThan(3)
})

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
