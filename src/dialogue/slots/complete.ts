import { fromContexts, type Intent, type Slot, type Value, type Values } from '../../model/index.ts'
import type { Talk } from '../talk.ts'
import { contentOf, looksBack, wordsOf } from '../words.ts'
import type { Filled } from './fill.ts'
import { fits, given } from './fits.ts'

/**
 * The slots of an intent with what was not said: carried from the last answer or a living context, remembered, or the
 * slot's default. What was said stays; a slot nothing is known of is null.
 */
export function complete(intent: Intent, said: Filled, talk: Talk): Values {
  const slots: Record<string, Value> = {}
  for (const slot of intent.slots) slots[slot.name] = valueOf(slot, intent, said, talk)
  return slots
}

function valueOf(slot: Slot, intent: Intent, said: Filled, talk: Talk): Value {
  const value = said.slots[slot.name] ?? null
  if (value !== null) return value
  if (slot.name === said.unclear?.slot || slot.name === said.unfit) return null
  const known = [
    mayCarry(slot, intent, said, talk) ? carried(slot, talk) : null,
    talk.before.remembered[slot.name] ?? null,
    given(slot, slot.default, talk),
  ]
  return known.find((one) => one !== null && fits(slot, one, talk)) ?? null
}

/**
 * From the last answer by name, else by entity: the `teacher` of one intent is the `faculty` of the next. What must be
 * known may also be what the rows of that answer were about: the teacher who heads a department.
 */
function carried(slot: Slot, talk: Talk): Value {
  const { last } = talk.before
  const lastSlots = talk.desk.intent.get(last?.intent ?? '')?.slots ?? []
  const alike = lastSlots.filter((other) => other.entity === slot.entity)
  const source = alike.find((other) => other.name === slot.name) ?? alike[0]
  const fromLast = source === undefined ? null : (last?.slots[source.name] ?? null)
  const about = slot.required ? (last?.about?.[slot.entity] ?? null) : null
  return fromLast ?? about ?? fromContexts(talk.before.contexts, slot.name)
}

/**
 * A message that looks back carries every slot, over the slot's default too. Another carries only what would have to be
 * asked, and only when nothing in it may have been meant for the slot: after "who heads mechanical?", "who heads
 * astrology?" is not about mechanical. The same intent again says something new, or it is a new question.
 */
function mayCarry(slot: Slot, intent: Intent, said: Filled, talk: Talk): boolean {
  if (!slot.carries) return false
  const words = wordsOf(talk.message.text, said.used)
  const strange = contentOf(words).some((word) => !talk.desk.vocabulary.has(word))
  if (strange) return false
  if (looksBack(words) || isFragment(words, said)) return true
  const isAnother = said.used.length > 0 || talk.before.last?.intent !== intent.name
  return slot.required && slot.default === null && isAnother
}

/** Nothing but values: "SC ke liye". */
function isFragment(words: readonly string[], { used }: Filled): boolean {
  return used.length > 0 && contentOf(words).length === 0
}
