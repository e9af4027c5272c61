import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A desk with one private answer and one that needs a slot: it starts in no time. */
const files: Readonly<Record<string, string>> = {
  'desk.yaml': `
name: Small
timezone: Asia/Kolkata
currency: INR
country: IN
sources:
  office: { kind: sqlite, file: data/office.db }
fixture: data/make.mjs
channels:
  web: {}
identities:
  student:
    table: office.students
    key: roll_no
    name: name
    proofs:
      - { column: roll_no, entity: roll-number, ask: "Your roll number?" }
      - { column: dob, entity: date, ask: "Your date of birth?" }
`,
  'entities/roll.yaml': 'entity: roll-number\npattern: "RC\\\\d{4}"\nupper: true\n',
  'entities/day.yaml': 'entity: day\nvalues: [Monday, Saturday, Sunday]\n',
  'tables/dues.yaml': 'table: office.dues\nprivate: { to: student, by: roll_no }\n',
  'intents/dues.yaml': `
intent: dues
phrases: [what are my dues, how much do I owe, my fees status]
answer:
  from: office.dues
  reply: "You owe {{ rows[0].amount }}."
  empty: "You owe nothing."
`,
  'intents/hours.yaml': `
intent: hours
phrases: ["when is the office open on [Monday](day)", opening hours, office timings]
slots:
  day: { entity: day, ask: "Which day?" }
answer:
  from: office.hours
  where: { day: $day }
  reply: "{{ day }}: {{ rows[0].opens }}."
  empty: "Closed."
`,
  'data/make.mjs': `
export const edition = () => '1'
export async function make({ into: { office } }) {
  await office.run('create table students (roll_no text, name text, dob text)')
  await office.run('create table dues (roll_no text, amount integer)')
  await office.run('create table hours (day text, opens text)')
  const roll = (i) => 'RC' + (1000 + i)
  const many = Array.from({ length: 100 }, (_, i) => i)
  await office.insert('students', ['roll_no', 'name', 'dob'], many.map((i) => [roll(i), 'Student ' + i, '2005-04-12']))
  await office.insert('dues', ['roll_no', 'amount'], many.map((i) => [roll(i), 500 + i]))
  await office.insert('hours', ['day', 'opens'], [['Monday', 'nine'], ['Saturday', 'ten']])
}
`,
}

/** A small desk in a folder of its own, with these files changed. */
export function makeSmallDesk(changed: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-small-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries({ ...files, ...changed })) write(path, text)
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  return { folder, read, write, remove }
}
