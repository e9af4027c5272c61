import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { edition } from '../../examples/college/data/make.mjs'
import { readme } from '../../examples/college/data/readme.mjs'
import { schema } from '../../examples/college/data/schema.mjs'
import { allTables, collegeAt, describeCollege, timezone, type Row } from './made.ts'

describeCollege(({ rows, count, values }) => {
  it('has the promised numbers of everything', () => {
    const counts = ['departments', 'faculty', 'courses', 'students', 'clubs', 'hostels']
    expect(counts.map((table) => rows(`office.${table}`).length)).toEqual([
      8, 120, 300, 2000, 40, 4,
    ])
    expect(rows('library.books')).toHaveLength(5000)
    const total = allTables().reduce((n, t) => n + rows(`${t.database}.${t.table}`).length, 0)
    expect(total).toBeLessThan(60_000)
  })

  it('fills every column as its type says', () => {
    for (const { database, table, columns } of allTables()) {
      const found = rows(`${database}.${table}`)
      expect(found.length, table).toBeGreaterThan(0)
      for (const column of columns) {
        const wrong = found.find((row) => !fits(row[column.name], column))
        expect(wrong?.[column.name], `${table}.${column.name}`).toBeUndefined()
      }
    }
  })

  it('keeps keys unique', () => {
    for (const [database, tables] of Object.entries(schema)) {
      for (const [table, { key, unique = [] }] of Object.entries(tables)) {
        for (const columns of [key, ...unique]) {
          const found = rows(`${database}.${table}`)
          const keys = new Set(found.map((row) => columns.map((name) => row[name]).join('|')))
          expect(keys.size, `${table} by ${columns.join(', ')}`).toBe(found.length)
        }
      }
    }
  })

  it('joins every key to a row, across the databases too', () => {
    for (const [database, tables] of Object.entries(schema)) {
      for (const [table, { joins = {} }] of Object.entries(tables)) {
        for (const [column, target] of Object.entries(joins)) {
          const there = values(target.split('.').length === 3 ? target : `${database}.${target}`)
          const lost = rows(`${database}.${table}`)
            .map((row) => row[column] ?? null)
            .find((value) => value !== null && !there.has(value))
          expect(lost, `${table}.${column} → ${target}`).toBeUndefined()
        }
      }
    }
  })

  it('has apostrophes and Devanagari in rows of every kind', () => {
    const has = (name: string, column: string, mark: RegExp) =>
      count(name, (row) => mark.test(String(row[column]))) > 0
    expect(has('office.faculty', 'last_name', /O'Brien/)).toBe(true)
    expect(has('office.students', 'name', /D'Souza/)).toBe(true)
    expect(has('office.clubs', 'name', /Programmers' Guild/)).toBe(true)
    expect(has('library.books', 'title', /Programmer's Perspective/)).toBe(true)
    expect(has('library.books', 'title', /[\u0900-\u097F]/)).toBe(true)
    expect(has('office.clubs', 'name', /[\u0900-\u097F]/)).toBe(true)
    expect(has('office.college_facts', 'fact_hi', /[\u0900-\u097F]/)).toBe(true)
  })
})

describe('an edition', () => {
  it('is the academic year from July to June, by the clock of the college', () => {
    expect(edition(new Date('2026-06-30T18:00:00Z'), timezone)).toBe('2025-26')
    expect(edition(new Date('2026-06-30T19:00:00Z'), timezone)).toBe('2026-27')
    expect(edition(new Date('2100-01-01T00:00:00Z'), timezone)).toBe('2099-00')
  })

  it('is the same on any day of it', async () => {
    const [july, may] = await Promise.all(
      ['2026-07-02', '2027-05-20'].map((day) => collegeAt(new Date(day))),
    )
    expect(july).toEqual(may)
  })
})

it('says in README.md what the tables are', async () => {
  const written = await readFile('examples/college/data/README.md', 'utf8')
  expect(written, 'run `node examples/college/data/readme.mjs`').toBe(readme())
})

it('lists at least 300 real titles', async () => {
  const lines = (await readFile('examples/college/data/content/books.txt', 'utf8')).split('\n')
  const titles = lines.filter((line) => line.includes(' | ') && !/^[@#]/.test(line))
  expect(titles.length).toBeGreaterThanOrEqual(300)
})

function fits(
  value: Row[string] | undefined,
  { type, optional }: { type: string; optional: boolean },
) {
  if (value === null || value === undefined) return optional && value === null
  switch (type) {
    case 'int':
    case 'money':
      return Number.isInteger(value)
    case 'real':
      return Number.isFinite(value)
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(`${value}`) && !Number.isNaN(Date.parse(`${value}`))
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(`${value}`)
    case 'yesno':
      return value === 'yes' || value === 'no'
    case 'code':
      return isText(value, 40)
    case 'name':
      return isText(value, 190)
    default:
      return isText(value, 4000)
  }
}

function isText(value: Row[string], longest: number): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longest
}
