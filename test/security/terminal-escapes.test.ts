/** What a database or a visitor wrote does not steer the terminal of whoever asks. */
import { afterAll, expect, test } from 'vitest'
import { frontdesk } from '../cli/run.ts'
import { makeSmallDesk } from '../small-desk.ts'

/** Sets a title, clears the screen, turns red (in the one-character form too) and goes back over the line. */
const hostile = '\u001B]0;owned\u0007\u001B[2J\u001B[31m\u009B31mnine\u0008\r\u007F'

const small = makeSmallDesk({
  'data/make.mjs': `
export const edition = () => '1'
export async function make({ into: { office } }) {
  await office.run('create table students (roll_no text, name text, dob text)')
  await office.run('create table dues (roll_no text, amount integer)')
  await office.run('create table hours (day text, opens text)')
  await office.insert('hours', ['day', 'opens'], [['Monday', ${JSON.stringify(hostile)}]])
}
`,
})
afterAll(() => small.remove())

const question = 'when is the office open on Monday'
const steers = /[^\P{Control}\n\t]/u

test.each([
  ['ask', () => frontdesk(['ask', small.folder, question])],
  ['ask with lines', () => frontdesk(['ask', small.folder, '-'], `${question}\n`)],
  ['chat', () => frontdesk(['chat', small.folder], `${question}\n/quit\n`)],
] as const)('%s prints a row without what would steer the terminal', async (_, run) => {
  const { code, out } = await run()
  expect(code).toBe(0)
  expect(out).toContain('nine')
  expect(out).not.toMatch(steers)
})

test('--json tells every character, each escaped', async () => {
  const { out } = await frontdesk(['ask', small.folder, question, '--json'])
  expect(out).not.toMatch(steers)
  const turn = JSON.parse(out) as { queries: { rows: string[][] }[] }
  expect(turn.queries[0]?.rows.flat()).toContain(hostile)
})

test('a command tells an escape that it was given back without it', async () => {
  const { code, err } = await frontdesk(['ask', small.folder, 'hello', '--now', hostile])
  const missing = await frontdesk(['serve', `/nowhere/${hostile}`])
  expect([code, missing.code]).toEqual([2, 1])
  expect(err + missing.err).not.toMatch(steers)
})
