/** A stage of a turn. */
export type Stage = 'understand' | 'decide' | 'query' | 'speak'

/** Adds up the milliseconds spent in each stage of one turn. */
export class Stopwatch {
  readonly #start = performance.now()
  readonly #spent = { understand: 0, decide: 0, query: 0, speak: 0 }

  /** Resolves or rejects as `work` does; the time until then counts for `stage`. */
  async time<T>(stage: Stage, work: Promise<T>): Promise<T> {
    const start = performance.now()
    try {
      return await work
    } finally {
      this.#spent[stage] += performance.now() - start
    }
  }

  /** What `work` returns; for stages that wait for nothing. */
  timeNow<T>(stage: Stage, work: () => T): T {
    const start = performance.now()
    try {
      return work()
    } finally {
      this.#spent[stage] += performance.now() - start
    }
  }

  /** What was spent so far, in milliseconds. */
  timings(): Record<Stage | 'total', number> {
    return { ...this.#spent, total: performance.now() - this.#start }
  }
}
