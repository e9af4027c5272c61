import type { Intent, Slot, Values } from '../../model/index.ts'
import { closest } from '../../util/index.ts'
import type { Talk } from '../talk.ts'
import { contentOf, type Span, wordsOf } from '../words.ts'
import { clueFits } from './clues.ts'
import type { Filled } from './fill.ts'

/** Longer than this nobody calls a thing. */
const longest = 80

/** Words that stand where a slot's value would, and name nothing the desk knows. */
export interface UnknownValue extends Span {
  readonly slot: string
  readonly words: string
}

/**
 * What a message says for an empty slot although the desk has no such value: the "Zorro" of "is the book Zorro
 * available". Its words are in no phrase and like none there, and they stand beside a word the slot's values stand beside.
 */
export function unknownValue(
  intent: Intent,
  slots: Values,
  said: Filled,
  talk: Talk,
): UnknownValue | null {
  const { text } = talk.message
  const open = intent.slots.filter(
    (slot) =>
      (slots[slot.name] ?? null) === null &&
      slot.name !== said.unclear?.slot &&
      isClosed(slot, talk),
  )
  if (open.length === 0) return null
  for (const span of strangeIn(text, talk)) {
    const words = text.slice(span.start, span.end)
    const slot = open.find((one) => clueFits(intent, one, span, text) && !isItsKind(words, one))
    if (slot !== undefined && words.length <= longest) return { slot: slot.name, words, ...span }
  }
  return null
}

/** Whether the words only say what kind of thing is meant: "a book". */
function isItsKind(words: string, { name, entity, ask }: Slot): boolean {
  const kinds = [name, entity, ...Object.values(ask).flat()].flatMap((one) => wordsOf(one))
  return contentOf(wordsOf(words)).every((word) => kinds.includes(word))
}

/** Whether the values of a slot are all known: those of a list, or of a column that was read. */
export function isClosed(slot: Pick<Slot, 'entity'>, talk: Talk): boolean {
  const kind = talk.desk.entity.get(slot.entity)?.kind
  return kind === 'list' || (kind === 'column' && !isUnread(slot, talk))
}

/** Whether the values of a slot could not be read: whatever was said for it, nobody can tell. */
export function isUnread({ entity }: Pick<Slot, 'entity'>, { understanding }: Talk): boolean {
  return understanding.unread?.includes(entity) === true
}

/** Stretches of words outside the entities that no phrase has, small words between them included. */
function strangeIn(text: string, { desk, understanding }: Talk): readonly Span[] {
  const spans: Span[] = []
  let isOpen = false
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const isNamed = understanding.entities.some((one) => one.start < end && start < one.end)
    const isStrange = !isNamed && wordsOf(match[0]).some((word) => !desk.vocabulary.has(word))
    const isSmall = contentOf(wordsOf(match[0])).length === 0
    const last = spans.at(-1)
    if (isStrange && isOpen && last !== undefined)
      spans[spans.length - 1] = { start: last.start, end }
    else if (isStrange) spans.push({ start, end })
    isOpen = isStrange || (isOpen && isSmall)
  }
  return spans.filter(({ start, end }) => isUnlike(text.slice(start, end), desk.vocabulary))
}

/** Whether some word is no misspelling of a word of the phrases. */
function isUnlike(words: string, vocabulary: ReadonlySet<string>): boolean {
  return wordsOf(words).some((word) => !vocabulary.has(word) && closest(word, vocabulary) === null)
}
