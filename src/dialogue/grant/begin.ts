import type { Asking, Decision, Identity, Intent, Values } from '../../model/index.ts'
import { complete } from '../slots/complete.ts'
import type { Filled } from '../slots/fill.ts'
import { proofsSaid, proofsVolunteered } from '../slots/proofs.ts'
import { unknownValue } from '../slots/unknown-value.ts'
import type { Talk } from '../talk.ts'
import { giveUp, mostMisses, pause } from './asking.ts'
import { pursue } from './pursue.ts'

/** Takes up an intent. What was being asked for another is put aside. */
export function begin(intent: Intent, said: Filled, talk: Talk): Decision {
  const identity = talk.desk.identity.get(intent.identity ?? '')
  const slots = complete(intent, said, talk)
  const errand = {
    intent,
    slots,
    unknown: unknownValue(intent, slots, said, talk),
    unclear: said.unclear,
    unfit: said.unfit,
    given: identity === undefined ? {} : proofsKnown(identity, said, talk),
    misses: 0,
  }
  return pursue(errand, { ...talk, session: pause(talk.session, intent) })
}

/** The proofs said with the wish; with none, those given already for another wish of the same identity. */
function proofsKnown(identity: Identity, said: Filled, talk: Talk): Values {
  const volunteered = proofsVolunteered(identity, said, talk)
  if (Object.keys(volunteered).length > 0) return volunteered
  const { asking, paused } = talk.session
  const open = asking === undefined ? paused : [...paused, asking]
  return open.findLast(({ proving }) => proving?.identity === identity.name)?.proving?.given ?? {}
}

/** Takes up an intent whose slots a platform in front asks for itself: the desk waits for nothing. */
export function beginElsewhere(intent: Intent, said: Filled, talk: Talk): Decision {
  const { move, session } = begin(intent, said, talk)
  const { asking: _, ...rest } = session
  return { move, session: rest }
}

/** Goes on with the intent a question was put for; a reply that leaves the question open counts as a miss. */
export function goOn(asking: Asking, said: Filled, talk: Talk): Decision {
  const intent = talk.desk.intent.get(asking.intent)
  const given = proofsIn(asking, talk)
  const isSettled = Object.hasOwn(asking.proving === undefined ? said.slots : given, asking.slot)
  const misses = isSettled ? 0 : asking.misses + 1
  if (intent === undefined || misses >= mostMisses) return giveUp(talk)
  const { asking: _, ...session } = talk.session
  const slots = { ...asking.slots, ...said.slots }
  const { unclear, unfit } = said
  const errand = { intent, slots, unclear, unfit, unknown: null, given, misses }
  return pursue(errand, { ...talk, session })
}

function proofsIn({ proving, slot }: Asking, talk: Talk): Values {
  const identity = talk.desk.identity.get(proving?.identity ?? '')
  if (identity === undefined) return {}
  return { ...proving?.given, ...proofsSaid(identity, talk, slot).given }
}
