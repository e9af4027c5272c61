import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { FrontdeskError } from '../errors.ts'
import { loadSqlite } from '../util/load-sqlite.ts'
import type { SqliteDatabase } from '../util/load-sqlite.ts'

const prefix = 'alive-'

/** Names tried before giving up: one is lost only to a process that looks in the very moment it is made. */
const mostNames = 10

/**
 * Shows others that this process is alive: a file it keeps locked, beside the state. The system lets go of the lock
 * when the process ends, however it ends; so whoever finds such a file unlocked knows that its maker is gone. Nothing
 * else would do: a number is given to another process later, and in a container to a second one at the same time. The
 * lock is one of SQLite's, which is right wherever the state itself is safe from two writers.
 */
export class SignOfLife {
  /** The name by which what this process holds is known to be its own. */
  readonly holder: string
  readonly #file: string
  readonly #lock: SqliteDatabase

  private constructor(holder: string, file: string, lock: SqliteDatabase) {
    this.holder = holder
    this.#file = file
    this.#lock = lock
  }

  /** Begins to show it. Throws `state/unwritable`. */
  static show(folder: string): SignOfLife {
    for (let tries = 0; tries < mostNames; tries++) {
      const holder = randomBytes(12).toString('base64url')
      const file = join(folder, prefix + holder)
      const lock = lockFile(file)
      if (lock !== null) return new SignOfLife(holder, file, lock)
    }
    throw new FrontdeskError('state/unwritable', `No file in ${folder} can be locked.`)
  }

  /** Ends it: what this process held and let go of is nobody's. */
  end(): void {
    rmSync(this.#file, { force: true })
    unlock(this.#lock)
  }
}

/**
 * Finds the processes that ended without a word, and forgets them once `release` has freed what they held. A process
 * whose file is not there is not found: what it held comes free with its time.
 */
export function findEnded(folder: string, release: (holder: string) => void): void {
  for (const name of readdirSync(folder).filter((each) => each.startsWith(prefix))) {
    const file = join(folder, name)
    // Kept until the file is gone: whoever makes one meanwhile sees that, and makes another.
    const lock = seizeUnlocked(file)
    if (lock === null) continue
    try {
      release(name.slice(prefix.length))
      rmSync(file, { force: true })
    } finally {
      unlock(lock)
    }
  }
}

/** Null where somebody took it for the file of a process that is gone. */
function lockFile(file: string): SqliteDatabase | null {
  const { DatabaseSync } = loadSqlite()
  closeSync(openSync(file, 'ax', 0o600))
  const lock = new DatabaseSync(file)
  try {
    lock.exec('begin exclusive')
    if (existsSync(file)) return lock
    unlock(lock)
  } catch {
    lock.close()
  }
  return null
}

/** A share in the lock of a file whose maker has none any more; null where it has. */
function seizeUnlocked(file: string): SqliteDatabase | null {
  const { DatabaseSync } = loadSqlite()
  let lock: SqliteDatabase
  try {
    lock = new DatabaseSync(file, { readOnly: true })
  } catch {
    // Another process was quicker, and has removed it.
    return null
  }
  try {
    lock.exec('begin')
    lock.prepare('select count(*) from sqlite_master').get()
    return lock
  } catch {
    unlock(lock)
    return null
  }
}

/** A connection that is closed within a transaction would keep its lock until it is collected. */
function unlock(lock: SqliteDatabase): void {
  lock.exec('rollback')
  lock.close()
}
