import type { Intent, Slot } from '../../model/index.ts'
import { type Span, wordsOf } from '../words.ts'

/**
 * Whether the word before or after these words is one that stands beside this slot, and beside no other slot of the same
 * entity, in the intent's phrases: "from the gate to the library", "gate se library tak".
 */
export function clueFits(intent: Intent, slot: Slot, words: Span, text: string): boolean {
  const heard = neighbours(text, words)
  const mine = cluesOf(intent, [slot])
  const others = cluesOf(
    intent,
    intent.slots.filter((other) => other.entity === slot.entity && other.name !== slot.name),
  )
  return heard.some((clue) => mine.has(clue) && !others.has(clue))
}

function cluesOf(intent: Intent, slots: readonly Slot[]): ReadonlySet<string> {
  const names = new Set(slots.map((slot) => slot.name))
  return new Set(
    intent.phrases.flatMap((phrase) =>
      phrase.marks
        .filter((mark) => names.has(mark.slot))
        .flatMap((mark) => neighbours(phrase.text, mark)),
    ),
  )
}

/** The nearest words on both sides, articles passed over: `before:from`, `after:tak`. */
function neighbours(text: string, span: Span): readonly string[] {
  const before = wordsOf(text.slice(0, span.start)).findLast((word) => !articles.has(word))
  const [after] = wordsOf(text.slice(span.end))
  return [before && `before:${before}`, after && `after:${after}`].filter(
    (clue) => clue !== undefined,
  )
}

const articles = new Set(['the', 'a', 'an'])
