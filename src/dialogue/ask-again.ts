import type { Asking, Choice, Decision, Move } from '../model/index.ts'
import { offer } from './choices.ts'
import { question, resume } from './interrupt.ts'
import { say } from './say.ts'
import { sharedName } from './shared-name.ts'
import type { Talk } from './talk.ts'

/** Replies that did not fit before the desk stops asking. */
export const mostMisses = 3

/** Puts the question again, politely, with the same choices; after a few times the desk stops asking. */
export function askAgain(asking: Asking, talk: Talk): Decision {
  const misses = asking.misses + 1
  if (misses >= mostMisses) return giveUp(talk)
  const next = { ...asking, misses }
  const session = { ...talk.session, asking: next }
  const move = question(next, true)
  if (move.kind !== 'ask') return { move, session }
  const choices = offeredBefore(asking, talk)
  return { move: whichOneAgain(asking, choices, talk) ?? { ...move, choices }, session }
}

/** "Which Sharma?" once more: choices under a slot that offers none by itself came with that question. */
function whichOneAgain(asking: Asking, choices: readonly Choice[], talk: Talk): Move | null {
  const slots = talk.desk.intent.get(asking.intent)?.slots ?? []
  const offers = slots.find(({ name }) => name === asking.slot)?.offer ?? 0
  const what = sharedName({ words: '', values: choices.map(({ label }) => label) })
  if (offers > 0 || choices.length < 2 || what === '') return null
  return say('which-one', { values: { what }, choices })
}

/** Stops asking, and goes back to what was left before. */
export function giveUp(talk: Talk): Decision {
  const { asking: _, ...rest } = talk.session
  const { back, session } = resume(rest, talk)
  return { move: say('gave-up-asking', { then: back }), session }
}

function offeredBefore(asking: Asking, talk: Talk): readonly Choice[] {
  const same = talk.before.offered.filter(
    ({ means }) => means.kind === 'intent' && means.intent === asking.intent,
  )
  return offer('a', same, talk)
}
