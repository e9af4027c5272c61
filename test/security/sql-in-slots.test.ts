/** SQL in every slot of every answer of the college: it is a value, and finds nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest'
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

test.each(attacks)(
  '%s',
  async (attack) => {
    const failed: string[] = []
    for (const intent of college.opened.definition.intents.filter((one) => one.slots.length > 0)) {
      const parameters = Object.fromEntries(intent.slots.map((slot) => [slot.name, attack]))
      const turn = await college.take({
        text: attack,
        understood: {
          intent: intent.name,
          action: null,
          parameters,
          originals: {},
          contexts: [],
          confidence: 1,
          complete: true,
        },
      })
      if (turn.error !== null)
        failed.push(`${intent.name}: ${turn.error.code} ${turn.error.message}`)
      if (turn.queries.some(({ text }) => text.includes(attack) && attack.length > 1))
        failed.push(`${intent.name}: the words stand in the SQL`)
      if (textOf(turn).includes('42049')) failed.push(`${intent.name}: a template ran`)
    }
    expect(failed).toEqual([])
    expect(await college.ask('who is the HOD of computer science')).toContain('Meenakshi Iyer')
  },
  600_000,
)
