import type { Answered, Intent, Slot, Values } from '../../model/index.ts'
import { areAlive } from '../contexts.ts'
import { clueFits } from '../slots/clues.ts'
import { complete } from '../slots/complete.ts'
import { fill, type Filled } from '../slots/fill.ts'
import { sureIntent, type Talk } from '../talk.ts'
import type { Wish } from '../wish.ts'
import { contentOf, looksBack, wordsOf } from '../words.ts'

/** How likely an intent must be to be taken up by a message that looks back: "and her number?". */
const likelyEnough = 0.1

/** How likely the last answer's own intent must be to be said again. */
const faintlyEnough = 0.05

/** Words beside the value a message that looks back may have: "what about second *year*?". */
const mostWordsBeside = 2

/** The message as going on from the last answer: another value for it, or another question about the same thing. */
export function followedUp(talk: Talk): Wish | null {
  const { last } = talk.before
  const intent = talk.desk.intent.get(last?.intent ?? '')
  if (last === undefined || intent === undefined) return null
  const said = fill(intent, talk)
  if (said.used.length > 0 && isAboutLast(said, talk)) {
    const kept = { ...over(last.slots, said), ...thereIn(intent, last.slots, talk) }
    return { kind: 'intent', intent, said: { ...said, slots: { ...kept, ...said.slots } } }
  }
  const words = wordsOf(talk.message.text)
  const goesOn = looksBack(words) && contentOf(words).length > 0
  const sure = sureIntent(talk)
  if (sure === null) return goesOn ? anotherQuestion(talk) : null
  const isNew = sure.name === last.intent && !breaksOff(sure, talk)
  return wouldAsk(sure, talk) && !isNew ? anotherQuestion(talk, last) : null
}

/** Whether a message names nothing, and what it is taken for would have to be asked about: "whom do I contact?" */
function wouldAsk(sure: Intent, talk: Talk): boolean {
  const said = fill(sure, talk)
  const known = contentOf(wordsOf(talk.message.text)).every((word) =>
    talk.desk.vocabulary.has(word),
  )
  const isMissing = missingIn(sure, complete(sure, said, talk)).length > 0
  return known && said.used.length === 0 && talk.understanding.entities.length === 0 && isMissing
}

/**
 * Nothing but a value of the last answer's slots, where no other intent is surely meant; or with an opening such as
 * "and" or "what about", even so.
 */
function isAboutLast(said: Filled, talk: Talk): boolean {
  const words = wordsOf(talk.message.text, said.used)
  const beside = contentOf(words)
  const sure = sureIntent(talk)
  if (beside.length === 0) return looksBack(words) || sure === null
  const known = beside.every((word) => talk.desk.vocabulary.has(word))
  return looksBack(words) && sure === null && known && beside.length <= mostWordsBeside
}

/** Whether a message is a phrase of the intent without its value: "whom do I contact" of "whom do I contact for [NSS]". */
function breaksOff(intent: Intent, { message }: Talk): boolean {
  const said = wordsOf(message.text)
  return intent.phrases.some(({ text, marks: [mark, another] }) => {
    if (mark === undefined || another !== undefined) return false
    const before = wordsOf(text.slice(0, mark.start))
    const after = [...before.slice(said.length), ...wordsOf(text.slice(mark.end))]
    return said.every((word, i) => word === before[i]) && contentOf(after).length === 0
  })
}

/**
 * The likeliest intent that has all it needs once the last answer's slots are carried over; that answer's own again where
 * it is given: one asked for more of it says nothing new.
 */
function anotherQuestion(talk: Talk, again?: Answered): Wish | null {
  const candidates = talk.understanding.candidates.toSorted(
    (a, b) => Number(b.intent === again?.intent) - Number(a.intent === again?.intent),
  )
  for (const { intent: name, confidence } of candidates) {
    const intent = talk.desk.intent.get(name)
    if (confidence < (name === again?.intent ? faintlyEnough : likelyEnough)) continue
    if (intent === undefined || !areAlive(intent.within, talk.before.contexts)) continue
    const filled = fill(intent, talk)
    const said = again?.intent === name ? { ...filled, slots: again.slots } : filled
    if (isWhole(intent, complete(intent, said, talk))) return { kind: 'intent', intent, said }
  }
  return null
}

function isWhole(intent: Intent, slots: Values): boolean {
  return intent.slots.some((slot) => slot.required) && missingIn(intent, slots).length === 0
}

function missingIn(intent: Intent, slots: Values): readonly Slot[] {
  return intent.slots.filter((slot) => slot.required && (slots[slot.name] ?? null) === null)
}

/** The last answer's slots with those said now in their place; one that is not clear yet is left open. */
function over(last: Values, { slots, unclear, unfit }: Filled): Values {
  const open = new Set([unclear?.slot, unfit])
  const kept = Object.entries(last).filter(([name, value]) => value !== null && !open.has(name))
  return { ...Object.fromEntries(kept), ...slots }
}

/**
 * The slot that "there" stands for, with what the last answer came to: after the way to the canteen, "from there" is
 * from the canteen. Of several slots of one entity the last that has a value is where it came to.
 */
function thereIn(intent: Intent, last: Values, talk: Talk): Values {
  const { text } = talk.message
  const found = /(?<!\p{L})(?:there|wahan|vahan|वहाँ|वहां)(?![\p{L}\p{M}])/iu.exec(text)
  if (found === null) return {}
  const span = { start: found.index, end: found.index + found[0].length }
  const slot = intent.slots.find((one) => clueFits(intent, one, span, text))
  const reached = intent.slots.findLast(
    (one) => one.entity === slot?.entity && (last[one.name] ?? null) !== null,
  )
  const value = last[reached?.name ?? ''] ?? null
  return slot === undefined || value === null ? {} : { [slot.name]: value }
}
