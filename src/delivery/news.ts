import { failureObserved, FrontdeskError } from '../errors.ts'
import type { News, Observation } from '../model/index.ts'

/** What is observed of a report; one that says a message failed is an error for the operator. */
export function newsObserved({ channel, state, reason, answers }: News): readonly Observation[] {
  const told = { kind: 'report', channel, state } as const
  if (state !== 'failed') return [told]
  const message = `A message of ${channel} did not arrive${answers === null ? '' : `: it answered ${answers}`}.`
  const cause = new Error(reason ?? 'The platform gives no reason.')
  return [told, failureObserved(new FrontdeskError('delivery/not-arrived', message, { cause }))]
}
