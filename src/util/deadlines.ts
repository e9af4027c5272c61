import { Stop } from './stop.ts'

/** Milliseconds that ends of time are rounded up to. */
const grain = 50

/**
 * Signals that abort after a time. Whoever's time ends within the same twentieth of a second shares a signal and its
 * timer: one of each for every message would cost as much as deciding what to do. So a listener must be removed by who
 * added it; there are as many signals as grains in the longest time.
 */
export class Deadlines {
  readonly #signals = new Map<number, Stop>()

  /** Aborts in so many milliseconds, or up to a twentieth of a second later. */
  signal(milliseconds: number): Stop {
    const end = Math.ceil((performance.now() + Math.max(0, milliseconds)) / grain)
    const known = this.#signals.get(end)
    if (known !== undefined) return known
    const signal = new Stop()
    const abort = () => {
      this.#signals.delete(end)
      signal.abort(new Error('The time is over.'))
    }
    setTimeout(abort, Math.ceil(end * grain - performance.now())).unref()
    this.#signals.set(end, signal)
    return signal
  }
}

/** For whoever has all the time there is. Shared too: a listener must be removed by who added it. */
export const never = new Stop()
