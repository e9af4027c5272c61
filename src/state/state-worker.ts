import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { asFrontdeskError, FrontdeskError } from '../errors.ts'
import type { TurnFilter } from '../model/index.ts'
import { loadSqlite } from '../util/load-sqlite.ts'
import type { SqliteDatabase } from '../util/load-sqlite.ts'
import type { KeptTurn } from './kept-turn.ts'
import { migrate } from './migrations.ts'
import type { PostOperation } from './sqlite-post.ts'
import { sqlitePost } from './sqlite-post.ts'
import { findEnded } from './sign-of-life.ts'
import type { Failed, Job, Outcome } from './state-jobs.ts'
import { fromLines } from './turn-lines.ts'

/** The thread that owns the state's file: waiting for the disk here keeps no visitor waiting. */
const port = parentPort
if (port === null) throw new Error('state-worker runs in a worker thread')

/** Milliseconds between two looks for processes that are gone. */
const pause = 1_000

try {
  const { file } = workerData as { file: string }
  const work = workOn(openDatabase(file), dirname(file))
  port.on('message', (job: Job) => {
    port.postMessage(outcomeOf(job, work))
    if (job.kind === 'close') port.close()
  })
  port.postMessage({ number: 0, value: null } satisfies Outcome)
} catch (thrown) {
  port.postMessage({ number: 0, failed: failedBy(thrown) } satisfies Outcome)
}

function openDatabase(file: string): SqliteDatabase {
  const { DatabaseSync } = loadSqlite()
  const db = new DatabaseSync(file)
  db.exec('pragma busy_timeout = 5000')
  db.exec('pragma journal_mode = wal')
  db.exec('pragma synchronous = full')
  // Pages that are written again and again are copied into the file once in a while: at the most 16 MB stand beside it.
  db.exec('pragma wal_autocheckpoint = 4000')
  migrate(db)
  return db
}

function outcomeOf(job: Job, work: Work): Outcome {
  try {
    return { number: job.number, value: run(job, work) }
  } catch (thrown) {
    return { number: job.number, failed: failedBy(thrown) }
  }
}

function run(job: Job, work: Work): unknown {
  switch (job.kind) {
    case 'commit':
      return work.commit(job.turns)
    case 'post':
      return work.post(job.operations)
    case 'turns':
      return work.turns(job.filter)
    case 'forget':
      return work.forget(job.before)
    case 'close':
      return work.close()
    default:
      return job satisfies never
  }
}

type Work = ReturnType<typeof workOn>

function workOn(db: SqliteDatabase, folder: string) {
  const post = sqlitePost(db)
  let looked = -Infinity
  const beginSession = db.prepare(
    `insert into sessions (session, touched, conversation, version) values (?, ?, ?, ?)
     on conflict (conversation) do nothing`,
  )
  const goOn = db.prepare(
    `update sessions set session = ?, touched = ?, version = version + 1
     where conversation = ? and version = ? - 1`,
  )
  const keepTurn = db.prepare(
    'insert into turns (conversation, version, message, at, turn) values (?, ?, ?, ?, ?)',
  )

  /** True when the turn was kept, false when its session moved on meanwhile. */
  const keep = (kept: KeptTurn): boolean => {
    const { conversation, version, message, at, turn, session, answers } = kept
    if (answers !== undefined && !post.holds(answers)) return false
    const keepSession = version === 1 ? beginSession : goOn
    if (Number(keepSession.run(session, at, conversation, version).changes) === 0) return false
    keepTurn.run(conversation, version, message, at, turn)
    if (answers !== undefined) post.answered(answers, at)
    return true
  }

  return {
    /** Keeps the turns of many conversations in one transaction; tells of each whether it was kept. */
    commit: (turns: Uint8Array) => inTransaction(db, () => fromLines(turns).map(keep)),

    /** What was asked of the post at the same moment, in one transaction. */
    post(operations: readonly PostOperation[]) {
      if (performance.now() >= looked + pause && operations.some(({ kind }) => kind === 'claim')) {
        looked = performance.now()
        findEnded(folder, (holder) => inTransaction(db, () => post.release(holder)))
      }
      return inTransaction(db, () => operations.map((operation) => post.run(operation)))
    },
    turns({ conversation, since, limit }: TurnFilter) {
      const conditions = [
        ...(conversation === undefined ? [] : ['conversation = ?']),
        ...(since === undefined ? [] : ['at >= ?']),
      ]
      const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`
      const values = [conversation, since].filter((value) => value !== undefined)
      const sql = `select version, turn from turns ${where} order by number desc limit ?`
      return db.prepare(sql).all(...values, limit)
    },

    forget: (before: string) =>
      inTransaction(db, () => {
        post.forget(before)
        db.prepare('delete from sessions where touched < ?').run(before)
        return Number(db.prepare('delete from turns where at < ?').run(before).changes)
      }),

    close(): null {
      db.close()
      return null
    },
  }
}

function inTransaction<T>(db: SqliteDatabase, work: () => T): T {
  db.exec('begin immediate')
  try {
    const done = work()
    db.exec('commit')
    return done
  } catch (thrown) {
    try {
      db.exec('rollback')
    } catch {
      // A full disk has ended the transaction already.
    }
    throw thrown
  }
}

function failedBy(thrown: unknown): Failed {
  const error =
    thrown instanceof FrontdeskError
      ? thrown
      : new FrontdeskError('state/unwritable', asFrontdeskError(thrown).message)
  return { code: error.code, message: error.message }
}
