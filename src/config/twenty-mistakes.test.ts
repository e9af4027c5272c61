import { expect, test } from 'vitest'
import { problemsOf } from '../../test/temporary-desk.ts'

const desk = `name: Riverdale College
languages: [en, hi]
timezone: Asia/Kolkatta
currency: inr
country: IN
brand:
  colour: "#1d4e89"
topics:
  library: { title: "Library", ask: "is there a book?" }
sources:
  office: { kind: sqlite, file: data/office.db }
  library: { kind: mysqll, url: "\${LIBRARY_URL}" }
  exams: { kind: postgres, url: "postgres://exams:hunter2@localhost/exams", pool: many }
channels:
  web: {}
identities:
  student:
    table: office.students
    key: roll_no
    proofs:
      - { column: roll_no, entity: roll-number, ask: "Your roll number?" }
strictness: 5
`

const books = `intent: book-availability
topic: libary
phrases:
  - is [Korth](titel) there
slots:
  title: { entity: book-titel, ask: "Which book?" }
answer:
  from: library.books
  where: { title: { containz: $title }, author: $autor }
  colums: [title]
  reply: "{% for b in rows %}{{ b.title }}"
---
intent: book-availability
answer: Twice.
---
intent: teaching
answer:
  queries:
    teaching: { from: offfice.teaching, columns: [code] }
    books: { from: library.books, where: { course: { in: $teachin.code } } }
  reply: Yes.
  next: [book-availabilty]
---
intent: fees
answer: { source: office, sql: "select * from dues", reply: Paid. }
`

const dues = `table: office.dues
private: { to: studnt, by: roll_no }
`

const roll = `entity: roll-number
pattern: "RC(\\\\d{4}"
---
entity: book-title
from: library.books.title
`

test('a desk with twenty-odd mistakes is told all of them at once, each with its line', async () => {
  const problems = await problemsOf(
    {
      'desk.yaml': desk,
      'data/office.db': '',
      'intents/books.yaml': books,
      'tables/dues.yaml': dues,
      'entities/roll.yaml': roll,
      'conversations/books.md': '# Books\n\nvisiter: hello\nvisitor: hello\ndesk: hello\n',
    },
    { LIBRARY_URI: 'mysql://localhost/library' },
  )
  expect(problems).toEqual([
    'desk.yaml:3 `Asia/Kolkatta` is not a time zone. Did you mean `Asia/Kolkata`?',
    'desk.yaml:4 `inr` is not a currency. Did you mean `INR`?',
    'desk.yaml:7 `colour` does not exist here. Did you mean `color`?',
    'desk.yaml:12 `kind` cannot be `mysqll`. Did you mean `mysql`?',
    'desk.yaml:12 `${LIBRARY_URL}` is not set. Did you mean `LIBRARY_URI`?',
    'desk.yaml:13 The address has a password in it. Write `${NAME}` here and the value into .env, which git ignores.',
    'desk.yaml:13 `pool` must be a number, not a text. Connections at the most.',
    'desk.yaml:22 `strictness` must be at most 1. The share of good questions one accepts to refuse.',
    'conversations/books.md:3 `visiter:` means nothing here. Did you mean `visitor:`?',
    'entities/roll.yaml:2 `RC(\\d{4}` is not a regular expression: Unterminated group. The rules are those of JavaScript with the flag `u`.',
    'intents/books.yaml:2 There is no topic `libary`. Did you mean `library`?',
    'intents/books.yaml:4 There is no slot `titel`. Did you mean `title`?',
    'intents/books.yaml:6 There is no entity `book-titel`. Did you mean `book-title`?',
    'intents/books.yaml:9 `containz` does not exist here. Did you mean `contains`?',
    'intents/books.yaml:9 There is no slot `$autor`. Declare it under `slots`.',
    'intents/books.yaml:10 `colums` does not exist here. Did you mean `columns`?',
    'intents/books.yaml:11 The template cannot be read: tag {% for b in rows %} not closed, line:1, col:1',
    'intents/books.yaml:13 The intent `book-availability` is there already. See intents/books.yaml:1.',
    'intents/books.yaml:19 There is no source `offfice`. Did you mean `office`?',
    'intents/books.yaml:20 There is no earlier query `teachin`. Did you mean `teaching`?',
    'intents/books.yaml:22 There is no intent `book-availabilty`. Did you mean `book-availability`?',
    'intents/books.yaml:25 SQL is refused on `office`: `dues` holds private rows. Write it with `from` and `where`, so that the guard stands under it.',
    'tables/dues.yaml:2 There is no identity `studnt`. Did you mean `student`?',
  ])
  expect(problems.join()).not.toContain('hunter2')
})
