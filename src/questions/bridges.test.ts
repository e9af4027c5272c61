import { expect, test } from 'vitest'
import { joinOn as join, readerOf } from '../../test/sketched-tables.ts'
import type { QuestionReader } from './read.ts'

const laboratory = readerOf({
  researchers: {
    key: 'rid',
    naming: 'full_name',
    columns: { rid: 'integer', full_name: 'text', position: 'text', salary: 'integer' },
    values: { position: ['professor', 'professors'] },
  },
  projects: {
    key: 'pid',
    naming: 'title',
    columns: { pid: 'integer', title: 'text', budget: 'integer', lead_id: 'integer' },
    joins: [join('lead_id', 'researchers', 'rid')],
  },
  works_on: {
    columns: { rid: 'integer', pid: 'integer', hours: 'integer' },
    joins: [join('rid', 'researchers', 'rid'), join('pid', 'projects', 'pid')],
  },
})

const library = readerOf({
  authors: {
    key: 'id',
    naming: 'name',
    columns: { id: 'integer', name: 'text', birth_date: 'date', income: 'integer' },
  },
  books: {
    key: 'isbn',
    naming: 'title',
    columns: { isbn: 'integer', title: 'text', price: 'integer', editor: 'integer' },
    joins: [join('editor', 'authors', 'id')],
  },
  authorship: {
    columns: { author: 'integer', book: 'integer' },
    joins: [join('author', 'authors', 'id'), join('book', 'books', 'isbn')],
  },
})

const team = readerOf({
  players: {
    key: 'no',
    naming: 'name',
    columns: { no: 'integer', name: 'text', height: 'integer', weight: 'integer', age: 'integer' },
  },
})

/** The tables that a question looks into to answer, what it counts there, and by what it groups. */
function gist(reader: QuestionReader, text: string): string {
  const reading = reader.read(text)
  const query = JSON.stringify(reading?.query ?? null)
  const tables = [...query.matchAll(/"table":"(\w+)"/g)].map(([, name]) => name)
  const counted = /"column":"([^"]+)","aggregate":"count"/.exec(query)?.[1]
  const distinct = query.includes('"aggregate":"count","distinct":true')
  const groups = /"groupBy":\["([^"]+)"/.exec(query)?.[1]
  return [
    [...new Set(tables)].toSorted((a = '', b = '') => a.localeCompare(b)).join(' '),
    ...(counted === undefined
      ? []
      : [`counts ${distinct ? 'distinct ' : ''}${counted.split('.').at(-1)}`]),
    ...(groups === undefined ? [] : [`by ${groups.split('.').at(-1)}`]),
  ].join(', ')
}

const across = 'projects researchers works_on, counts distinct'

test.each([
  ['researchers who work on more than one project', `${across} pid, by rid`],
  ['researchers with more than 1 project', `${across} pid, by rid`],
  ['researchers who worked on at least 2 projects', `${across} pid, by rid`],
  ['projects with more than two researchers', `${across} rid, by pid`],
  ['which researcher works on the most projects', `${across} pid, by rid`],
  ['who works on the most projects', `${across} pid, by rid`],
  ['how many projects does each researcher work on', `${across} pid, by rid`],
  ['how many researchers work on each project', `${across} rid, by pid`],
  ['number of researchers per project', `${across} rid, by pid`],
  ['researchers who lead more than one project', 'projects researchers, counts *, by lead_id'],
  ['who leads the most projects', 'projects researchers, counts *, by lead_id'],
  ['how many projects does each researcher lead', 'projects researchers, counts *, by rid'],
  ['total budget of projects led by professors', 'projects researchers'],
  ['how many projects are led by professors', 'projects researchers, counts *'],
  ['researchers who work on no project', 'researchers works_on'],
  ['researchers who do not lead a project', 'projects researchers'],
])('the verb says along which way rows are counted: %s', (text, expected) => {
  expect(gist(laboratory, text)).toBe(expected)
})

test.each([
  ['authors with more than one book', 'authors authorship books, counts distinct isbn, by author'],
  ['books with more than two authors', 'authors authorship books, counts distinct id, by book'],
  ['which author has the most books', 'authors authorship books, counts distinct isbn, by author'],
  ['number of authors per book', 'authors authorship books, counts distinct id, by isbn'],
  ['authors without books', 'authors authorship'],
])('with no verb the table between two others is the membership: %s', (text, expected) => {
  expect(gist(library, text)).toBe(expected)
})

test('nobody who works on nothing is asked for among those who work on something', () => {
  const { where } = laboratory.read('researchers who work on no project')!.query
  expect(where).toMatchObject({ kind: 'not', filter: { kind: 'among', column: 'rid' } })
})

test('the rows of a table between two others stay rows where something of them is said', () => {
  const { query } = laboratory.read('total hours per project')!
  expect(query).toMatchObject({ table: 'works_on' })
  expect(JSON.stringify(query)).toContain('"column":"hours","aggregate":"sum"')
})

test.each([
  [laboratory, 'who earns the most?', 'researchers where the salary is the highest'],
  [laboratory, 'who is paid least', 'researchers where the salary is the lowest'],
  [library, 'which book costs the most', 'books where the price is the highest'],
  [library, 'which author earns the least?', 'authors where the income is the lowest'],
  [library, 'who is the youngest', 'authors where the birth date is the highest'],
  [team, 'who is the tallest?', 'players where the height is the highest'],
  [team, 'who is the oldest', 'players where the age is the highest'],
  [team, 'who weighs the most', 'players where the weight is the highest'],
])('a verb or an adjective of an amount ranks rows: %#', (reader, text, words) => {
  const reading = reader.read(text)
  expect(reading?.words).toBe(words)
  expect(reading?.query.groupBy).toEqual([])
})

test('counting what there is one of at the most makes it unsure', () => {
  const sure = library.read('authors with more than two books')?.confidence ?? 0
  const unsure = readerOf({
    towns: { key: 'code', naming: 'name', columns: { code: 'integer', name: 'text' } },
    shops: {
      key: 'no',
      naming: 'label',
      columns: { no: 'integer', label: 'text', town: 'integer' },
      joins: [join('town', 'towns', 'code')],
    },
  }).read('shops with more than two towns')?.confidence
  expect(sure).toBeGreaterThan(0.9)
  expect(unsure).toBeLessThan(0.7)
})
