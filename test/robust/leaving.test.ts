/** A program that is done ends as it should, although SQLite is still at work for somebody who waits no more. */
import { afterAll, expect, test } from 'vitest'
import { frontdesk } from '../cli/run.ts'
import { makeSmallDesk } from '../small-desk.ts'

const small = makeSmallDesk({
  'data/make.mjs': `
export const edition = () => '1'
export async function make({ into: { office } }) {
  await office.run('create table students (roll_no text, name text, dob text)')
  await office.run('create table dues (roll_no text, amount integer)')
  await office.run('create table hours (day text, opens text)')
  await office.run(
    "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1600000)" +
    " insert into hours select 'Monday', hex(randomblob(20)) from n",
  )
}
`,
})
small.write(
  'desk.yaml',
  small.read('desk.yaml').replace('office.db }', 'office.db, timeout: 0.01 }'),
)
small.write(
  'intents/hours.yaml',
  `
intent: hours
phrases: [opening hours, office timings, when is the office open]
answer:
  from: office.hours
  order: opens
  reply: "{{ rows[0].opens }}"
`,
)
afterAll(() => small.remove())

test('a thread inside SQLite is waited for: ending one there would abort the program', async () => {
  const { code, out } = await frontdesk(['ask', small.folder, 'opening hours', '--json'])
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'source/too-slow' } })
  expect(code).toBe(0)
})
