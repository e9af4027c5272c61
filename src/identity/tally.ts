/** How much is too much. */
interface TallyLimits {
  readonly most: number
  /** Milliseconds from the first of a kind until it is counted anew. */
  readonly within: number
  readonly clock: () => number
  /** Where given, more than `most` are not refused, but let through so many milliseconds apart; `over` counts from 0. */
  readonly apart?: (over: number) => number
}

/** One thing counted. */
export interface Counted {
  /** Whether there had been as many as there may be before, or the last one was too short a while ago. */
  readonly isTooMany: boolean
  /** It did not happen after all. */
  takeBack(): void
}

/** A kind: when it was first and last let through, and how often. */
interface Entry {
  readonly since: number
  last: number
  count: number
}

/** Kinds remembered at the same time; beyond, the one begun longest ago is forgotten. */
const mostKinds = 100_000

/** Counts what happens by kind, in memory. */
export class Tally {
  readonly #limits: TallyLimits
  readonly #counts = new Map<string, Entry>()

  constructor(limits: TallyLimits) {
    this.#limits = limits
  }

  count(kind: string): Counted {
    const entry = this.#current(kind)
    const before = entry.last
    const isTooMany = this.#isTooMany(entry)
    entry.count++
    if (!isTooMany) entry.last = this.#limits.clock()
    return {
      isTooMany,
      takeBack: () => {
        entry.count--
        entry.last = before
      },
    }
  }

  #isTooMany({ count, last }: Entry): boolean {
    const { most, apart, clock } = this.#limits
    if (count < most) return false
    return apart === undefined || clock() - last < apart(count - most)
  }

  #current(kind: string): Entry {
    const now = this.#limits.clock()
    const known = this.#counts.get(kind)
    const age = known === undefined ? 0 : now - known.since
    // A clock that was set back must not keep anybody out for longer than `within`.
    if (known !== undefined && age >= 0 && age < this.#limits.within) return known
    this.#counts.delete(kind)
    const oldest = this.#counts.keys().next()
    if (this.#counts.size >= mostKinds && !oldest.done) this.#counts.delete(oldest.value)
    const begun = { since: now, last: now, count: 0 }
    this.#counts.set(kind, begun)
    return begun
  }
}
