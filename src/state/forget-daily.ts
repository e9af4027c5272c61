import type { State } from '../model/index.ts'

const hour = 3_600_000
const day = 24 * hour

/** What is forgotten, and when it is too old. */
export interface Forgetting {
  readonly state: State
  /** Days that turns and sessions are kept; a changed desk may say otherwise. */
  readonly days: () => number
  readonly clock: () => number
  readonly forgot: (turns: number) => void
  readonly failed: (thrown: unknown) => void
}

/**
 * Forgets what is older than the desk keeps, now and then once a day. It looks every hour, because a laptop that slept
 * through the night does not fire a timer of a day. Returns what ends it.
 */
export function forgetDaily(forgetting: Forgetting): () => void {
  let last: number | null = null
  const look = async () => {
    const now = forgetting.clock()
    if (last !== null && now >= last && now - last < day) return
    last = now
    try {
      const before = new Date(now - forgetting.days() * day).toISOString()
      const turns = await forgetting.state.forget(before)
      if (turns > 0) forgetting.forgot(turns)
    } catch (thrown) {
      forgetting.failed(thrown)
    }
  }
  const timer = setInterval(() => void look(), hour)
  timer.unref()
  void look()
  return () => clearInterval(timer)
}
