import { asFrontdeskError, FrontdeskError } from '../errors.ts'
import type { Exposure, LocalDoor, Reached, Way } from '../model/index.ts'
import { backoff } from '../util/backoff.ts'
import { onWake } from './wake.ts'

/** What an address is kept up with. */
export interface HealingWorld {
  readonly exposure: Exposure
  readonly door: LocalDoor
  /** Looks from outside: null when the address leads here, else what is wrong. Never rejects. */
  readonly look: (url: string, signal: AbortSignal) => Promise<string | null>
  /** Is told whenever the address comes, goes or changes. */
  readonly changed: (reached: Reached) => void
  /** Is told why there is no address, once for each time it went. */
  readonly failed: (thrown: FrontdeskError) => void
  readonly clock: () => number
  /** 0 inclusive to 1 exclusive. */
  readonly random: () => number
}

/** Milliseconds between looks while the answer is wrong, and how many wrong ones in a row are believed. */
const [betweenDoubts, doubts] = [1_000, 3]

/** Milliseconds a new way has until it leads here: a name may need that long to be known everywhere. */
const arrival = 60_000

/** Milliseconds a way has to stand to be opened anew at once. */
const shortest = 1_000

/** Milliseconds between two tries at the most, where trying again may help by itself. */
const longestPause = 2_000

/**
 * An address that heals itself: opens its way, looks from outside whether it leads here, and opens it anew when it is
 * lost, when it leads nowhere three times in a row, or at the first wrong answer after this computer has slept.
 */
export class HealingAddress {
  readonly #world: HealingWorld
  readonly #closing = new AbortController()
  readonly #running: Promise<void>
  #reached: Reached = { kind: 'down', reason: 'It has just begun.' }
  /** Why the way that is open leads nowhere any more; null as long as nobody says so. */
  #loss: string | null = null
  /** Ends the pause or the look that is under way. */
  #hurry: () => void = () => {}
  #hasSlept = false

  constructor(world: HealingWorld) {
    this.#world = world
    const stop = onWake(world.clock, () => {
      this.#hasSlept = true
      this.#hurry()
    })
    this.#running = this.#run().finally(stop)
  }

  get reached(): Reached {
    return this.#reached
  }

  /** Closes the way. Never rejects. */
  async close(): Promise<void> {
    this.#closing.abort()
    this.#hurry()
    await this.#running
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#isClosing;) {
      try {
        const stood = await this.#once()
        failures = 0
        if (stood < shortest) await this.#pause(shortest)
      } catch (thrown) {
        if (this.#isClosing) return
        const failure = asFrontdeskError(thrown)
        if (failures === 0) this.#world.failed(failure)
        this.#become({ kind: 'down', reason: failure.message })
        const pause = backoff(failures++, this.#world.random())
        await this.#pause(failure.entry.retry ? Math.min(pause, longestPause) : pause)
      }
    }
  }

  /** Opens the way and stays with it as long as it leads here: that many milliseconds. Rejects when it never does. */
  async #once(): Promise<number> {
    const { exposure, door } = this.#world
    const way = await exposure.open(door, this.#closing.signal)
    let isOpen = true
    const lose = (reason: string): void => {
      if (!isOpen) return
      this.#loss = reason
      this.#hurry()
    }
    void way.lost.then(lose)
    try {
      await this.#arrive(way)
      const since = performance.now()
      if (!this.#isClosing) this.#become({ kind: 'up', url: way.url })
      const reason = await this.#stay(way)
      if (!this.#isClosing) this.#become({ kind: 'down', reason })
      return performance.now() - since
    } finally {
      isOpen = false
      this.#loss = null
      await way.close()
    }
  }

  /** Resolves when the way leads here; rejects when it does not in time. */
  async #arrive(way: Way): Promise<void> {
    const deadline = performance.now() + arrival
    for (let wait = 250; !this.#isClosing; wait = Math.min(wait * 2, 3_000)) {
      const wrong = await this.#look(way)
      if (wrong === null) return
      if (this.#loss !== null) throw new FrontdeskError('exposure/unreachable', this.#loss)
      if (performance.now() > deadline)
        throw new FrontdeskError('exposure/astray', `${way.url} ${wrong}.`)
      await this.#pause(wait)
    }
  }

  /** Resolves with the reason once the way leads here no more, or nobody needs it. */
  async #stay(way: Way): Promise<string> {
    for (let wrongs = 0; !this.#isClosing;) {
      await this.#pause(wrongs === 0 ? this.#world.exposure.every : betweenDoubts)
      // Whoever wakes in the middle of a look has only cut it short.
      const hadSlept = this.#hasSlept
      this.#hasSlept = false
      const wrong = await this.#look(way)
      if (this.#loss !== null) return this.#loss
      wrongs = wrong === null ? 0 : wrongs + 1
      if (wrong !== null && (wrongs === doubts || hadSlept)) return `${way.url} ${wrong}.`
    }
    return 'It was closed.'
  }

  get #isClosing(): boolean {
    return this.#closing.signal.aborted
  }

  /** What is wrong, or null. A way that is known to be lost is not looked at. */
  async #look({ url }: Way): Promise<string | null> {
    if (this.#loss !== null || this.#isClosing) return this.#loss
    const looking = new AbortController()
    this.#hurry = () => looking.abort()
    return this.#world.look(url, looking.signal)
  }

  /** Waits so long, or until there is a hurry. */
  async #pause(milliseconds: number): Promise<void> {
    if (this.#loss !== null || this.#isClosing) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds).unref()
      this.#hurry = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #become(reached: Reached): void {
    const before = this.#reached
    this.#reached = reached
    const isNews =
      before.kind !== reached.kind ||
      (before.kind === 'up' && reached.kind === 'up' && before.url !== reached.url)
    if (isNews) this.#world.changed(reached)
  }
}
