import { expect, test } from 'vitest'
import { FrontdeskError } from '../errors.ts'
import type { TableShape } from '../model/index.ts'
import { checkSources } from './check-sources.ts'
import { formatProblem } from './files/problem.ts'
import { readTemporary, smallest } from '../../test/temporary-desk.ts'

const shape = (name: string, ...columns: string[]): TableShape => ({
  name,
  kind: 'table',
  primaryKey: [],
  columns: columns.map((column) => ({ name: column, type: 'text', nullable: true })),
})

const library = [
  shape('books', 'id', 'title', 'author_id', 'course_code'),
  shape('authors', 'id', 'name'),
]

async function problemsAgainst(
  tables: readonly TableShape[] | FrontdeskError,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const desk = `${smallest}sources: { library: { url: "mysql://localhost/library" } }\n`
  const read = await readTemporary({
    'tables/books.yaml':
      'table: library.books\njoins: { author: { to: authors, on: { author_id: id } } }',
    ...files,
    'desk.yaml': desk + (files['desk.yaml'] ?? ''),
  })
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems))
  const problems = await checkSources(read.desk, read.places, async () => {
    if (tables instanceof FrontdeskError) throw tables
    return tables
  })
  return problems.map(formatProblem)
}

test('a desk that names what is there has no problems', async () => {
  const intent = `intent: a
answer:
  from: library.books
  join: [author]
  columns: [Title, author.name, "count(*) as n"]
  where: { author.name: { contains: x }, not: { course_code: null } }
  order: [n desc, title, name]
  reply: Yes.`
  expect(await problemsAgainst(library, { 'intents/a.yaml': intent })).toEqual([])
})

test('every table and column that is not there is told, with what was meant', async () => {
  const problems = await problemsAgainst(library, {
    'desk.yaml': `identities:
  reader:
    table: library.authors
    key: idd
    proofs: [{ column: idd, entity: text, ask: Who? }]`,
    'intents/a.yaml': `intent: a
answer: { from: library.boks, where: { title: x }, reply: Yes. }
---
intent: b
answer:
  from: library.books
  join: [author]
  columns: [titel, author.nam]
  group: [course]
  reply: Yes.`,
    'entities/book.yaml': '# Books\nentity: book\nfrom: library.books.title\nalso: [isbn]',
    'tables/authors.yaml': 'table: library.authors\nhidden: [salary]',
  })
  expect(problems).toEqual([
    'desk.yaml:7:1 `library.authors` has no column `idd`. Did you mean `id`?',
    'entities/book.yaml:2:1 `library.books` has no column `isbn`. One of: id, title, author_id, course_code.',
    'intents/a.yaml:1:1 `library` has no table `boks`. Did you mean `books`?',
    'intents/a.yaml:4:1 `library.books` has no column `titel`. Did you mean `title`?',
    'intents/a.yaml:4:1 `library.authors` has no column `nam`. Did you mean `name`?',
    'intents/a.yaml:4:1 `library.books` has no column `course`. One of: id, title, author_id, course_code.',
    'tables/authors.yaml:1:1 `library.authors` has no column `salary`. One of: id, name.',
  ])
})

test('a source that cannot be reached is told once, whatever the desk wants of it', async () => {
  const intent = 'intent: a\nanswer: { from: library.nothing, reply: Yes. }'
  const denied = new FrontdeskError('source/denied', 'The user `root` was refused.')
  expect(await problemsAgainst(denied, { 'intents/a.yaml': intent })).toEqual([
    `desk.yaml:5:1 The user \`root\` was refused. ${denied.hint}`,
  ])
})

test('a database without tables is likely the wrong one, or shows its user nothing', async () => {
  expect(await problemsAgainst([], {})).toContain(
    'tables/books.yaml:1:1 `library` has no table `books`. It has no table that its user may read: check the name of the database, and the grants.',
  )
})

test('a view beside a private table must say whose rows it shows', async () => {
  const view: TableShape = { ...shape('loans_view', 'reader', 'title'), kind: 'view' }
  const tables = [...library, shape('loans', 'reader', 'title'), view]
  const files = {
    'desk.yaml': `identities:
  reader:
    table: library.authors
    key: id
    proofs: [{ column: id, entity: text, ask: Who? }]`,
    'tables/loans.yaml': 'table: library.loans\nprivate: { to: reader, by: reader }',
    'intents/a.yaml': 'intent: a\nanswer: { from: library.loans_view, reply: Yes. }',
  }
  const problem =
    'intents/a.yaml:1:1 `library.loans_view` is a view or a part of a table: it may show rows of `loans`, which is not for everyone. Give it a file under tables/ that says `private: { to, by }`, or `public: true`.'
  expect(await problemsAgainst(tables, files)).toEqual([problem])
  const marked = { 'tables/view.yaml': 'table: library.loans_view\npublic: true' }
  expect(await problemsAgainst(tables, { ...files, ...marked })).toEqual([])
})
