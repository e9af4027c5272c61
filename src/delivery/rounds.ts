/**
 * Looks for work, over and over: at once when it is woken, and every now and then by itself, because another process
 * may have left some.
 */
export class Rounds {
  readonly #round: () => Promise<void>
  readonly #pause: number
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #isWoken = false
  #isClosed = false

  /** @param pause milliseconds between two rounds nobody asked for */
  constructor(round: () => Promise<void>, pause: number) {
    this.#round = round
    this.#pause = pause
  }

  /** Begins, or begins the next round as soon as this one ends. */
  wake(): void {
    this.#isWoken = true
    if (this.#isClosed || this.#running !== null) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#running = this.#run()
  }

  /** Ends; resolves when no round is under way. */
  async close(): Promise<void> {
    this.#isClosed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#isWoken && !this.#isClosed) {
      this.#isWoken = false
      await this.#round()
    }
    this.#running = null
    if (!this.#isClosed) this.#timer = setTimeout(() => this.wake(), this.#pause).unref()
  }
}
