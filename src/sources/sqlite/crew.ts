import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { FrontdeskError } from '../../errors.ts'
import { workerUrl } from '../../util/package-root.ts'
import { Pool } from '../pool.ts'
import type { PoolSettings } from '../pool.ts'
import type { SqliteAnswer, SqliteRequest } from './requests.ts'

/** A thread or a process that asks SQLite files, one request at a time. */
export interface SqliteWorker {
  readonly isAlive: boolean
  ask(request: SqliteRequest): Promise<SqliteAnswer>
  /** Sends what has no answer. */
  tell(request: SqliteRequest): void
  /** Stops the request under way, when somebody waits for nothing of it any more. */
  stop(): void
  /** Resolves when it is gone. */
  close(): Promise<void>
}

/**
 * Who asks SQLite. All sources share one crew, because a thread costs ten megabytes.
 *
 * `select` queries are asked by threads. A thread stops between two rows; it is never torn down in the middle of a
 * query, because that would end the whole program where SQLite is an addon. What such a query costs is bounded by
 * the size of its tables, and meanwhile another thread answers other conversations. SQL text may compute for ever
 * without giving a row, so it is asked by processes, which can be ended at any time; they start with the first text.
 */
export interface SqliteCrew {
  readonly threads: Pool<SqliteWorker>
  readonly processes: Pool<SqliteWorker>
}

let crew: SqliteCrew | undefined
let users = 0

/** The crew, for one more source; whoever joins leaves. */
export function joinCrew(): SqliteCrew {
  users++
  crew ??= {
    threads: poolOf({ open: startThread, kept: 0, idleSeconds: 10, patience: 200 }),
    processes: poolOf({ open: startProcess, kept: 0, idleSeconds: 60 }),
  }
  return crew
}

/**
 * Lets the crew go with the last source; resolves when those who had nothing to do are gone.
 *
 * The order matters. Where SQLite is an addon, a call of it that comes back into a thread that is being ended throws an
 * error nobody can catch, and the whole program aborts (exit code 134). That is so after `terminate()`, and as well when
 * the program itself ends while a thread is inside a call. Hence a thread that is asked something holds the program
 * (`Talk`), one that has nothing to do is told to leave and ends by itself, and it holds the program until it has.
 */
export async function leaveCrew(): Promise<void> {
  if (--users > 0) return
  const leaving = crew
  crew = undefined
  await Promise.all([leaving?.threads.close(), leaving?.processes.close()])
}

interface CrewSettings extends Pick<
  PoolSettings<SqliteWorker>,
  'kept' | 'idleSeconds' | 'patience'
> {
  readonly open: () => SqliteWorker
}

function poolOf({ open, ...settings }: CrewSettings): Pool<SqliteWorker> {
  return new Pool({
    ...settings,
    most: 4,
    open: () => Promise.resolve(open()),
    close: (worker) => worker.close(),
    isAlive: (worker) => worker.isAlive,
    stop: (worker) => worker.stop(),
  })
}

const url = workerUrl('sources/sqlite/sqlite-worker')
const execArgv = ['--disable-warning=ExperimentalWarning']

function startThread(): SqliteWorker {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(url, { execArgv, workerData: { stop } })
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const talk = new Talk(worker, (request) => {
    Atomics.store(stop, 0, 0)
    worker.postMessage(request)
  })
  worker.on('message', (answer: SqliteAnswer) => talk.end(answer))
  return talk.asWorker({
    stop: () => void Atomics.store(stop, 0, 1),
    // It ends by itself, after what it does: ending it inside SQLite would end the whole program.
    close: () => {
      worker.ref()
      worker.postMessage({ kind: 'leave' } satisfies SqliteRequest)
      return exited
    },
  })
}

function startProcess(): SqliteWorker {
  const child: ChildProcess = fork(fileURLToPath(url), { execArgv, serialization: 'advanced' })
  const talk = new Talk(child, (request) => child.send(request))
  child.on('message', (answer: SqliteAnswer) => talk.end(answer))
  child.channel?.unref()
  const kill = async () => void child.kill('SIGKILL')
  return talk.asWorker({ stop: () => void kill(), close: kill })
}

/** What a thread and a process have in common. */
interface Partner {
  ref(): void
  unref(): void
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'exit', listener: () => void): unknown
}

/** One question and its answer at a time. The program may end while nothing is asked. */
class Talk {
  readonly #partner: Partner
  readonly #send: (request: SqliteRequest) => void
  #waiting: { resolve: (answer: SqliteAnswer) => void; reject: (error: Error) => void } | undefined
  #isAlive = true

  constructor(partner: Partner, send: (request: SqliteRequest) => void) {
    this.#partner = partner
    this.#send = send
    partner.on('error', (error) => this.#lose(error))
    partner.on('exit', () => this.#lose())
    partner.unref()
  }

  asWorker(ways: Pick<SqliteWorker, 'stop' | 'close'>): SqliteWorker {
    const isAlive = () => this.#isAlive
    return {
      get isAlive() {
        return isAlive()
      },
      ask: (request) => this.#ask(request),
      tell: (request) => this.#send(request),
      stop: ways.stop,
      close: () => {
        this.#isAlive = false
        return ways.close()
      },
    }
  }

  end(answer: SqliteAnswer): void {
    this.#partner.unref()
    this.#waiting?.resolve(answer)
    this.#waiting = undefined
  }

  #ask(request: SqliteRequest): Promise<SqliteAnswer> {
    this.#partner.ref()
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#send(request)
    })
  }

  #lose(cause?: Error): void {
    this.#isAlive = false
    this.#waiting?.reject(
      new FrontdeskError('source/stopped', 'The worker that asked SQLite ended.', { cause }),
    )
    this.#waiting = undefined
  }
}
