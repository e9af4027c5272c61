import type { Decision } from './stages.ts'

/**
 * The decision as it may stand in a conversation anybody could have named: nobody is asked there to prove who they
 * are, and nobody counts as proven. What needs a proof gets the sentence `no-proof-here` instead.
 */
export function withoutIdentity(decision: Decision): Decision {
  if (!concernsIdentity(decision)) return decision
  const { person: _person, asking, ...rest } = decision.session
  const kept = asking === undefined || asking.proving !== undefined ? rest : { ...rest, asking }
  const session = { ...kept, paused: rest.paused.filter((one) => one.proving === undefined) }
  if (decision.move.kind !== 'verify') return { move: decision.move, session }
  return {
    move: { kind: 'say', sentence: 'no-proof-here', values: {}, choices: [] },
    session,
  }
}

function concernsIdentity({ move, session: { person, asking, paused } }: Decision): boolean {
  if (move.kind === 'verify' || person !== undefined) return true
  return asking?.proving !== undefined || paused.some((one) => one.proving !== undefined)
}
