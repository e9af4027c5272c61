/** How much a number may send: to all together, and to one user. */

/** @typedef {{ each: number, burst: number }} Rate milliseconds a message takes, and messages ahead of that */

/** Eighty a second; one in six seconds to a user, forty-five ahead: see Meta's page on throughput. */
export const documentedRates = {
  number: { each: 12.5, burst: 80 },
  pair: { each: 6_000, burst: 45 },
}

export class Rates {
  /** When each would have used up what it sent. @type {Map<string, number>} */
  #used = new Map()
  /** @type {{ number: Rate, pair: Rate }} */
  #rates

  /** @param {{ number: Rate, pair: Rate }} rates */
  constructor(rates) {
    this.#rates = rates
  }

  /**
   * Counts a message; tells the error it is refused with, or null.
   *
   * @param {string} user
   * @param {number} now
   */
  take(user, now) {
    const { number, pair } = this.#rates
    if (!this.#fits('', number, now))
      return { status: 429, code: 130429, message: '(#130429) Rate limit hit' }
    if (!this.#fits(user, pair, now))
      return {
        status: 400,
        code: 131056,
        message: '(#131056) (Business Account, Consumer Account) pair rate limit hit',
      }
    this.#count('', number, now)
    this.#count(user, pair, now)
    return null
  }

  /** @param {string} name @param {Rate} rate @param {number} now */
  #fits(name, { each, burst }, now) {
    return (this.#used.get(name) ?? 0) - each * (burst - 1) <= now
  }

  /** @param {string} name @param {Rate} rate @param {number} now */
  #count(name, { each }, now) {
    this.#used.set(name, Math.max(this.#used.get(name) ?? 0, now) + each)
  }
}
