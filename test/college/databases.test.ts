import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { make } from '../../examples/college/data/make.mjs'
import { schema } from '../../examples/college/data/schema.mjs'
import type { SqlQuery, WritableSource, Writer } from '../../src/model/index.ts'
import { mysql, postgres, sqlite } from '../../src/sources/index.ts'
import { describeOn, mariadb, postgres as postgresDatabase } from '../servers/index.ts'
import { collegeAt, timezone, type College } from './made.ts'

const now = new Date()
const databases = ['office', 'library', 'exams'] as const
const folder = mkdtempSync(join(tmpdir(), 'frontdesk-college-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('on SQLite files', () =>
  holdsTheCollege((name) => sqlite(name, { file: join(folder, `${name}.db`), writable: true })))

describeOn(await mariadb(), 'on MariaDB', (url) =>
  holdsTheCollege((name) => mysql(name, { url, writable: true })),
)

describeOn(await postgresDatabase(), 'on PostgreSQL', (url) =>
  holdsTheCollege((name) => postgres(name, { url, writable: true })),
)

/** The three databases may even share one: no two tables have the same name. */
function holdsTheCollege(open: (name: string) => WritableSource): void {
  test('the college is made, and made again over the old, every row of it', async () => {
    const sources = databases.map(open)
    try {
      await fill(sources)
      await fill(sources)
      const college = await collegeAt(now)
      for (const source of sources) await expectCounts(source, college)
    } finally {
      await Promise.all(sources.map((source) => source.close()))
    }
  }, 600_000)

  test('text, numbers and days come back as they went in', async () => {
    const office = open('office')
    const sql = (text: string) => ask(office, text)
    try {
      expect(await sql("select name_hi from departments where code = 'CS'")).toEqual([
        ['संगणक विज्ञान एवं अभियांत्रिकी'],
      ])
      expect(await sql("select name, dob from students where roll_no = 'RC1187'")).toEqual([
        ["Rhea D'Souza", '2004-11-03'],
      ])
      expect(await sql("select latitude from places where code = 'main-gate'")).toEqual([
        [18.726529],
      ])
    } finally {
      await office.close()
    }
  })
}

async function fill(sources: readonly WritableSource[], into: Filling = {}): Promise<void> {
  const [source, ...rest] = sources
  if (source === undefined) return make({ now, timezone, into })
  await source.transaction((writer) => fill(rest, { ...into, [source.name]: writer }))
}

type Filling = Readonly<Record<string, Writer>>

async function expectCounts(source: WritableSource, college: College): Promise<void> {
  const tables = college[source.name as keyof College]
  for (const table of Object.keys(schema[source.name as keyof College])) {
    const [[count] = []] = await ask(source, `select count(*) from ${table}`)
    expect(count, table).toBe(tables[table]?.length)
  }
}

async function ask(source: WritableSource, text: string) {
  const query = { kind: 'sql', source: source.name, text, parameters: {}, limit: 10, person: null }
  const { result } = await source.query(query as SqlQuery, new AbortController().signal)
  return result.rows
}
