import type { Meaning } from '../model/index.ts'
import { commandOr } from './commanded.ts'
import { nothingFilled } from './fill.ts'
import { followedUp } from './follow-up.ts'
import { nearlyPickedIn, pickedIn } from './picking.ts'
import { sureIntent, type Talk } from './talk.ts'
import type { Wish } from './wish.ts'

/** A choice that was offered: tapped, or typed by its label or number. */
export function picked(talk: Talk): Wish | null {
  return wishFor(pickedIn(talk.message, talk.before), talk)
}

/** A choice that was offered, typed by some words only it has; unless they surely mean something by themselves. */
export function nearlyPicked(talk: Talk): Wish | null {
  if (sureIntent(talk) !== null) return null
  return wishFor(nearlyPickedIn(talk.message, talk.before), talk)
}

/** A number and nothing else: of no choice there is, or another value for the last answer; it means no intent by itself. */
export function miscounted(talk: Talk): Wish | null {
  if (!/^\s*\p{N}+[^\p{L}\p{M}\p{N}]*$/u.test(talk.message.text)) return null
  if (talk.before.offered.length > 0) return { kind: 'miscounted' }
  return followedUp(talk) ?? { kind: 'unknown', nearest: [] }
}

/** Sentences have taken the message's place by now (see `asSaid`), and addresses are the channel's to open. */
function wishFor(means: Meaning | null, talk: Talk): Wish | null {
  if (means?.kind !== 'intent') return null
  const intent = talk.desk.intent.get(means.intent)
  return intent === undefined ? null : commandOr(intent, { ...nothingFilled, slots: means.slots })
}
