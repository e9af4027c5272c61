import type { Decision, Move, Session } from '../../model/index.ts'
import { leave } from '../contexts.ts'
import { isEveryday } from '../everyday/everyday.ts'
import { isUnread } from '../slots/unknown-value.ts'
import type { Talk } from '../talk.ts'
import { comeBack, sayInPassing } from './asking.ts'
import { type Errand, waitFor } from './errand.ts'
import { offer, say } from './say.ts'
import { sharedName } from './shared-name.ts'
import { verify } from './verify.ts'

/** The next step of an errand: what is not clear, who is asking, what is missing; when nothing is, the answer. */
export function pursue(errand: Errand, talk: Talk): Decision {
  return (
    clarify(errand, talk) ??
    verify(errand, talk, pursue) ??
    ask(errand, talk) ??
    answer(errand, talk)
  )
}

/** "Which Sharma?" */
function clarify(errand: Errand, talk: Talk): Decision | null {
  const { intent, slots, unclear } = errand
  if (unclear === null) return null
  const options = unclear.values.map((value) => ({
    label: String(value),
    means: {
      kind: 'intent' as const,
      intent: intent.name,
      slots: { ...slots, [unclear.slot]: value },
    },
  }))
  const choices = offer('s', options, talk)
  return {
    move: say('which-one', { values: { what: sharedName(unclear) }, choices }),
    session: waitFor(unclear.slot, errand, talk.session),
  }
}

/** Asks for a slot that was said but did not fit, else for the first that is required and missing. */
function ask(errand: Errand, talk: Talk): Decision | null {
  const { intent, slots, unfit, unknown } = errand
  const missing = intent.slots.find((slot) => slot.required && (slots[slot.name] ?? null) === null)
  const slot = unfit ?? missing?.name
  if (slot === undefined) return null
  if (unfit === null && missing !== undefined && isUnread(missing, talk)) {
    return sayInPassing('unavailable', talk)
  }
  const isUnknown = unknown?.slot === slot
  const again = unfit !== null || isUnknown
  const said = isUnknown ? { unknown: unknown.words } : {}
  return {
    move: { kind: 'ask', intent: intent.name, slot, slots, again, choices: [], ...said },
    session: waitFor(slot, errand, talk.session),
  }
}

/** Answers, and takes up again what was left in the middle; what the desk knows nothing of it says first. */
function answer({ intent, slots, unknown }: Errand, talk: Talk): Decision {
  const { back, session } = comeBack(after({ intent, slots }, talk), talk)
  const answered: Move = { kind: 'answer', intent: intent.name, slots }
  const move = back === undefined ? answered : { ...answered, back }
  if (unknown === null) return { move, session }
  return { move: say('no-such', { values: { said: unknown.words }, then: move }), session }
}

/** The session once an intent is answered. Everyday talk is no subject to go on from. */
function after({ intent, slots }: Pick<Errand, 'intent' | 'slots'>, talk: Talk): Session {
  const { session, desk } = talk
  const kept = intent.remembers.map((name) => [name, slots[name] ?? null] as const)
  const known = kept.filter(([, value]) => value !== null)
  const answered = {
    ...session,
    contexts: leave(session.contexts, intent, slots),
    remembered: { ...session.remembered, ...Object.fromEntries(known) },
  }
  return isEveryday(intent, desk.topics)
    ? answered
    : { ...answered, last: { intent: intent.name, slots } }
}
