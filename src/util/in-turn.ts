/** Runs work one at a time per key, in the order it came; different keys run side by side. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Resolves or rejects as `work` does, once everything before it under the same key has settled. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key)
    const mine = before === undefined ? work() : before.then(work, work)
    this.#last.set(key, mine)
    const tidy = () => {
      if (this.#last.get(key) === mine) this.#last.delete(key)
    }
    mine.then(tidy, tidy)
    return mine
  }
}
