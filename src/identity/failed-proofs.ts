import { FrontdeskError } from '../errors.ts'
import type { Asked, SelectQuery } from '../model/index.ts'
import { fold } from './same-name.ts'
import { Tally } from './tally.ts'

const hour = 3_600_000

/** Failed proofs about one person in a day, whoever gives them. */
const mostAboutOne = 20

/** Failed proofs from one address in an hour, whomever they are about: a classroom may share it. */
const mostFromOne = 30

/**
 * Counts failed proofs over all conversations, in memory: the lock of a conversation alone would let whoever begins
 * another guess on. Numbers that nobody has count like any other, so that being refused tells nothing.
 */
export class FailedProofs {
  readonly #about: Tally
  readonly #from: Tally

  constructor(clock: () => number) {
    this.#about = new Tally({ most: mostAboutOne, within: 24 * hour, clock })
    this.#from = new Tally({ most: mostFromOne, within: hour, clock })
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
    const counted = [
      this.#about.count(`${proof.proof}/${subjectOf(proof)}`),
      ...(from === undefined ? [] : [this.#from.count(from)]),
    ]
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
      if (asked.result.rows.length === 1) takeBack()
      return asked
    } catch (thrown) {
      takeBack()
      throw thrown
    }
  }
}

/** Whom a proof is about, as the most forgiving database would compare it. */
function subjectOf({ where }: SelectQuery): string {
  const [key] = where?.kind === 'all' ? where.filters : []
  return key?.kind === 'compare' ? fold(String(key.value)) : ''
}
