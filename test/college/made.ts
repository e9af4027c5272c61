import { beforeAll, describe } from 'vitest'
import { make, type Writer } from '../../examples/college/data/make.mjs'
import { columnsOf, schema, type Column } from '../../examples/college/data/schema.mjs'

export type Row = Readonly<Record<string, string | number | null>>
export type Tables = Readonly<Record<string, readonly Row[]>>
export type College = Readonly<Record<'office' | 'library' | 'exams', Tables>>

export const timezone = 'Asia/Kolkata'

/** The college as it is made at `now`, kept in memory: database → table → rows. */
export async function collegeAt(now: Date): Promise<College> {
  const college = { office: {}, library: {}, exams: {} }
  const into = {
    office: collector(college.office),
    library: collector(college.library),
    exams: collector(college.exams),
  }
  await make({ now, timezone, into })
  return college
}

/** Every table with its database and columns. */
export function allTables(): readonly {
  database: string
  table: string
  columns: readonly Column[]
}[] {
  return Object.entries(schema).flatMap(([database, tables]) =>
    Object.entries(tables).map(([table, details]) => ({
      database,
      table,
      columns: columnsOf(details),
    })),
  )
}

/** What a claim about the college looks at; names are `database.table` or `database.table.column`. */
export interface Look {
  readonly now: Date
  readonly rows: (table: string) => readonly Row[]
  readonly count: (table: string, test: (row: Row) => boolean) => number
  readonly values: (column: string) => ReadonlySet<Row[string]>
}

/** Describes what holds for the college of today, and of one, two and five years from now. */
export function describeCollege(claims: (look: Look) => void): void {
  const today = new Date()
  describe.each([0, 1, 2, 5])('the college, %i years from now', (years) => {
    const now = new Date(today)
    now.setUTCFullYear(now.getUTCFullYear() + years)
    let college: College | undefined
    beforeAll(async () => {
      college = await collegeAt(now)
    })
    const rows = (name: string) => rowsOf(college, name)
    claims({
      now,
      rows,
      count: (table, test) => rows(table).filter(test).length,
      values: (name) => {
        const [database, table, column = ''] = name.split('.')
        return new Set(rows(`${database}.${table}`).map((row) => row[column] ?? null))
      },
    })
  })
}

function rowsOf(college: College | undefined, name: string): readonly Row[] {
  const [database, table = ''] = name.split('.')
  const found = college?.[database as keyof College][table]
  if (found === undefined) throw new Error(`no table ${name}`)
  return found
}

/** Rows by the value of one column. */
export function groupBy(rows: readonly Row[], column: string): ReadonlyMap<Row[string], Row[]> {
  const groups = new Map<Row[string], Row[]>()
  for (const row of rows) {
    const key = row[column] ?? null
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

export function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0)
}

function collector(tables: Record<string, Row[]>): Writer {
  return {
    dialect: 'sqlite',
    async run() {},
    async insert(table, columns, rows) {
      tables[table] = rows.map(
        (values) => Object.fromEntries(columns.map((column, i) => [column, values[i]])) as Row,
      )
    },
  }
}
