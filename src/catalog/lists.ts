/**
 * Lists of numbers by a key. Nearly every list has one number only, and for fifty thousand of them an array each would
 * take more memory than all the keys together.
 */
export class Lists {
  readonly #lists = new Map<string, number | number[]>()

  /** Adds an item, unless it is the last of its list already. */
  add(key: string, item: number): void {
    const known = this.#lists.get(key)
    if (known === undefined) this.#lists.set(key, item)
    else if (typeof known === 'object') {
      if (known.at(-1) !== item) known.push(item)
    } else if (known !== item) this.#lists.set(key, [known, item])
  }

  has(key: string): boolean {
    return this.#lists.has(key)
  }

  get(key: string): readonly number[] | undefined {
    const known = this.#lists.get(key)
    return typeof known === 'number' ? [known] : known
  }

  keys(): Iterable<string> {
    return this.#lists.keys()
  }
}
