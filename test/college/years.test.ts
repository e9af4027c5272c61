import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monday, openCollege, textOf, type CollegeDesk } from './college-desk.ts'

const years = [0, 1, 2, 5]

describe.each(years)('with the clock %i years ahead', (ahead) => {
  let college: CollegeDesk
  const year = 2026 + ahead
  beforeAll(async () => {
    college = await openCollege({ now: monday.replace('2026', String(year)) })
  })
  afterAll(() => college.close())

  test('every phrase of every intent is understood, and none of its answers fails', async () => {
    const student = { identity: 'student', key: 'RC1042' }
    const failed: string[] = []
    const missed: string[] = []
    let asked = 0
    for (const intent of college.opened.definition.intents.filter(
      (one) => one.within.length === 0,
    )) {
      for (const phrase of intent.phrases) {
        const turn = await college.take(phrase.text, student)
        asked++
        if (turn.error !== null)
          failed.push(`${phrase.text}: ${turn.error.code} ${turn.error.message}`)
        if (textOf(turn).trim() === '') failed.push(`${phrase.text}: nothing said`)
        if (turn.understanding.intent !== intent.name)
          missed.push(`${phrase.text}: ${turn.understanding.intent} instead of ${intent.name}`)
      }
    }
    expect(failed).toEqual([])
    expect(missed.length / asked, missed.join('\n')).toBeLessThan(0.03)
  }, 600_000)

  test('dates are those of the academic year', async () => {
    const said = await college.ask('when do the mid-sems start?')
    expect(said).toMatch(new RegExp(`${year}|${year + 1}`))
  })
})
