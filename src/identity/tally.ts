/** How much is too much. */
interface TallyLimits {
  readonly most: number
  /** Milliseconds from the first of a kind until it is counted anew. */
  readonly within: number
  readonly clock: () => number
}

/** One thing counted. */
interface Counted {
  /** Whether there had been as many as there may be before. */
  readonly isTooMany: boolean
  /** It did not happen after all. */
  takeBack(): void
}

/** Kinds remembered at the same time; beyond, the one begun longest ago is forgotten. */
const mostKinds = 100_000

/** Counts what happens by kind, in memory. */
export class Tally {
  readonly #limits: TallyLimits
  readonly #counts = new Map<string, { since: number; count: number }>()

  constructor(limits: TallyLimits) {
    this.#limits = limits
  }

  count(kind: string): Counted {
    const entry = this.#current(kind)
    entry.count++
    return {
      isTooMany: entry.count > this.#limits.most,
      takeBack: () => {
        entry.count--
      },
    }
  }

  #current(kind: string): { since: number; count: number } {
    const now = this.#limits.clock()
    const known = this.#counts.get(kind)
    const age = known === undefined ? 0 : now - known.since
    // A clock that was set back must not keep anybody out for longer than `within`.
    if (known !== undefined && age >= 0 && age < this.#limits.within) return known
    this.#counts.delete(kind)
    const oldest = this.#counts.keys().next()
    if (this.#counts.size >= mostKinds && !oldest.done) this.#counts.delete(oldest.value)
    const begun = { since: now, count: 0 }
    this.#counts.set(kind, begun)
    return begun
  }
}
