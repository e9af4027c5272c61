import type { Attempts, Facts, Identity } from '../../model/index.ts'

const minute = 60_000

/** Minutes, rounded up, until another proof may be given; 0 when it may be given now. */
export function lockedFor(attempts: Attempts, facts: Facts): number {
  if (attempts.lockedUntil === undefined) return 0
  const left = Date.parse(attempts.lockedUntil) - Date.parse(facts.now)
  return Math.max(0, Math.ceil(left / minute))
}

/**
 * One failed proof more; the last one allowed locks. A proof that succeeds takes nothing back: else one's own could be
 * given in between to try another's for ever.
 */
export function fail(attempts: Attempts, identity: Identity, facts: Facts): Attempts {
  const before = attempts.lockedUntil === undefined ? attempts.failures : 0
  const failures = before + 1
  if (failures < identity.attempts) return { failures }
  const until = Date.parse(facts.now) + identity.lockMinutes * minute
  return { failures, lockedUntil: new Date(until).toISOString() }
}
