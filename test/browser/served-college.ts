import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSqlite } from '../../src/util/load-sqlite.ts'
import { collegeFolder } from '../college/college-desk.ts'
import { serve } from '../robust/serve.ts'
import { freePort } from '../servers/private-server.mjs'

/** The college itself, served by a process of its own on a copy of its folder: `npm start`, as a visitor meets it. */
export interface ServedCollege {
  /** The same over restarts. */
  readonly url: string
  /** Changes rows of one of its databases, as an office would: behind the desk's back. */
  change(database: 'office' | 'library' | 'exams', sql: string): void
  /** Ends the process at once, in the middle of whatever it does. */
  kill(): Promise<void>
  /** Starts it again at the same address. */
  start(): Promise<void>
  /** Ends the process and removes the copy. */
  close(): Promise<void>
}

/**
 * Serves the college from a fresh copy.
 *
 * @param origins the websites that may show it
 */
export async function serveCollege(origins: readonly string[] = []): Promise<ServedCollege> {
  const home = mkdtempSync(join(tmpdir(), 'frontdesk-college-'))
  const folder = join(home, 'college')
  const isMade = (path: string) => /\.frontdesk$|\.db\b[^/]*$/.test(path)
  cpSync(collegeFolder, folder, { recursive: true, filter: (path) => !isMade(path) })
  const desk = join(folder, 'desk.yaml')
  const written = readFileSync(desk, 'utf8')
  writeFileSync(
    desk,
    written.replace('  web: {}', `  web: { origins: ${JSON.stringify(origins)} }`),
  )
  const port = String(await freePort())
  const start = () => serve(folder, '--quiet', '--port', port)
  let served = await start()
  return {
    url: `${served.url}/`,
    change(database, sql) {
      const { DatabaseSync } = loadSqlite()
      const db = new DatabaseSync(join(folder, `data/${database}.db`))
      db.exec(sql)
      db.close()
    },
    async kill() {
      await served.end('SIGKILL')
    },
    async start() {
      served = await start()
    },
    async close() {
      if (served.process.exitCode === null && served.process.signalCode === null)
        await served.end('SIGTERM')
      rmSync(home, { recursive: true, force: true })
    },
  }
}
