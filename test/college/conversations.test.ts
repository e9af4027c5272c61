import { describe, expect, test } from 'vitest'
import { rehearse } from '../../src/rehearse.ts'
import { describeOn, mariadb, postgres } from '../servers/index.ts'
import { collegeFolder } from './college-desk.ts'

describe('on SQLite files', () => holdsItsConversations({}))

const library = await mariadb()
const exams = await postgres()

describeOn(library, 'with the library on MariaDB', (libraryUrl) => {
  describeOn(exams, 'and the exams on PostgreSQL', (examsUrl) => {
    holdsItsConversations({ LIBRARY_URL: libraryUrl, EXAMS_URL: examsUrl })
  })
})

/** The same desk, unchanged, wherever its databases are. */
function holdsItsConversations(env: Readonly<Record<string, string>>): void {
  test('every conversation of the college goes as it is written', async () => {
    const rehearsed = await rehearse(collegeFolder, { env })
    const faults = rehearsed.flatMap(({ conversation, faults: found }) =>
      found.map((fault) => ({ at: `${conversation.file}:${fault.line}`, ...fault })),
    )
    expect(faults).toEqual([])
    expect(rehearsed.length).toBeGreaterThan(15)
  }, 600_000)
}
