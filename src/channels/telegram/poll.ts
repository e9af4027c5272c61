import { setTimeout as sleep } from 'node:timers/promises'
import { failureObserved } from '../../errors.ts'
import type { Observe } from '../../model/index.ts'
import { backoff } from '../../util/backoff.ts'
import type { CallApi } from './api.ts'
import { wantedUpdates } from './updates.ts'

/** Seconds Telegram keeps a call open while there is nothing to tell. */
const patience = 25

/** What polling is given. */
export interface Polling {
  readonly call: CallApi
  /** Keeps what a batch holds; resolves when it is durable. */
  readonly keep: (updates: readonly unknown[]) => Promise<void>
  readonly observe: Observe
  readonly signal: AbortSignal
}

/**
 * Asks for what happened, over and over, until it is told to stop. The next call confirms what the one before brought,
 * and is made only after that was kept: a crash in between brings it once more. Never rejects.
 */
export async function poll({ call, keep, observe, signal }: Polling): Promise<void> {
  let offset: number | undefined
  let failures = 0
  while (!signal.aborted) {
    try {
      if (failures > 0 || offset === undefined) await call('deleteWebhook', {}, signal)
      const params = { timeout: patience, limit: 100, allowed_updates: wantedUpdates }
      const asked = offset === undefined ? params : { ...params, offset }
      const updates = (await call('getUpdates', asked, signal)) as readonly { update_id: number }[]
      await keep(updates)
      offset = updates.reduce((next, { update_id }) => Math.max(next, update_id + 1), offset ?? 0)
      failures = 0
    } catch (thrown) {
      if (signal.aborted) return
      // A platform that stays away is news once.
      if (failures === 0) observe(failureObserved(thrown))
      await sleep(backoff(failures++, Math.random()), null, { signal }).catch(() => {})
    }
  }
}
