import { failureObserved, type FrontdeskError } from '../errors.ts'
import type { LocalDoor, Exposure, Observe, Registrar, Reached } from '../model/index.ts'
import { backoff } from '../util/backoff.ts'
import { InTurn } from '../util/in-turn.ts'
import { HealingAddress } from './healing-address.ts'
import type { Recorded } from './record.ts'
import { register } from './registration.ts'

/** What reaching a desk is put together from. */
export interface ReachWorld {
  readonly exposure: Exposure
  readonly door: LocalDoor
  readonly look: (url: string, signal: AbortSignal) => Promise<string | null>
  /** The platforms that call the desk, by the name of their channel, as it is declared at this moment. */
  readonly registrars: () => ReadonlyMap<string, Registrar>
  /**
   * Is told where the desk is, and the channels whose platforms call it there: the others ask for themselves what was
   * said, as far as they can. Resolves when those that are called have stopped asking.
   */
  readonly called: (url: string | null, channels: ReadonlySet<string>) => Promise<void>
  readonly record: (recorded: Recorded) => void
  readonly observe: Observe
  readonly clock: () => number
  readonly random: () => number
  readonly times?: Times
}

/** Milliseconds. */
export interface Times {
  /** How long an address may be away before channels ask for themselves. */
  readonly grace: number
  /** Between two comparisons of what platforms know with where the desk is. */
  readonly compare: number
}

const usualTimes: Times = { grace: 3_000, compare: 3_600_000 }

const one = 'one at a time'

/**
 * The address of a desk and whoever is told of it: every platform when it comes or changes, at the start, and once an
 * hour; a platform that cannot be told is told again, later each time.
 */
export class Reach {
  readonly #world: ReachWorld
  readonly #times: Times
  readonly #address: HealingAddress
  readonly #closing = new AbortController()
  readonly #inTurn = new InTurn()
  /** Where each channel's platform was told to call, and by whom: what another proves may be another than it was. */
  readonly #told = new Map<string, { readonly url: string; readonly by: Registrar }>()
  #next: NodeJS.Timeout | undefined
  #failures = 0

  constructor(world: ReachWorld) {
    this.#world = world
    this.#times = world.times ?? usualTimes
    this.#later(this.#times.grace, () => this.#ask())
    this.#address = new HealingAddress({
      ...world,
      changed: (reached) => this.#changed(reached),
      failed: (thrown) => this.#observeFailure(thrown),
    })
  }

  get reached(): Reached {
    return this.#address.reached
  }

  /** Tells platforms again where the desk is: its channels may be others than they were. */
  renew(): Promise<void> {
    return this.#inTurn.run(one, () => this.#tell())
  }

  /** Closes the way and tells nobody: platforms keep what they have to say until the desk is back. Never rejects. */
  async close(): Promise<void> {
    clearTimeout(this.#next)
    this.#closing.abort()
    await this.#address.close()
    await this.#inTurn.run(one, async () => {})
  }

  #changed(reached: Reached): void {
    const { observe, clock } = this.#world
    observe({ kind: 'address', reached })
    const at = new Date(clock()).toISOString()
    if (reached.kind === 'up') {
      this.#record({ at, what: 'up', url: reached.url })
      this.#failures = 0
      this.#later(0, () => this.#tell())
    } else {
      this.#record({ at, what: 'down', reason: reached.reason })
      this.#later(this.#times.grace, () => this.#ask())
    }
  }

  /** What is to be done next, in the place of what was. */
  #later(milliseconds: number, work: () => Promise<void>): void {
    clearTimeout(this.#next)
    const begin = () =>
      void this.#inTurn.run(one, work).catch((thrown: unknown) => {
        this.#world.observe(failureObserved(thrown))
        this.#later(backoff(++this.#failures, this.#world.random()), work)
      })
    this.#next = setTimeout(begin, milliseconds).unref()
  }

  /** There is no address: channels ask for themselves. */
  async #ask(): Promise<void> {
    if (this.reached.kind === 'down' && !this.#closing.signal.aborted)
      await this.#world.called(null, new Set())
  }

  async #tell(): Promise<void> {
    const { reached } = this
    const { signal } = this.#closing
    if (reached.kind === 'down' || signal.aborted) return
    const { registrars, called, random } = this.#world
    const all = registrars()
    // Whoever asks makes a platform forget where to call.
    await called(reached.url, new Set(all.keys()))
    const telling = [...all].map(async ([channel, registrar]) => {
      const url = `${reached.url}/channels/${channel}`
      return (await this.#tellOne(channel, registrar, url)) ? [channel] : []
    })
    const told = new Set((await Promise.all(telling)).flat())
    if (signal.aborted || this.reached !== reached) return
    await called(reached.url, told)
    this.#failures = told.size === all.size ? 0 : this.#failures + 1
    const pause = this.#failures === 0 ? this.#times.compare : backoff(this.#failures, random())
    this.#later(pause, () => this.#tell())
  }

  async #tellOne(channel: string, registrar: Registrar, url: string): Promise<boolean> {
    const { observe, clock } = this.#world
    const told = this.#told.get(channel)
    const anew = told?.url !== url || told.by !== registrar
    const { outcome, failure } = await register(registrar, { url, anew }, this.#closing.signal)
    if (this.#closing.signal.aborted) return false
    observe({ kind: 'registration', channel, outcome, url })
    const reason = failure === null ? {} : { reason: failure.message }
    const at = new Date(clock()).toISOString()
    this.#record({ at, what: 'told', channel, outcome, url, ...reason })
    if (failure !== null) {
      if (this.#failures === 0) this.#observeFailure(failure, channel)
      this.#told.delete(channel)
      return false
    }
    this.#told.set(channel, { url, by: registrar })
    return true
  }

  /** A full disk keeps nobody from being reached. */
  #record(recorded: Recorded): void {
    try {
      this.#world.record(recorded)
    } catch (thrown) {
      this.#world.observe(failureObserved(thrown, 'The record of addresses'))
    }
  }

  #observeFailure(failure: FrontdeskError, what?: string): void {
    this.#world.observe(failureObserved(failure, what))
  }
}
