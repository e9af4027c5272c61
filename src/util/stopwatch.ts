/** A stage of a turn. */
export type Stage = 'understand' | 'decide' | 'query' | 'speak'

/** Adds up the milliseconds spent in each stage of one turn: it is always in one of them. */
export class Stopwatch {
  readonly #start = performance.now()
  readonly #spent = { understand: 0, decide: 0, query: 0, speak: 0 }
  #stage: Stage = 'understand'
  #since = this.#start

  /** From now on time counts for `stage`. */
  enter(stage: Stage): void {
    const now = performance.now()
    this.#spent[this.#stage] += now - this.#since
    this.#stage = stage
    this.#since = now
  }

  /** What was spent so far, in milliseconds with three places. */
  timings(): Record<Stage | 'total', number> {
    this.enter(this.#stage)
    const { understand, decide, query, speak } = this.#spent
    return {
      understand: toMicroseconds(understand),
      decide: toMicroseconds(decide),
      query: toMicroseconds(query),
      speak: toMicroseconds(speak),
      total: toMicroseconds(this.#since - this.#start),
    }
  }
}

/** Milliseconds to three places: more digits say nothing, and take a while to write. */
export function toMicroseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000
}
