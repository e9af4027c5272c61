import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { FrontdeskError } from '../errors.ts'
import { type Finding, fine, warning, wrong } from '../model/index.ts'
import { loadSqlite } from '../util/load-sqlite.ts'
import type { SqliteDatabase } from '../util/load-sqlite.ts'
import { migrations } from './migrations.ts'

const about = 'state'

/** Bytes that should be free: an upgrade or a backup takes as much as there is. */
const enough = 500e6

/** Milliseconds a message may wait before somebody should look. */
const patience = 300_000

/**
 * Looks over what a desk remembers, without changing it: whether it can be written, how much room there is, and whether
 * messages wait in it. Never rejects.
 *
 * @param folder usually `<desk>/.frontdesk`
 * @param now milliseconds since 1970
 */
export function examineState(folder: string, now: number): readonly Finding[] {
  const file = join(folder, 'state.db')
  if (!existsSync(file)) return [fine(about, 'Nothing is kept yet.')]
  try {
    accessSync(folder, constants.W_OK)
    accessSync(file, constants.W_OK)
    return [...room(folder, file), ...kept(file, now)]
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    return [
      wrong(
        about,
        `${file} cannot be used: ${reason}.`,
        'Make it writable for whoever serves the desk.',
      ),
    ]
  }
}

function room(folder: string, file: string): readonly Finding[] {
  const { bavail, bsize } = statfsSync(folder)
  const [free, size] = [bavail * bsize, statSync(file).size]
  const says = `${megabytes(size)} are kept, ${megabytes(free)} are free.`
  return free > Math.max(enough, 2 * size)
    ? [fine(about, says)]
    : [warning(about, says, 'Free disk space, or keep conversations for fewer days (`retention`).')]
}

function kept(file: string, now: number): readonly Finding[] {
  const { DatabaseSync } = loadSqlite()
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const { user_version: schema } = db.prepare('pragma user_version').get() ?? {}
    if (Number(schema) > migrations.length)
      return [wrong(about, 'It was written by a newer Frontdesk.', 'Run that version.')]
    if (Number(schema) < migrations.length)
      return [fine(about, 'It is of an older Frontdesk: the next start brings it up to date.')]
    return [
      ...waiting(db, now, 'inbox where delivery is not null', 'answered'),
      ...waiting(db, now, 'outbox where payload is not null and held = 0', 'sent'),
    ]
  } finally {
    db.close()
  }
}

/** What has waited too long in one of the tables of the post. */
function waiting(db: SqliteDatabase, now: number, table: string, deed: string): readonly Finding[] {
  const row = db.prepare(`select count(*) as count, min(at) as oldest from ${table}`).get()
  const count = Number(row?.['count'] ?? 0)
  const age = count === 0 ? 0 : now - Date.parse(String(row?.['oldest']))
  if (age <= patience) return []
  const minutes = Math.floor(age / 60_000)
  const says = `${count === 1 ? 'A message waits' : `${count} messages wait`} to be ${deed}, one for ${minutes} minutes.`
  return [wrong(about, says, 'Serve the desk, if it is not; otherwise its log says why.')]
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
}

/** Checks a state that came from elsewhere; one that is not there is fine. Throws `state/newer-schema`, `backup/not-one`. */
export function verifyState(folder: string): void {
  const file = join(folder, 'state.db')
  if (!existsSync(file)) return
  const { DatabaseSync } = loadSqlite()
  const db = new DatabaseSync(file)
  try {
    const { user_version: schema } = db.prepare('pragma user_version').get() ?? {}
    if (Number(schema) > migrations.length)
      throw new FrontdeskError('state/newer-schema', `The state has schema ${Number(schema)}.`)
    const { integrity_check: found } = db.prepare('pragma integrity_check').get() ?? {}
    if (found !== 'ok')
      throw new FrontdeskError('backup/not-one', `Its state is damaged: ${String(found)}`)
  } finally {
    db.close()
  }
}
