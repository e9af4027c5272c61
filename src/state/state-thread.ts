import { Worker } from 'node:worker_threads'
import { FrontdeskError } from '../errors.ts'
import { workerUrl } from '../util/package-root.ts'
import type { Job, JobKind, Outcome } from './state-jobs.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: FrontdeskError) => void
}

/** The other end of the thread that owns the state's file: a job in, its outcome as a promise. */
export class StateThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #number = 0
  #ended: FrontdeskError | null = null

  private constructor(file: string) {
    this.#worker = new Worker(workerUrl('state/state-worker'), { workerData: { file } })
    this.#worker.on('message', (outcome: Outcome) => this.#settle(outcome))
    this.#worker.on('error', (cause) => this.#end(cause))
    this.#worker.on('exit', () => this.#end())
  }

  /** Starts the thread and opens the file. Rejects with `state/unwritable` or `state/newer-schema`. */
  static async open(file: string): Promise<StateThread> {
    const thread = new StateThread(file)
    try {
      await thread.#outcome(0)
      return thread
    } catch (thrown) {
      await thread.#worker.terminate()
      throw thrown
    }
  }

  /** Asks for a job. The caller knows what each kind gives. */
  run<T>(job: JobKind): Promise<T> {
    if (this.#ended !== null) return Promise.reject(this.#ended)
    const number = ++this.#number
    const outcome = this.#outcome(number)
    const handedOver = job.kind === 'commit' ? [job.turns.buffer] : []
    this.#worker.postMessage({ number, ...job } satisfies Job, handedOver)
    return outcome as Promise<T>
  }

  /** Closes the file and ends the thread. */
  async close(): Promise<void> {
    if (this.#ended !== null) return
    const exited = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    await this.run({ kind: 'close' })
    await exited
  }

  #outcome(number: number): Promise<unknown> {
    return new Promise((resolve, reject) => this.#waiting.set(number, { resolve, reject }))
  }

  #settle(outcome: Outcome): void {
    const waiting = this.#waiting.get(outcome.number)
    this.#waiting.delete(outcome.number)
    if (outcome.failed === undefined) waiting?.resolve(outcome.value)
    else waiting?.reject(new FrontdeskError(outcome.failed.code, outcome.failed.message))
  }

  #end(cause?: unknown): void {
    this.#ended ??= new FrontdeskError('state/unwritable', 'The state is closed.', { cause })
    for (const waiting of this.#waiting.values()) waiting.reject(this.#ended)
    this.#waiting.clear()
  }
}
