/**
 * The values of an intent's slots: found in the message (`fill`), within their bounds (`fits`), and with what was not
 * said (`complete`). `hear` and `grant` import from here.
 *
 * @module
 */
import type { Entity, EntityDefinition, Intent, Slot, Value, Values } from '../../model/index.ts'
import type { Talk } from '../talk.ts'
import { clueFits } from './clues.ts'
import { fits } from './fits.ts'
import { meantFor } from './meant-for.ts'
import { wordsAround } from './words-around.ts'

/** What a message said for the slots of an intent. */
export interface Filled {
  /** The slots said and fitting, by name. */
  readonly slots: Values
  /** The entities that went into slots. */
  readonly used: readonly Entity[]
  /** A slot whose words may be any of several values. */
  readonly unclear: Unclear | null
  /** A slot that was said, but with a value out of bounds. */
  readonly unfit: string | null
}

/** Words for a slot that may be any of these values. */
export interface Unclear {
  readonly slot: string
  readonly words: string
  readonly values: readonly Value[]
}

/** Nothing said for any slot. */
export const nothingFilled: Filled = { slots: {}, used: [], unclear: null, unfit: null }

/**
 * The slots of an intent from the entities of the message. Where several slots take the same entity, the words around
 * it decide as they do in the phrases; else the slots in order, `first` before all.
 */
export function fill(intent: Intent, talk: Talk, first?: string): Filled {
  const slots = intent.slots.toSorted((a, b) => Number(b.name === first) - Number(a.name === first))
  let filled = nothingFilled
  for (const [entity, slot] of pair(meantFor(intent, talk, first), slots, intent, talk)) {
    filled = put(filled, slot, entity, talk)
  }
  return withWordsAround(filled, intent, talk, first)
}

/** Whether an entity takes words that are none of its values. */
export function isOpen(entity: EntityDefinition | undefined): boolean {
  return entity !== undefined && entity.kind !== 'pattern' && entity.open === true
}

/** What nobody can list is told by the words around it, as they stand in the phrases. */
function withWordsAround(said: Filled, intent: Intent, talk: Talk, first?: string): Filled {
  let filled = said
  for (const slot of intent.slots) {
    const isKnown = Object.hasOwn(filled.slots, slot.name) || filled.unclear?.slot === slot.name
    if (isKnown || slot.name === first || !isFree(slot, talk)) continue
    const span = wordsAround(intent, slot, talk.message.text, filled.used)
    if (span === null) continue
    const text = talk.message.text.slice(span.start, span.end)
    const entity = { entity: slot.entity, value: text, text, ...span, score: 1, alternatives: [] }
    filled = put(filled, slot, entity, talk)
  }
  return filled
}

function isFree({ entity }: Slot, { desk }: Talk): boolean {
  return entity === 'text' || entity === 'person-name' || isOpen(desk.entity.get(entity))
}

/** Which entity goes into which slot: those with a clue first, then in order. */
function pair(
  entities: readonly Entity[],
  slots: readonly Slot[],
  intent: Intent,
  talk: Talk,
): readonly (readonly [Entity, Slot])[] {
  const pairs = new Map<Entity, Slot>()
  const taken = new Set<Slot>()
  const give = (entity: Entity, slot: Slot | undefined) => {
    if (slot === undefined) return
    pairs.set(entity, slot)
    taken.add(slot)
  }
  for (const clued of [true, false]) {
    for (const entity of entities.filter((one) => !pairs.has(one))) {
      const free = slots.filter((slot) => slot.entity === entity.entity && !taken.has(slot))
      const wanted = clued
        ? free.filter((slot) => clueFits(intent, slot, entity, talk.message.text))
        : free
      give(entity, clued && free.length < 2 ? undefined : wanted[0])
    }
  }
  return [...pairs]
}

function put(filled: Filled, slot: Slot, entity: Entity, talk: Talk): Filled {
  const used = [...filled.used, entity]
  const value = settle(entity, talk)
  if (value === undefined) {
    const values = [entity.value, ...entity.alternatives]
    return { ...filled, used, unclear: { slot: slot.name, words: entity.text, values } }
  }
  if (!fits(slot, value, talk)) return { ...filled, used, unfit: slot.name }
  return { ...filled, used, slots: { ...filled.slots, [slot.name]: value } }
}

/** The value of an entity; of several, the one the conversation is about already, else none. */
function settle(entity: Entity, talk: Talk): Value | undefined {
  if (entity.alternatives.length === 0) return entity.value
  const spokenOf = new Set(Object.values(talk.before.last?.slots ?? {}))
  const meant = [entity.value, ...entity.alternatives].filter((value) => spokenOf.has(value))
  return meant.length === 1 ? meant[0] : undefined
}
