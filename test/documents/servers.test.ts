import { beforeAll, test } from 'vitest'
import { describeOn, mariadb, postgres, startPrivateMariadb } from '../servers/index.ts'
import type { Missing, TestDatabase } from '../servers/index.ts'
import { execute } from '../servers/provide.mjs'
import { pagesIn, root } from './pages.ts'
import { play } from './play.ts'

const timeout = 600_000
const server = await startPrivateMariadb()

describeOn(server, 'on a MariaDB of its own', (url) => {
  const mysql = `exec '${process.execPath}' '${root}test/documents/mysql.mjs' '${url}'`
  const judges = `${root}test/judges`
  const cloudflared = `exec '${process.execPath}' '${judges}/cloudflared.mjs' "$@"`
  const names = `--import '${judges}/cloudflare-names.mjs'`
  const frontdesk = `exec '${process.execPath}' ${names} '${root}bin/frontdesk.mjs' "$@"`
  const programs = { mysql, cloudflared, frontdesk }
  const world = { here: { 'localhost:3306': new URL(url).host }, programs }

  beforeAll(async () => {
    await execute(url, 'create database college')
    await execute(url, 'create table college.books (title varchar(80))')
    await execute(url, "create user user@'%' identified by 'password'")
    await execute(url, "grant select on college.* to user@'%'")
  })

  test.each(pagesIn('docs/tutorial'))('%s does what it says', { timeout }, (page) =>
    play(page, world),
  )

  test('README.md does what it says', { timeout }, () => play('README.md', world))
})

describeOn(
  together(await mariadb(), await postgres()),
  'on MariaDB and PostgreSQL',
  (_url, both) => {
    test('docs/how-to/mariadb-and-postgresql.md does what it says', { timeout }, () =>
      play('docs/how-to/mariadb-and-postgresql.md', { here: both.here }),
    )
  },
)

interface Both extends TestDatabase {
  /** The page's addresses, and the databases that are made for it. */
  readonly here: Readonly<Record<string, string>>
}

function together(library: TestDatabase | Missing, exams: TestDatabase | Missing): Both | Missing {
  if ('missing' in library) return library
  if ('missing' in exams) return exams
  return {
    url: library.url,
    here: {
      'mysql://root@localhost:3306/college_library': library.url,
      'postgres://postgres@localhost:5432/college_exams': exams.url,
    },
    drop: async () => {
      await Promise.all([library.drop(), exams.drop()])
    },
  }
}
