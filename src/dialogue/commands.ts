import { newSession, type Decision, type Intent, type Move, type Session } from '../model/index.ts'
import { offer, topics } from './choices.ts'
import { forgetPrivate } from './forget.ts'
import { resume } from './interrupt.ts'
import { say } from './say.ts'
import type { Talk } from './talk.ts'

/** What every desk does at once, by the name of the intent that asks for it. */
const commands = {
  'frontdesk.cancel': cancel,
  'frontdesk.start-over': startOver,
  'frontdesk.help': help,
  'frontdesk.log-out': logOut,
} as const satisfies Readonly<Record<string, (talk: Talk) => Decision>>

/** The name of an intent that is a command. */
export type Command = keyof typeof commands

/** Whether an intent of this name is a command. */
export function isCommand(name: string): name is Command {
  return Object.hasOwn(commands, name)
}

/** Does it. A desk that has an intent of its own by this name says that intent's answer instead. */
export function obey(intent: Intent, command: Command, talk: Talk): Decision {
  const { move, session } = commands[command](talk)
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
  const { back, session } = resume(talk.session, talk)
  const choices = offer('s', topics(talk), talk)
  return { move: say('help', { choices, then: back }), session }
}

/** Forgets who is asking and what only that person may know. */
function logOut(talk: Talk): Decision {
  const { person, ...anyone } = talk.session
  const forgotten = forgetPrivate(anyone, talk.desk)
  const { back, session } = resume(forgotten, talk)
  return { move: say(person ? 'logged-out' : 'not-logged-in', { then: back }), session }
}
