import { either, namedBy } from './candidates.ts'
import { commanded, commandOr, isFaintCommand } from './commanded.ts'
import { fill, nothingFilled } from './fill.ts'
import { followedUp } from './follow-up.ts'
import { miscounted, nearlyPicked, picked } from './picked.ts'
import { replied } from './reply.ts'
import { sureIntent, type Talk } from './talk.ts'
import { understoodElsewhere } from './understood.ts'
import type { Wish } from './wish.ts'

/** What the visitor wants: the first rule that has an opinion decides, so their order is the policy. */
export function hear(talk: Talk): Wish {
  for (const rule of rules) {
    const wish = rule(talk)
    if (wish !== null) return wish
  }
  return { kind: 'unknown', nearest: namedBy(talk).slice(0, 2) }
}

const rules: readonly ((talk: Talk) => Wish | null)[] = [
  picked,
  happened,
  nothingSaid,
  understoodElsewhere,
  commanded,
  nearlyPicked,
  replied,
  miscounted,
  followedUp,
  either,
  meant,
]

/** Something without words, such as the visitor's arrival. */
function happened(talk: Talk): Wish | null {
  const { event } = talk.message
  if (event === undefined) return null
  const intent = talk.desk.intents.find(({ events }) => events.includes(event))
  if (intent !== undefined) return commandOr(intent, nothingFilled)
  return event === 'welcome' ? { kind: 'welcome' } : null
}

function nothingSaid({ message }: Talk): Wish | null {
  if (message.text.trim() !== '' || message.understood !== undefined) return null
  if (message.choice !== undefined) return { kind: 'stale' }
  return message.location === undefined ? { kind: 'nothing' } : null
}

/** The intent the message is surely about. */
function meant(talk: Talk): Wish | null {
  const intent = sureIntent(talk)
  if (intent === null || isFaintCommand(intent, talk)) return null
  return commandOr(intent, fill(intent, talk))
}
