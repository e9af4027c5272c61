import type { Session } from '../model/index.ts'
import type { Known } from './definitions.ts'

/** The session without what intents of a proven person left in it. */
export function forgetPrivate(session: Session, desk: Known): Session {
  const isPrivate = (intent: string) => (desk.intent.get(intent)?.identity ?? null) !== null
  const { asking, last, ...rest } = session
  const keptAsking = asking !== undefined && !isPrivate(asking.intent) ? { asking } : {}
  const keptLast = last !== undefined && !isPrivate(last.intent) ? { last } : {}
  const privately = desk.intents.filter((intent) => intent.identity !== null)
  const contexts = new Set(privately.flatMap((intent) => Object.keys(intent.sets)))
  const slots = new Set(privately.flatMap((intent) => intent.remembers))
  const remembered = Object.entries(session.remembered).filter(([name]) => !slots.has(name))
  return {
    ...rest,
    ...keptAsking,
    ...keptLast,
    paused: session.paused.filter((one) => !isPrivate(one.intent)),
    contexts: session.contexts.filter((context) => !contexts.has(context.name)),
    remembered: Object.fromEntries(remembered),
    offered: [],
  }
}
