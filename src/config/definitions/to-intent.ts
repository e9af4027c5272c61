import type { Intent, Language, Mark, Phrase, Wording } from '../../model/index.ts'
import { type Documents, readEach } from '../files/salvage.ts'
import type { Spot } from '../files/spot.ts'
import { ownLanguage, type Reading } from '../reading.ts'
import { type IntentInput, intentSchema } from '../schemas/intent-schema.ts'
import { identityOf } from './identity-of.ts'
import { toAnswer } from './to-answer.ts'
import { toSlot } from './to-slot.ts'
import { toWording } from './to-wording.ts'

/** What stands in for a member that is missing, so that the rest of the intent is still checked. */
const fillers = { intent: 'unnamed', answer: '', reply: '', entity: 'text' } as const

/** Reads the intents of a desk. */
export function readIntents(documents: Documents, reading: Reading): readonly Intent[] {
  const shape = { schema: intentSchema, member: 'intent', fillers }
  return readEach(documents, shape, (input, spot) => toIntent(input, spot, reading))
}

function toIntent(input: IntentInput, spot: Spot, reading: Reading): Intent {
  // Also the slots that have mistakes.
  const slotNames = spot.to('slots').written
  if (input.topic !== undefined)
    spot.to('topic').expects('topic', input.topic, reading.topics, {
      hint: 'Declare it under `topics` in desk.yaml.',
    })
  for (const [i, slot] of input.remembers.entries())
    spot.to('remembers', i).expects('slot', slot, slotNames)
  const { answer, queries } = toAnswer(input.answer, slotNames, spot.to('answer'), reading)
  const identity = identityOf(queries, spot.to('answer'))
  return {
    name: input.intent,
    topic: input.topic ?? '',
    title: titleOf(input, spot, reading),
    phrases: toPhrases(input.phrases, slotNames, spot.to('phrases'), reading),
    slots: Object.entries(input.slots).map(([name, slot]) =>
      toSlot(name, slot, spot.to('slots', name), reading),
    ),
    action: input.action ?? null,
    events: input.events,
    within: input.within,
    sets: input.sets,
    ...(input.fallback ? { fallback: true } : {}),
    remembers: input.remembers,
    identity,
    answer,
    at: { file: spot.document.file, line: spot.to('intent').line },
  }
}

/** `book-availability` → "Book availability". */
function titleOf(input: IntentInput, spot: Spot, reading: Reading): Wording {
  if (input.title !== undefined) return toWording(input.title, spot.to('title'), reading)
  const words = input.intent.replaceAll(/[-.]+/g, ' ').trim()
  return { [ownLanguage(reading)]: [words.charAt(0).toUpperCase() + words.slice(1)] }
}

function toPhrases(
  input: IntentInput['phrases'],
  slots: readonly string[],
  spot: Spot,
  reading: Reading,
): readonly Phrase[] {
  const lists = Array.isArray(input)
    ? [{ language: ownLanguage(reading), list: input, there: spot }]
    : Object.entries(input).map(([language, list]) => {
        const there = spot.to(language)
        there.expects('language', language, reading.languages, { part: 'key' })
        return { language, list, there }
      })
  return lists.flatMap(({ language, list, there }) =>
    list.map((written, i) => {
      const phrase = toPhrase(written, language)
      const hint = 'Declare it under `slots`.'
      for (const mark of phrase.marks) there.to(i).expects('slot', mark.slot, slots, { hint })
      return phrase
    }),
  )
}

/** Reads a phrase with marks: `is [Korth](title) there` is the words "is Korth there", of which 3 to 8 fill `title`. */
function toPhrase(written: string, language: Language): Phrase {
  const marks: Mark[] = []
  let text = ''
  let end = 0
  for (const match of written.matchAll(/\[([^[\]]+)\]\(([^()\s]+)\)/g)) {
    const [all, words = '', slot = ''] = match
    text += written.slice(end, match.index)
    marks.push({ slot, start: text.length, end: text.length + words.length })
    text += words
    end = match.index + all.length
  }
  return { text: text + written.slice(end), language, marks }
}
