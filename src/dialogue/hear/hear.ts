/**
 * Talk → Wish: what the visitor wants with a message. Each file holds one way to be heard; `hear` asks them in order.
 * Imports `slots` and `everyday`, never `grant`.
 *
 * @module
 */
import type { Intent } from '../../model/index.ts'
import { areAlive } from '../contexts.ts'
import { isCommand } from '../everyday/commands.ts'
import { isEveryday } from '../everyday/everyday.ts'
import { introduced } from '../everyday/own-name.ts'
import { fill, nothingFilled } from '../slots/fill.ts'
import { isClear, sureIntent, type Talk } from '../talk.ts'
import { commandOr, type Wish } from '../wish.ts'
import { contentOf, wordsOf } from '../words.ts'
import { fallenBack, fallenBackWithin } from './fallen-back.ts'
import { followedUp } from './followed-up.ts'
import { namedUnknown } from './named-unknown.ts'
import { miscounted, nearlyPicked, picked } from './picked.ts'
import { replied } from './replied.ts'
import { understoodElsewhere } from './understood-elsewhere.ts'

/** Two intents are close when the second has this share of the first's confidence. */
const close = 0.5
/** An intent likelier than all others together is close to none. */
const likelierThanNot = 0.5
/** Confidence below which it is not worth asking "did you mean". */
const worthAsking = 0.1
/** Intents named at the most when the desk cannot tell. */
const mostNamed = 3

/** Confidence below which a command is not obeyed. */
const faint = 0.25

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
  presented,
  questioned,
  followedUp,
  fallenBackWithin,
  namedUnknown,
  either,
  meant,
  fallenBack,
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
  if (message.attachment !== undefined) return { kind: 'attachment' }
  return message.location === undefined ? { kind: 'nothing' } : null
}

/** One of the things every desk does at once, clearly said: it comes before whatever else the message may be. */
function commanded(talk: Talk): Wish | null {
  const intent = sureIntent(talk)
  if (intent === null || !isCommand(intent.name) || !isClear(talk)) return null
  return { kind: 'command', command: intent.name, intent }
}

/** A question over tables, which understanding prefers to every intent. */
function questioned({ understanding }: Talk): Wish | null {
  const { question, reading, rephrased = [] } = understanding
  if (rephrased.length > 0) return { kind: 'rephrased', rephrased }
  return question === null || reading === undefined ? null : { kind: 'question', question: reading }
}

/** What somebody says beside their name who only says what they are called. */
const aroundNames = new Set(
  'name names naam call myself hi hello hey नाम नमस्ते main hoon'.split(' '),
)

/** Somebody who says what they are called, and nothing else. */
function presented(talk: Talk): Wish | null {
  const { entities } = talk.understanding
  const intent = talk.desk.intent.get(introduced)
  const names = entities.filter(({ entity }) => entity === 'person-name')
  const beside = contentOf(wordsOf(talk.message.text, names))
  // "My name is Asha" is nothing else unless clearly so; "Asha" alone may be.
  const isOther = sureIntent(talk) !== null && (beside.length === 0 || isClear(talk))
  if (intent === undefined || names.length === 0 || isOther) return null
  const isAll = beside.every((word) => aroundNames.has(word))
  return isAll ? { kind: 'intent', intent, said: fill(intent, talk) } : null
}

/** Two intents about as likely, and neither clearly meant. */
function either(talk: Talk): Wish | null {
  const [first, second] = talk.understanding.candidates
  if (first === undefined || second === undefined) return null
  if (first.confidence > likelierThanNot) return null
  if (second.confidence < first.confidence * close) return null
  const intents = namedBy(talk, Math.max(worthAsking, first.confidence * close))
  return intents.length > 1 ? { kind: 'either', intents: intents.slice(0, mostNamed) } : null
}

/** The likeliest intents, best first, that may be named: their contexts are alive and they are no everyday talk. */
function namedBy(talk: Talk, atLeast = 0): readonly Intent[] {
  return talk.understanding.candidates
    .filter(({ confidence }) => confidence >= atLeast)
    .flatMap(({ intent }) => talk.desk.intent.get(intent) ?? [])
    .filter((intent) => !isEveryday(intent, talk.desk.topics))
    .filter((intent) => areAlive(intent.within, talk.before.contexts))
}

/** The intent the message is surely about. */
function meant(talk: Talk): Wish | null {
  const intent = sureIntent(talk)
  if (intent === null || isFaintCommand(intent, talk)) return null
  return commandOr(intent, fill(intent, talk))
}

/** Whether this is a command by mere guess: a command undoes things, so it has to be meant. */
function isFaintCommand({ name }: Intent, { understanding }: Talk): boolean {
  return isCommand(name) && understanding.confidence < faint
}
