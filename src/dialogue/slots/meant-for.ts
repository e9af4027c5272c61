import { builtInEntities, type Entity, type Intent } from '../../model/index.ts'
import { groupBy } from '../../util/index.ts'
import type { Talk } from '../talk.ts'
import { wordsOf } from '../words.ts'

/**
 * The entities some slot takes, in order. One that lies within a longer one is not meant by itself, and of several for
 * the same words those that fit best are; but whatever fits the slot `first` stays. A word that the intent's phrases
 * have outside their marks is part of the question, and leaves an optional slot open: the "open" of "when do admissions
 * open" is no category.
 */
export function meantFor(
  intent: Intent,
  talk: Pick<Talk, 'understanding'>,
  first?: string,
): readonly Entity[] {
  const taken = new Set(intent.slots.map((slot) => slot.entity))
  const asked = intent.slots.find((slot) => slot.name === first)?.entity
  const fitting = talk.understanding.entities.filter((entity) => taken.has(entity.entity))
  const isOutdone = (entity: Entity) =>
    entity.entity !== asked && fitting.some((other) => fitsBetter(other, entity))
  const meant = fitting.filter(
    (entity) => !isOutdone(entity) && !fitting.some((other) => isWithin(entity, other)),
  )
  return mostTelling(meant, intent)
    .filter((entity) => entity.entity === asked || !isOfThePhrase(entity, intent))
    .toSorted((a, b) => a.start - b.start)
}

/**
 * Of more values than an entity has slots, those whose words mean nothing else, then those that explain most: 58, not
 * 12, in "58 % in 12th", where 12th is a level; the pass in "how to apply for a bus pass", where "apply" is a task too.
 */
function mostTelling(entities: readonly Entity[], intent: Intent): readonly Entity[] {
  const isShared = (entity: Entity) =>
    entities.some((other) => other !== entity && overlap(other, entity))
  return [...groupBy(entities, (entity) => entity.entity)].flatMap(([name, alike]) => {
    const room = intent.slots.filter((slot) => slot.entity === name).length
    return alike
      .toSorted((a, b) => Number(isShared(a)) - Number(isShared(b)) || weight(b) - weight(a))
      .slice(0, room)
  })
}

function overlap(a: Entity, b: Entity): boolean {
  return a.start < b.end && b.start < a.end
}

/** How much of the message an entity explains. */
function weight({ start, end, score }: Entity): number {
  return (end - start) * score
}

function fitsBetter(other: Entity, entity: Entity): boolean {
  const sameWords = other.start === entity.start && other.end === entity.end
  return sameWords && other.score > entity.score
}

function isWithin(inner: Entity, outer: Entity): boolean {
  const longer = outer.end - outer.start > inner.end - inner.start
  return longer && outer.start <= inner.start && inner.end <= outer.end
}

/** Whether words only belong to the question: in no phrase of the intent do they fill a slot, and in some they stand. */
function isOfThePhrase({ entity, text }: Entity, intent: Intent): boolean {
  const isBuiltIn = builtInEntities.some((name) => name === entity)
  const slots = intent.slots.filter((slot) => slot.entity === entity)
  if (isBuiltIn || slots.some((slot) => slot.required)) return false
  const said = wordsOf(text)
  const isMarked = intent.phrases.some((phrase) =>
    phrase.marks.some(
      ({ slot, start, end }) =>
        slots.some(({ name }) => name === slot) &&
        wordsOf(phrase.text.slice(start, end)).join(' ') === said.join(' '),
    ),
  )
  if (isMarked) return false
  return intent.phrases.some((phrase) => holds(wordsOf(phrase.text, phrase.marks), said))
}

/** Whether some words stand side by side among others. */
function holds(words: readonly string[], some: readonly string[]): boolean {
  return words.some((_, i) => some.every((word, k) => words[i + k] === word))
}
