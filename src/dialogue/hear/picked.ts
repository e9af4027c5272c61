import type { Choice, Meaning, Message, Session } from '../../model/index.ts'
import { numberOfWord } from '../../util/index.ts'
import { nothingFilled } from '../slots/fill.ts'
import { sureIntent, type Talk } from '../talk.ts'
import { commandOr, type Wish } from '../wish.ts'
import { contentOf, wordsOf } from '../words.ts'
import { fallenBack } from './fallen-back.ts'
import { followedUp } from './followed-up.ts'

/** A choice that was offered: tapped, or typed by its label or number. */
export function picked(talk: Talk): Wish | null {
  return wishFor(pickedIn(talk.message, talk.before), talk)
}

/** A choice that was offered, typed by some words only it has; unless they surely mean something by themselves. */
export function nearlyPicked(talk: Talk): Wish | null {
  if (sureIntent(talk) !== null) return null
  return wishFor(nearlyPickedIn(talk.message, talk.before), talk)
}

/**
 * A number and nothing else: of no choice there is, or another value for the last answer; it means no intent by itself,
 * unless it is the phrase of one, which alone is certain.
 */
export function miscounted(talk: Talk): Wish | null {
  if (!/^\s*\p{N}+[^\p{L}\p{M}\p{N}]*$/u.test(talk.message.text)) return null
  if (sureIntent(talk) !== null && talk.understanding.confidence === 1) return null
  if (talk.before.offered.length > 0) return { kind: 'miscounted' }
  return followedUp(talk) ?? fallenBack(talk) ?? { kind: 'unknown', nearest: [] }
}

/** Sentences have taken the message's place by now (see `asSaid`), and addresses are the channel's to open. */
function wishFor(means: Meaning | null, talk: Talk): Wish | null {
  if (means?.kind !== 'intent') return null
  const intent = talk.desk.intent.get(means.intent)
  return intent === undefined ? null : commandOr(intent, { ...nothingFilled, slots: means.slots })
}

/** What picking a choice means: tapped, or typed as its label or its number. Null when none was. */
function pickedIn(message: Message, { offered }: Session): Meaning | null {
  if (offered.length === 0) return null
  const tapped = offered.find((choice) => choice.id === message.choice)
  if (tapped !== undefined) return tapped.means
  const typed = wordsOf(message.text)
  if (typed.length === 0) return null
  const named = offered.find((choice) => wordsOf(choice.label).join(' ') === typed.join(' '))
  return (named ?? offered[numberIn(typed) - 1])?.means ?? null
}

/** What the one choice means whose label has all the words that were typed: "anita" of "Anita Sharma", "Rao". */
function nearlyPickedIn(message: Message, { offered }: Session): Meaning | null {
  const typed = contentOf(wordsOf(message.text))
  if (typed.length === 0) return null
  const [only, another] = offered.filter((choice) => hasAll(choice, typed))
  return another === undefined ? (only?.means ?? null) : null
}

function hasAll(choice: Choice, words: readonly string[]): boolean {
  const label = new Set(wordsOf(choice.label))
  return words.every((word) => label.has(word))
}

/**
 * The message with a picked sentence in place of the tap: what is understood is what the choice says. Understand and
 * decide on this one.
 */
export function asSaid(message: Message, session: Session): Message {
  const means = pickedIn(message, session)
  if (means?.kind !== 'say') return message
  const { choice: _, ...rest } = message
  return { ...rest, text: means.text }
}

/** "2", "option two", "the second one": the number that was typed and nothing else, or 0. */
function numberIn(typed: readonly string[]): number {
  const [word = 'one', ...more] = typed.filter((one) => !around.has(one))
  if (more.length > 0 || (word === 'one' && !typed.includes('one'))) return 0
  return numberOfWord(word) ?? 0
}

const around = new Set(['option', 'number', 'choice', 'the', 'one', 'no', 'wala', 'wali', 'vikalp'])
