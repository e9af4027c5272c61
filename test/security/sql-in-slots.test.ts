/** SQL in every slot of every answer of the college: it is a value, finds nothing and changes nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Turn } from '../../src/model/index.ts'
import { openCollege, textOf, type CollegeDesk } from '../college/college-desk.ts'

const attacks = [
  `' OR '1'='1`,
  `"; DROP TABLE students; --`,
  `x' UNION SELECT roll_no, dob FROM students --`,
  `%`,
  `_`,
  `\\'; SELECT pg_sleep(9); --`,
  `{{ 7 | times: 6007 }}`,
  `$person`,
]
let college: CollegeDesk

beforeAll(async () => {
  college = await openCollege()
}, 600_000)
afterAll(() => college.close())

/** The turns of every intent with slots, with this text in every slot. */
async function takeInEverySlot(text: string): Promise<readonly (readonly [string, Turn])[]> {
  const turns: (readonly [string, Turn])[] = []
  for (const { name, slots } of college.opened.definition.intents) {
    if (slots.length === 0) continue
    const parameters = Object.fromEntries(slots.map((slot) => [slot.name, text]))
    const understood = {
      intent: name,
      action: null,
      parameters,
      originals: {},
      contexts: [],
      confidence: 1,
      complete: true,
    }
    turns.push([name, await college.take({ text, understood })])
  }
  return turns
}

/** What a turn asked, and what it found: without the values, which are bound. Queries may end in any order. */
function asked({ queries }: Turn) {
  return queries
    .map(({ text, result: { rowCount, rows } }) => ({ text, rowCount, rows }))
    .toSorted((a, b) => (a.text < b.text ? -1 : 1))
}

test.each(attacks)(
  '%s',
  async (attack) => {
    const before = college.contents()
    const attacked = await takeInEverySlot(attack)
    const harmless = new Map(await takeInEverySlot('qzxv'))
    let bound = 0
    for (const [intent, turn] of attacked) {
      expect(turn.error, intent).toBeNull()
      expect(textOf(turn), `${intent}: a template ran`).not.toContain('42049')
      expect(asked(turn), intent).toEqual(asked(harmless.get(intent)!))
      for (const { parameters, result, text } of turn.queries) {
        if (!parameters.some((value) => String(value).includes(attack))) continue
        bound++
        // Beside a value of the author's own, `in (?, ?)`, it adds no row: see the harmless words above.
        if (text.includes(' in (?,')) continue
        // A sum of no rows is a row with nothing in it.
        const found = result.rows.filter((row) => row.some((cell) => cell !== null && cell !== 0))
        expect(found, `${intent}: ${text}`).toEqual([])
        if (!/ (?:sum|count|min|max|avg)\(/.test(text)) expect(result.rowCount, text).toBe(0)
      }
    }
    expect(bound, 'the words reached a query').toBeGreaterThan(0)
    expect(college.contents()).toEqual(before)
  },
  600_000,
)
