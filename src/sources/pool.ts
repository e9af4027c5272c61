import type { StopSignal } from '../model/index.ts'

/** How a pool opens what it holds and lets go of it. */
export interface PoolSettings<Held> {
  /** Held at the most. */
  readonly most: number
  /** Kept open while nobody uses them; more than these are closed after `idleSeconds`. */
  readonly kept: number
  readonly idleSeconds: number
  /** Milliseconds that work waits for one in use before another is opened; 0 where it is not given. */
  readonly patience?: number
  readonly open: () => Promise<Held>
  readonly close: (held: Held) => void | Promise<void>
  /** False once it broke by itself, such as a connection whose server went away. */
  readonly isAlive: (held: Held) => boolean
  /** Makes it stop what it does, when nobody waits for it any more. */
  readonly stop: (held: Held) => void
}

/**
 * Things that are costly to open and do one thing at a time: connections, worker threads. What broke is replaced;
 * work on something kept that turns out to be broken is done again on a new one, so it must be fit to be repeated.
 */
export class Pool<Held> {
  readonly #settings: PoolSettings<Held>
  readonly #idle: Held[] = []
  readonly #waiting: ((given: Held | null) => void)[] = []
  #count = 0
  #closed = false
  #shrinking: NodeJS.Timeout | undefined

  constructor(settings: PoolSettings<Held>) {
    this.#settings = settings
  }

  /** Lends one to `work`. When `signal` aborts, it is told to stop. */
  async run<T>(signal: StopSignal, work: (held: Held) => Promise<T>): Promise<T> {
    const kept = this.#takeIdle()
    if (kept === undefined) return this.#lend(await this.#takeNew(signal), signal, work)
    try {
      return await this.#lend(kept, signal, work)
    } catch (error) {
      // Broken while it lay idle, and nobody noticed: a server that was restarted meanwhile.
      if (this.#settings.isAlive(kept) || signal.aborted) throw error
      return this.#lend(await this.#takeNew(signal), signal, work)
    }
  }

  /** Calls `visit` with each that nobody uses now. */
  forEachIdle(visit: (held: Held) => void): void {
    this.#idle.forEach(visit)
  }

  /** Closes those nobody uses now, and resolves when they are; the others follow as soon as they are given back. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#shrinking)
    this.#shrinking = undefined
    await this.#shrinkTo(0)
  }

  async #lend<T>(held: Held, signal: StopSignal, work: (held: Held) => Promise<T>): Promise<T> {
    const stop = () => this.#settings.stop(held)
    signal.addEventListener('abort', stop)
    try {
      if (signal.aborted) throw signal.reason
      return await work(held)
    } finally {
      signal.removeEventListener('abort', stop)
      this.#giveBack(held)
    }
  }

  #takeIdle(): Held | undefined {
    for (let held = this.#idle.pop(); held !== undefined; held = this.#idle.pop()) {
      if (this.#settings.isAlive(held)) return held
      void this.#drop(held)
    }
    return undefined
  }

  async #takeNew(signal: StopSignal): Promise<Held> {
    const { most, patience = 0 } = this.#settings
    if (this.#count > 0 && patience > 0) {
      const given = await this.#wait(signal, patience)
      if (given !== null) return given
    }
    while (this.#count >= most) {
      const given = await this.#wait(signal)
      if (given !== null) return given
    }
    this.#count++
    try {
      return await this.#settings.open()
    } catch (error) {
      this.#count--
      this.#waiting.shift()?.(null)
      throw error
    }
  }

  /** Resolves with one that was given back, or null when there is room to open another or the time is over. */
  #wait(signal: StopSignal, milliseconds?: number): Promise<Held | null> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        const at = this.#waiting.indexOf(waiter)
        if (at !== -1) this.#waiting.splice(at, 1)
        signal.removeEventListener('abort', stop)
        clearTimeout(timer)
      }
      const waiter = (given: Held | null) => {
        leave()
        resolve(given)
      }
      const stop = () => {
        leave()
        reject(signal.reason)
      }
      const timer = milliseconds && setTimeout(waiter, milliseconds, null)
      signal.addEventListener('abort', stop)
      this.#waiting.push(waiter)
    })
  }

  #giveBack(held: Held): void {
    if (this.#closed || !this.#settings.isAlive(held)) {
      void this.#drop(held)
      this.#waiting.shift()?.(null)
      return
    }
    const waiter = this.#waiting.shift()
    if (waiter) return waiter(held)
    this.#idle.push(held)
    this.#shrinkLater()
  }

  async #drop(held: Held): Promise<void> {
    this.#count--
    await this.#settings.close(held)
  }

  #shrinkLater(): void {
    if (this.#shrinking !== undefined || this.#idle.length <= this.#settings.kept) return
    this.#shrinking = setTimeout(() => {
      this.#shrinking = undefined
      void this.#shrinkTo(this.#settings.kept)
    }, this.#settings.idleSeconds * 1000).unref()
  }

  async #shrinkTo(kept: number): Promise<void> {
    const spare = this.#idle.splice(0, Math.max(0, this.#idle.length - kept))
    await Promise.all(spare.map((held) => this.#drop(held)))
  }
}
