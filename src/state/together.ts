/**
 * Does together what is asked for while something is being done: of many callers at once, each waits for two rounds at
 * the most, whatever a round costs.
 */
export class Together<Asked> {
  readonly #doAll: (asked: readonly Asked[]) => Promise<readonly unknown[]>
  #waiting: Waiting<Asked>[] = []
  #doing: Promise<void> | null = null

  /** @param doAll one round; gives an outcome for each that was asked */
  constructor(doAll: (asked: readonly Asked[]) => Promise<readonly unknown[]>) {
    this.#doAll = doAll
  }

  /** Resolves to the outcome. Rejects with what its round rejects with. */
  ask<T>(asked: Asked): Promise<T> {
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.push({ asked, resolve, reject })
      this.#doing ??= this.#rounds()
    }) as Promise<T>
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    while (this.#doing !== null) await this.#doing
  }

  async #rounds(): Promise<void> {
    // What is asked for in the same tick goes along.
    await new Promise(setImmediate)
    while (this.#waiting.length > 0) await this.#round(this.#waiting.splice(0))
    this.#doing = null
  }

  async #round(round: readonly Waiting<Asked>[]): Promise<void> {
    try {
      const outcomes = await this.#doAll(round.map(({ asked }) => asked))
      round.forEach(({ resolve }, i) => resolve(outcomes[i]))
    } catch (thrown) {
      for (const { reject } of round) reject(thrown)
    }
  }
}

interface Waiting<Asked> {
  readonly asked: Asked
  readonly resolve: (outcome: unknown) => void
  readonly reject: (thrown: unknown) => void
}
