import { expect, test } from 'vitest'
import type { Intent } from '../model/index.ts'
import { readTemporary, smallest } from '../../test/temporary-desk.ts'

const sources = `${smallest}sources:
  office: { url: "mysql://localhost/office" }
  library: { url: "mysql://localhost/library" }
identities:
  student:
    table: office.students
    key: roll_no
    proofs:
      - { column: roll_no, entity: text, ask: "Your roll number?" }
      - { column: date_of_birth, entity: date, ask: "Your date of birth?" }
`

const tables = `table: office.teaching
joins:
  faculty: { to: faculty, on: { faculty_id: id } }
  courses: { to: courses, on: { course_code: code }, kind: left }
---
table: office.faculty
joins:
  department: { to: departments, on: { department_id: id } }
---
table: office.fee_dues
title: "fee status"
private: { to: student, by: roll_no }
hidden: [remarks]
---
table: office.students
private: { to: student, by: roll_no }
joins:
  dues: { to: fee_dues, on: { roll_no: roll_no } }
---
table: office.programmes
joins:
  dues: { to: fee_dues, on: { id: programme_id } }
`

async function intentOf(yaml: string): Promise<Intent> {
  const read = await readTemporary({
    'desk.yaml': sources,
    'tables/office.yaml': tables,
    'intents/a.yaml': `intent: a\n${yaml}`,
  })
  const intent = read.kind === 'desk' ? read.desk.intents[0] : undefined
  if (intent === undefined) throw new Error(JSON.stringify(read.problems, null, 1))
  return intent
}

const compare = (column: string, op: string, value: unknown) => ({
  kind: 'compare',
  column,
  op,
  value,
})
const plain = (value: unknown) => ({ kind: 'value', value })

test('a phrase says which of its words fill a slot', async () => {
  const intent = await intentOf(`phrases: ["is [Korth](title) by [him](author) there"]
slots: { title: { entity: text, ask: Which? }, author: { entity: person-name } }
answer: Yes.`)
  expect(intent.phrases).toEqual([
    {
      text: 'is Korth by him there',
      language: 'en',
      marks: [
        { slot: 'title', start: 3, end: 8 },
        { slot: 'author', start: 12, end: 15 },
      ],
    },
  ])
  expect(intent.slots).toMatchObject([
    { name: 'title', required: true, carries: true, default: null, offer: 0 },
    { name: 'author', required: false },
  ])
})

test('`where` is short for a condition', async () => {
  const intent = await intentOf(`slots: { course: { entity: text } }
answer:
  from: library.books
  where:
    title: { contains: $course }
    copies: { ">": 0, "<=": 9 }
    shelf: { in: [A, B], not in: [C] }
    year: { between: [1990, $today] }
    lost: null
    any: [{ author: X }, { not: { author: Y } }]
  reply: Yes.`)
  expect(intent.answer.queries).toMatchObject([
    {
      kind: 'select',
      name: 'rows',
      source: 'library',
      table: 'books',
      limit: 20,
      where: {
        kind: 'all',
        filters: [
          compare('title', 'contains', { kind: 'slot', slot: 'course' }),
          compare('copies', '<=', plain(9)),
          compare('copies', '>', plain(0)),
          { kind: 'in', column: 'shelf', values: [plain('A'), plain('B')] },
          { kind: 'not', filter: { kind: 'in', column: 'shelf', values: [plain('C')] } },
          compare('year', '>=', plain(1990)),
          compare('year', '<=', { kind: 'fact', fact: 'today' }),
          compare('lost', '=', plain(null)),
          {
            kind: 'any',
            filters: [
              compare('author', '=', plain('X')),
              { kind: 'not', filter: compare('author', '=', plain('Y')) },
            ],
          },
        ],
      },
    },
  ])
})

test('a part of a date slot is no column of a query', async () => {
  const intent = await intentOf(`slots: { day: { entity: date } }
answer:
  from: library.books
  where: { author: $day.weekday, title: { "<=": $day.to } }
  reply: Yes.`)
  const part = (name: string) => ({ kind: 'part', slot: 'day', part: name })
  expect(intent.answer.queries).toMatchObject([
    {
      where: {
        filters: [compare('author', '=', part('weekday')), compare('title', '<=', part('to'))],
      },
    },
  ])
})

test('columns, joins, groups and orders are read from short forms', async () => {
  const intent = await intentOf(`answer:
  from: office.teaching
  join: [courses, faculty, faculty.department]
  columns: [courses.code, "count(*) as n", "sum(credits) as total", { column: faculty.name, as: who }]
  group: [courses.code]
  order: [n desc, courses.code]
  distinct: true
  limit: 3
  reply: Yes.`)
  expect(intent.answer.queries).toMatchObject([
    {
      columns: [
        { column: 'courses.code' },
        { column: '*', aggregate: 'count', as: 'n' },
        { column: 'credits', aggregate: 'sum', as: 'total' },
        { column: 'faculty.name', as: 'who' },
      ],
      joins: [
        { table: 'courses', alias: 'courses', on: ['course_code', 'code'], kind: 'left' },
        { table: 'faculty', alias: 'faculty', on: ['faculty_id', 'id'], kind: 'inner' },
        {
          table: 'departments',
          alias: 'department',
          on: ['faculty.department_id', 'id'],
          kind: 'inner',
        },
      ],
      groupBy: ['courses.code'],
      order: [
        { column: 'n', descending: true },
        { column: 'courses.code', descending: false },
      ],
      distinct: true,
      limit: 3,
    },
  ])
})

test('one column, join, group or order needs no list', async () => {
  const intent = await intentOf(`answer:
  from: office.teaching
  join: courses
  columns: courses.code
  group: courses.code
  order: courses.code
  reply: Yes.`)
  expect(intent.answer.queries).toMatchObject([
    {
      columns: [{ column: 'courses.code' }],
      joins: [{ alias: 'courses' }],
      groupBy: ['courses.code'],
      order: [{ column: 'courses.code', descending: false }],
    },
  ])
})

test('a later query takes values of an earlier one, and its rows go under the other’s', async () => {
  const intent = await intentOf(`answer:
  queries:
    teaching: { from: office.teaching, columns: [code] }
    books: { from: library.books, columns: [course_code, title], where: { course_code: { in: $teaching.code } } }
  nest:
    books: { under: teaching, on: { course_code: code } }
  reply: Yes.
  next: [a]`)
  const [, books] = intent.answer.queries
  expect(books).toMatchObject({
    where: { kind: 'in', values: [{ kind: 'rows', query: 'teaching', column: 'code' }] },
  })
  expect(intent.answer.nests).toEqual([
    { query: 'books', under: 'teaching', column: 'course_code', equals: 'code' },
  ])
})

test('SQL takes its parameters from slots of the same name where none is given', async () => {
  const intent = await intentOf(`slots: { title: { entity: text } }
answer:
  source: library
  sql: "select ':no', '' /* :no */, x::int from books where title = :title and day = :day -- :no"
  parameters: { day: $today }
  reply: Yes.`)
  expect(intent.answer.queries).toMatchObject([
    {
      kind: 'sql',
      parameters: { title: { kind: 'slot', slot: 'title' }, day: { kind: 'fact', fact: 'today' } },
    },
  ])
})

test('a reply of several texts has variants; one of texts and other things has blocks', async () => {
  const variants = await intentOf('answer: { reply: [Yes, Sure] }')
  expect(variants.answer.reply).toEqual([
    { kind: 'text', when: null, text: { en: ['Yes', 'Sure'] } },
  ])
  const blocks = await intentOf(`answer:
  from: library.books
  reply:
    - "{{ rows.size }} books:"
    - { text: Closed., when: "rows[0].closed" }
    - cards: { each: rows, title: "{{ row.title }}", facts: { Shelf: "{{ row.shelf }}" }, actions: { Call: "tel:1" } }
    - table: { each: rows, caption: Fees, columns: { Fee: { value: "{{ row.fee }}", align: end }, Year: "{{ row.year }}" } }
    - location: { each: rows, name: "{{ row.name }}", latitude: 19.1, longitude: "{{ row.lon }}" }
    - choices: [Fees, { label: Portal, url: "https://example.org" }, { label: "Yes", say: yes please }]
    - choices: { each: rows, label: "{{ row.title }}" }`)
  expect(blocks.answer.reply).toMatchObject([
    { kind: 'text', text: { en: ['{{ rows.size }} books:'] } },
    { kind: 'text', when: 'rows[0].closed' },
    {
      kind: 'cards',
      facts: [{ label: { en: ['Shelf'] }, value: '{{ row.shelf }}' }],
      actions: [{ label: { en: ['Call'] }, url: 'tel:1' }],
      image: '',
    },
    {
      kind: 'table',
      columns: [
        { label: { en: ['Fee'] }, align: 'end' },
        { label: { en: ['Year'] }, align: 'start' },
      ],
    },
    { kind: 'location', latitude: '19.1', map: null },
    { kind: 'choices', each: null, label: { en: ['Fees'] }, say: { en: ['Fees'] }, url: {} },
    { kind: 'choices', label: { en: ['Portal'] }, say: {}, url: { en: ['https://example.org'] } },
    { kind: 'choices', label: { en: ['Yes'] }, say: { en: ['yes please'] }, url: {} },
    { kind: 'choices', each: 'rows', say: { en: ['{{ row.title }}'] } },
  ])
})

test('an answer that reads a private table needs its identity, also through a join', async () => {
  const direct = await intentOf('answer: { from: office.fee_dues, reply: Yes. }')
  const joined = await intentOf('answer: { from: office.programmes, join: [dues], reply: Yes. }')
  const second = await intentOf(`answer:
  queries: { books: { from: library.books }, dues: { from: office.fee_dues } }
  reply: Yes.`)
  const open = await intentOf('answer: { from: library.books, reply: Yes. }')
  expect([direct, joined, second, open].map(({ identity }) => identity)).toEqual([
    'student',
    'student',
    'student',
    null,
  ])
})

test('headings, facts and links are in the other languages what desk.yaml calls them there', async () => {
  const languages = 'languages: [en, hi]\nheadings: { hi: { Shelf: शेल्फ़, Call: बुलाएँ } }\n'
  const read = await readTemporary({
    'desk.yaml': `${sources}${languages}`,
    'intents/a.yaml': `intent: a
answer:
  from: library.books
  reply:
    - table: { each: rows, columns: { Title: "{{ row.title }}", Shelf: "{{ row.shelf }}" } }
    - cards: { each: rows, title: "{{ row.title }}", facts: { Shelf: "{{ row.shelf }}" }, actions: { Call: "tel:1" } }
`,
  })
  const reply = read.kind === 'desk' ? read.desk.intents[0]?.answer.reply : undefined
  const shelf = { en: ['Shelf'], hi: ['शेल्फ़'] }
  expect(reply).toMatchObject([
    { columns: [{ label: { en: ['Title'] } }, { label: shelf }] },
    { facts: [{ label: shelf }], actions: [{ label: { en: ['Call'], hi: ['बुलाएँ'] } }] },
  ])
})
