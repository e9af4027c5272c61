import { FrontdeskError } from '../errors.ts'
import type { Asked, SelectQuery } from '../model/index.ts'
import { fold } from './same-name.ts'
import { type Counted, Tally } from './tally.ts'

const minute = 60_000
const hour = 60 * minute

/** Failed proofs from one address about one person in a day: whoever guesses at one is soon locked out, alone. */
const mostFromOneAboutOne = 10

/** Failed proofs from one address in an hour, whomever they are about: a classroom may share it. */
const mostFromOne = 30

/** Failed proofs about one person in a day that cost nobody else a wait, whoever gives them. */
const mostAboutOne = 20

/** The wait between two proofs about a person of whom more failed: a minute, two, four …, an hour at the most. */
const apart = (over: number): number => Math.min(hour, minute * 2 ** over)

/** Addresses remembered that a person has proven to be from; beyond, the one longest ago is forgotten. */
const mostProven = 100_000

/**
 * Counts failed proofs over all conversations, in memory: the lock of a conversation alone would let whoever begins
 * another guess on. Nobody can lock out somebody else: an address that fails is refused itself; many addresses together
 * only slow down the proofs about a person, and not from where that person has proven before. Numbers that nobody has
 * count like any other, so that being refused tells nothing.
 */
export class FailedProofs {
  readonly #about: Tally
  readonly #from: Tally
  readonly #fromAbout: Tally
  readonly #proven = new Set<string>()

  constructor(clock: () => number) {
    this.#about = new Tally({ most: mostAboutOne, within: 24 * hour, clock, apart })
    this.#from = new Tally({ most: mostFromOne, within: hour, clock })
    this.#fromAbout = new Tally({ most: mostFromOneAboutOne, within: 24 * hour, clock })
  }

  /**
   * Asks a proof, unless too many failed. It counts before it is asked and no longer once it succeeded, so that many
   * asked at the same moment are not all let through. Rejects with `identity/too-many-failures`.
   *
   * @param from the address it comes from, where that is known
   */
  async check(
    proof: SelectQuery,
    from: string | undefined,
    ask: () => Promise<Asked>,
  ): Promise<Asked> {
    const subject = `${proof.proof}/${subjectOf(proof)}`
    const counted = this.#count(subject, from)
    const takeBack = () => {
      for (const one of counted) one.takeBack()
    }
    if (counted.some((one) => one.isTooMany)) {
      takeBack()
      throw new FrontdeskError(
        'identity/too-many-failures',
        `Too many proofs of a "${proof.proof}" failed for one key or from one address.`,
      )
    }
    try {
      const asked = await ask()
      if (asked.result.rows.length === 1) {
        takeBack()
        if (from !== undefined) this.#remember(pairOf(subject, from))
      }
      return asked
    } catch (thrown) {
      takeBack()
      throw thrown
    }
  }

  #count(subject: string, from: string | undefined): readonly Counted[] {
    if (from === undefined) return [this.#about.count(subject)]
    const pair = pairOf(subject, from)
    const own = [this.#from.count(from), this.#fromAbout.count(pair)]
    return this.#proven.has(pair) ? own : [...own, this.#about.count(subject)]
  }

  #remember(pair: string): void {
    this.#proven.delete(pair)
    this.#proven.add(pair)
    const [oldest] = this.#proven
    if (this.#proven.size > mostProven && oldest !== undefined) this.#proven.delete(oldest)
  }
}

function pairOf(subject: string, from: string): string {
  return `${from} ${subject}`
}

/** Whom a proof is about, as the most forgiving database would compare it. */
function subjectOf({ where }: SelectQuery): string {
  const [key] = where?.kind === 'all' ? where.filters : []
  return key?.kind === 'compare' ? fold(String(key.value)) : ''
}
