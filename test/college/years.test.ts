import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Turn } from '../../src/model/index.ts'
import { monday, openCollege, textOf, type CollegeDesk } from './college-desk.ts'

const years = [0, 1, 2, 5]

describe.each(years)('with the clock %i years ahead', (ahead) => {
  let college: CollegeDesk
  let asked: readonly Asked[]
  const year = 2026 + ahead
  beforeAll(async () => {
    college = await openCollege({ now: monday.replace('2026', String(year)) })
    asked = await askEverything(college)
  }, 600_000)
  afterAll(() => college.close())

  test('every phrase of every intent is understood, and none of its answers fails', () => {
    const failed = asked.flatMap(({ text, turn }) => {
      if (turn.error !== null) return `${text}: ${turn.error.code} ${turn.error.message}`
      return textOf(turn).trim() === '' ? `${text}: nothing said` : []
    })
    const missed = asked.filter(({ intent, turn }) => turn.understanding.intent !== intent)
    const told = missed.map(
      ({ intent, text, turn }) => `${text}: ${turn.understanding.intent} instead of ${intent}`,
    )
    expect(failed).toEqual([])
    expect(missed.length / asked.length, told.join('\n')).toBeLessThan(0.03)
  })

  test('dates are those of the academic year; a student’s own may be of the years before', () => {
    const last = `${year + 1}-06-30`
    const found = asked.flatMap(({ intent, text, turn }) =>
      datesIn(textOf(turn)).map((date) => ({ intent, text, date })),
    )
    const strange = found.filter(({ intent, date }) => {
      const isOwn = college.opened.definition.intents.some(
        (one) => one.name === intent && one.identity !== null,
      )
      return date < `${isOwn ? year - 3 : year}-07-01` || date > last
    })
    expect(strange).toEqual([])
    expect(new Set(found.map(({ intent }) => intent)).size).toBeGreaterThan(10)
  })
})

interface Asked {
  readonly intent: string
  readonly text: string
  readonly turn: Turn
}

async function askEverything(college: CollegeDesk): Promise<readonly Asked[]> {
  const student = { identity: 'student', key: 'RC1042' }
  const asked: Asked[] = []
  for (const { name: intent, phrases, within } of college.opened.definition.intents) {
    if (within.length > 0) continue
    for (const { text } of phrases)
      asked.push({ intent, text, turn: await college.take(text, student) })
  }
  return asked
}

/** The days a text names with their year, as ISO dates: `23 November 2026`, `23 नवंबर 2026`. */
function datesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/(\d{1,2}) ([\p{L}\p{M}]+) (\d{4})/gu)).flatMap(
    ([, day = '', month = '', written]) => {
      const number = months.findIndex((names) => names.includes(month)) + 1
      const padded = [number, Number(day)].map((part) => String(part).padStart(2, '0'))
      return number === 0 ? [] : [`${written}-${padded.join('-')}`]
    },
  )
}

const months = Array.from({ length: 12 }, (_, month) =>
  ['en', 'hi'].map((language) =>
    new Date(Date.UTC(2026, month)).toLocaleDateString(language, {
      month: 'long',
      timeZone: 'UTC',
    }),
  ),
)
