import type { Asking, Intent, Move, Session } from '../model/index.ts'
import { lockedFor } from './attempts.ts'
import type { Talk } from './talk.ts'

/** Questions kept to come back to; what was left before them is forgotten. */
const mostPaused = 3

/** Puts the pending question aside for another intent; a question of that intent itself is dropped instead. */
export function pause(session: Session, intent: Intent): Session {
  const { asking, ...rest } = session
  const left = asking === undefined ? session.paused : [...session.paused, asking]
  const paused = left.filter((one) => one.intent !== intent.name).slice(-mostPaused)
  return { ...rest, paused }
}

/** Takes up the latest question left in the middle: the session that waits for it, and the move that puts it again. */
export function resume(
  session: Session,
  talk: Talk,
): { back: Question | undefined; session: Session } {
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

/** The move that puts a question to the visitor. */
export function question(asking: Asking, again: boolean): Question {
  const { intent, slot, slots, proving } = asking
  if (proving !== undefined) {
    return { kind: 'verify', identity: proving.identity, column: slot, again }
  }
  return { kind: 'ask', intent, slot, slots, again, choices: [] }
}

/** A move that asks the visitor something. */
export type Question = Extract<Move, { kind: 'ask' | 'verify' }>

/** The intent is gone since the desk changed, or its proof may not be given now. */
function isPointless(asking: Asking, session: Session, talk: Talk): boolean {
  if (!talk.desk.intent.has(asking.intent)) return true
  if (asking.proving === undefined) return false
  return talk.message.anonymous === true || lockedFor(session.attempts, talk.facts) > 0
}
