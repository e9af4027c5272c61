/** The values set last, as many as weigh no more together than allowed: the longest unset goes first. */
export class Recent<T> {
  readonly #values = new Map<string, { readonly value: T; readonly weight: number }>()
  readonly #most: number
  #weight = 0

  /** @param most what all values may weigh together */
  constructor(most: number) {
    this.#most = most
  }

  get(key: string): T | undefined {
    return this.#values.get(key)?.value
  }

  set(key: string, value: T, weight = 1): void {
    this.delete(key)
    this.#values.set(key, { value, weight })
    this.#weight += weight
    if (this.#weight > this.#most) this.#shed()
  }

  delete(key: string): void {
    this.#weight -= this.#values.get(key)?.weight ?? 0
    this.#values.delete(key)
  }

  clear(): void {
    this.#values.clear()
    this.#weight = 0
  }

  #shed(): void {
    for (const key of this.#values.keys()) {
      if (this.#weight <= this.#most) return
      this.delete(key)
    }
  }
}
