import { Worker } from 'node:worker_threads'
import { FrontdeskError } from '../errors.ts'
import { workerUrl } from '../util/package-root.ts'
import type { Job, JobKind, Outcome } from './state-jobs.ts'
import { toLines } from './turn-lines.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: FrontdeskError) => void
}

/** One life of the thread that owns the state's file. */
export class RunningThread {
  /** Resolves when the file is open; rejects with `state/unwritable` or `state/newer-schema`. */
  readonly opened: Promise<unknown>
  readonly #worker: Worker
  readonly #exited: Promise<void>
  readonly #waiting = new Map<number, Waiting>()
  #number = 0
  #isAlive = true
  #failure = new FrontdeskError('state/unwritable', 'The thread that writes the state ended.')

  constructor(file: string) {
    this.#worker = new Worker(workerUrl('state/state-worker'), { workerData: { file } })
    this.#worker.on('message', (outcome: Outcome) => this.#settle(outcome))
    this.#worker.on('error', (cause) => {
      this.#failure = new FrontdeskError('state/unwritable', this.#failure.message, { cause })
    })
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#end()
        resolve()
      })
    })
    this.opened = this.#outcome(0)
    // Jobs that wait for the file are told as well; this keeps it from ending the process when nobody else listens.
    this.opened.catch(() => {})
  }

  /** Whether it takes jobs: it has not ended, and has not been told to. */
  get isAlive(): boolean {
    return this.#isAlive
  }

  /** Whether it has nothing to do. */
  get isIdle(): boolean {
    return this.#isAlive && this.#waiting.size === 0
  }

  /** Asks for a job; one asked for before the file is open waits for it. */
  run(job: JobKind): Promise<unknown> {
    const number = ++this.#number
    const outcome = this.#outcome(number)
    this.#send(number, job)
    return outcome
  }

  /**
   * Closes the file; resolves when the thread has ended. It ends by itself, after what it was asked for: a thread that
   * is terminated inside SQLite, where SQLite is an addon, ends the whole program.
   */
  async leave(): Promise<void> {
    if (this.#isAlive) {
      this.#isAlive = false
      await this.run({ kind: 'close' }).catch(() => {})
    }
    await this.#exited
  }

  #send(number: number, job: JobKind): void {
    if (job.kind !== 'commit') return this.#worker.postMessage({ number, ...job } satisfies Job)
    const turns = toLines(job.turns)
    this.#worker.postMessage({ number, kind: 'commit', turns } satisfies Job, [turns.buffer])
  }

  #outcome(number: number): Promise<unknown> {
    return new Promise((resolve, reject) => this.#waiting.set(number, { resolve, reject }))
  }

  #settle(outcome: Outcome): void {
    const waiting = this.#waiting.get(outcome.number)
    this.#waiting.delete(outcome.number)
    if (outcome.failed === undefined) return waiting?.resolve(outcome.value)
    const failure = new FrontdeskError(outcome.failed.code, outcome.failed.message)
    if (outcome.number === 0) this.#failure = failure
    waiting?.reject(failure)
  }

  #end(): void {
    this.#isAlive = false
    for (const waiting of this.#waiting.values()) waiting.reject(this.#failure)
    this.#waiting.clear()
  }
}
