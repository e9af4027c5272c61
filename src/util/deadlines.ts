import { setMaxListeners } from 'node:events'

/** Milliseconds that ends of time are rounded up to. */
const grain = 50

/**
 * Signals that abort after a time. Whoever's time ends within the same twentieth of a second shares a signal and its
 * timer: one of each for every message would cost as much as deciding what to do. So a listener must be removed by who
 * added it; there are as many signals as grains in the longest time.
 */
export class Deadlines {
  readonly #signals = new Map<number, AbortSignal>()

  /** Aborts in so many milliseconds, or up to a twentieth of a second later. */
  signal(milliseconds: number): AbortSignal {
    const end = Math.ceil((performance.now() + Math.max(0, milliseconds)) / grain)
    const known = this.#signals.get(end)
    if (known !== undefined) return known
    const controller = sharedController()
    const abort = () => {
      this.#signals.delete(end)
      controller.abort()
    }
    setTimeout(abort, Math.ceil(end * grain - performance.now())).unref()
    this.#signals.set(end, controller.signal)
    return controller.signal
  }
}

/** For whoever has all the time there is. Shared too: a listener must be removed by who added it. */
export const never: AbortSignal = sharedController().signal

/** Node warns of the eleventh listener of a signal, where they would have been forgotten; here they are many at once. */
function sharedController(): AbortController {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  return controller
}
