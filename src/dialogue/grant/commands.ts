import {
  type Decision,
  type Intent,
  type Move,
  newSession,
  type Session,
} from '../../model/index.ts'
import type { Command } from '../everyday/commands.ts'
import type { Talk } from '../talk.ts'
import { sayInPassing } from './asking.ts'
import { offer, say, topics } from './say.ts'
import { forgetPrivate } from './verify.ts'

/** What is done, by the name of the command. */
const deeds: Readonly<Record<Command, (talk: Talk) => Decision>> = {
  'frontdesk.cancel': cancel,
  'frontdesk.start-over': startOver,
  'frontdesk.help': help,
  'frontdesk.log-out': logOut,
}

/** Does it. A desk that has an intent of its own by this name says that intent's answer instead. */
export function obey(intent: Intent, command: Command, talk: Talk): Decision {
  const { move, session } = deeds[command](talk)
  const { queries, reply } = intent.answer
  if (queries.length === 0 && reply.length === 0) return { move, session }
  const back = move.kind === 'say' ? move.then : undefined
  const own: Move = { kind: 'answer', intent: intent.name, slots: {} }
  const asks = back?.kind === 'ask' || back?.kind === 'verify'
  return { move: asks ? { ...own, back } : own, session }
}

/** Drops the question put to the visitor, and those left in the middle. */
function cancel(talk: Talk): Decision {
  const { asking: _, ...session } = talk.session
  const pending = talk.before.asking !== undefined || talk.before.paused.length > 0
  return {
    move: say(pending ? 'cancelled' : 'nothing-to-cancel'),
    session: { ...session, paused: [] },
  }
}

/** A conversation that has just begun; failed proofs stay counted, or starting over would allow more of them. */
function startOver(talk: Talk): Decision {
  const { conversation, version, language, attempts } = talk.session
  const fresh: Session = { ...newSession(conversation), version, attempts }
  return {
    move: say('started-over'),
    session: language === undefined ? fresh : { ...fresh, language },
  }
}

/** Names what the desk can do, then puts the pending question again. */
function help(talk: Talk): Decision {
  return sayInPassing('help', talk, { choices: offer('s', topics(talk), talk) })
}

/** Forgets who is asking and what only that person may know. */
function logOut(talk: Talk): Decision {
  const { person, ...anyone } = talk.session
  const session = forgetPrivate(anyone, talk.desk)
  return sayInPassing(person ? 'logged-out' : 'not-logged-in', { ...talk, session })
}
