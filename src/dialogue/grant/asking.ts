import type {
  Asking,
  Choice,
  Decision,
  Intent,
  Move,
  Sentence,
  Session,
  Values,
} from '../../model/index.ts'
import { isClosed } from '../slots/unknown-value.ts'
import type { Talk } from '../talk.ts'
import { lockedFor } from './attempts.ts'
import { offer, say } from './say.ts'
import { sharedName } from './shared-name.ts'

/** Replies that did not fit before the desk stops asking. */
export const mostMisses = 3

/** Questions kept to come back to; what was left before them is forgotten. */
const mostPaused = 3

/** Puts the pending question aside for another intent; a question of that intent itself is dropped instead. */
export function pause(session: Session, intent: Intent): Session {
  const { asking, ...rest } = session
  const left = asking === undefined ? session.paused : [...session.paused, asking]
  const paused = left.filter((one) => one.intent !== intent.name).slice(-mostPaused)
  return { ...rest, paused }
}

/** How often a question comes back unasked; a visitor who talks of other things even then has moved on. */
const mostReturns = 2

/** A session that waits for a question, and the move that puts it again; neither where none was left. */
interface Resumed {
  readonly back: Question | undefined
  readonly session: Session
}

/** Takes up the latest question left in the middle. */
export function resume(session: Session, talk: Talk): Resumed {
  const { asking: pending, ...rest } = session
  const open = [...session.paused, ...(pending === undefined ? [] : [pending])].filter(
    (one) => !isPointless(one, session, talk),
  )
  const asking = open.at(-1)
  if (asking === undefined) return { back: undefined, session: { ...rest, paused: [] } }
  return {
    back: question(asking, false),
    session: { ...rest, asking, paused: open.slice(0, -1) },
  }
}

/**
 * Takes it up after something else was talked of. One that came back often enough lapses instead, and what was left
 * before it too.
 */
export function comeBack(session: Session, talk: Talk): Resumed {
  const resumed = resume(session, talk)
  const { asking, ...rest } = resumed.session
  if (asking === undefined) return resumed
  const returns = (asking.returns ?? 0) + 1
  if (returns > mostReturns) return { back: undefined, session: { ...rest, paused: [] } }
  return { ...resumed, session: { ...rest, asking: { ...asking, returns } } }
}

/** The move that puts a question to the visitor. */
function question(asking: Asking, again: boolean): Question {
  const { intent, slot, slots, proving } = asking
  if (proving !== undefined) {
    return { kind: 'verify', identity: proving.identity, column: slot, again }
  }
  return { kind: 'ask', intent, slot, slots, again, choices: [] }
}

/** A move that asks the visitor something. */
type Question = Extract<Move, { kind: 'ask' | 'verify' }>

/** The intent is gone since the desk changed, or its proof may not be given now. */
function isPointless(asking: Asking, session: Session, talk: Talk): boolean {
  if (!talk.desk.intent.has(asking.intent)) return true
  if (asking.proving === undefined) return false
  return talk.message.anonymous === true || lockedFor(session.attempts, talk.facts) > 0
}

/** Says a sentence, then puts the pending question again. */
export function sayInPassing(
  sentence: Sentence,
  talk: Talk,
  rest: { readonly values?: Values; readonly choices?: readonly Choice[] } = {},
): Decision {
  const { back, session } = resume(talk.session, talk)
  return { move: say(sentence, { ...rest, then: back }), session }
}

/** Puts the question again, politely, with the same choices; after a few times the desk stops asking. */
export function askAgain(asking: Asking, talk: Talk): Decision {
  const misses = asking.misses + 1
  if (misses >= mostMisses) return giveUp(talk)
  const next = { ...asking, misses }
  const session = { ...talk.session, asking: next }
  const move = question(next, true)
  if (move.kind !== 'ask') return { move, session }
  const choices = offeredBefore(asking, talk)
  const which = whichOneAgain(asking, choices, talk)
  return { move: which ?? { ...move, choices, ...unknownIn(asking, talk) }, session }
}

/** More words than this are hardly the name of a thing. */
const mostNamed = 8

/** The reply as a value the desk does not have, where it may be one. */
function unknownIn({ intent, slot: name }: Asking, talk: Talk): { readonly unknown?: string } {
  const slot = talk.desk.intent.get(intent)?.slots.find((one) => one.name === name)
  const unknown = talk.message.text.trim()
  const mayBe = slot !== undefined && isClosed(slot, talk) && unknown !== ''
  return mayBe && unknown.split(/\s+/).length <= mostNamed ? { unknown } : {}
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
  const { asking: _, ...session } = talk.session
  return sayInPassing('gave-up-asking', { ...talk, session })
}

function offeredBefore(asking: Asking, talk: Talk): readonly Choice[] {
  const same = talk.before.offered.filter(
    ({ means }) => means.kind === 'intent' && means.intent === asking.intent,
  )
  return offer('a', same, talk)
}
