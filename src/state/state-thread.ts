import { FrontdeskError } from '../errors.ts'
import { RunningThread } from './running-thread.ts'
import type { JobKind } from './state-jobs.ts'

/** Milliseconds without a job after which the thread is put away. */
const usualRest = 10_000

/**
 * The thread that owns the state's file, for those who have a job for it: a job in, its outcome as a promise. A thread
 * that had nothing to do for a while is put away, because it costs ten megabytes; the next job starts another, which
 * takes some hundredths of a second.
 */
export class StateThread {
  readonly #file: string
  readonly #rest: NodeJS.Timeout
  #running: RunningThread
  /** Resolves when those that were put away are gone. */
  #left: Promise<unknown> = Promise.resolve()
  #isClosed = false

  private constructor(file: string, rest: number) {
    this.#file = file
    this.#running = new RunningThread(file)
    this.#rest = setTimeout(() => this.#putAway(), rest).unref()
  }

  /**
   * Starts the thread and opens the file. Rejects with `state/unwritable` or `state/newer-schema`.
   *
   * @param rest milliseconds without a job after which the thread is put away
   */
  static async open(file: string, rest = usualRest): Promise<StateThread> {
    const thread = new StateThread(file, rest)
    try {
      await thread.#running.opened
      thread.#rest.refresh()
      return thread
    } catch (thrown) {
      await thread.close()
      throw thrown
    }
  }

  /** Whether a thread is there at this moment. */
  get isRunning(): boolean {
    return this.#running.isAlive
  }

  /** Asks for a job. The caller knows what each kind gives. Rejects with what opening the file rejects with, too. */
  async run<T>(job: JobKind): Promise<T> {
    if (this.#isClosed) throw new FrontdeskError('state/unwritable', 'The state is closed.')
    if (!this.#running.isAlive) this.#running = new RunningThread(this.#file)
    try {
      return (await this.#running.run(job)) as T
    } finally {
      if (!this.#isClosed) this.#rest.refresh()
    }
  }

  /** Closes the file and ends the thread. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#rest)
    await Promise.all([this.#left, this.#running.leave()])
  }

  #putAway(): void {
    if (this.#running.isIdle) this.#left = Promise.all([this.#left, this.#running.leave()])
  }
}
