import type { Intent, Mark, Phrase, Slot } from '../model/index.ts'
import { placeholder } from './grams.ts'
import { wordsOf } from './normalise.ts'

/** What training needs of an intent. */
export type Taught = Pick<Intent, 'name' | 'phrases' | 'slots'>

/** One sentence to learn from, in the ways it can be read. */
export interface Example {
  /** The number of its intent, or -1 for a sentence no intent is meant by. */
  readonly intent: number
  readonly text: string
  /** The words as they were said; after them, where values are marked, the same with placeholders for the values. */
  readonly readings: readonly (readonly string[])[]
}

/** Words somewhere in a text that stand for a value of an entity. */
export interface Span {
  readonly entity: string
  readonly start: number
  readonly end: number
}

/** The examples of every phrase. Phrases that say nothing (no word in them) are left out. */
export function examplesOf(intents: readonly Taught[]): readonly Example[] {
  return intents.flatMap((intent, number) =>
    intent.phrases
      .map((phrase) => ({
        intent: number,
        text: phrase.text,
        readings: readingsOf(phrase, intent.slots),
      }))
      .filter((example) => example.readings.some((words) => words.length > 0)),
  )
}

/** The entities that are marked in some phrase: only for these is there a placeholder to recognise. */
export function markedEntities(intents: readonly Taught[]): ReadonlySet<string> {
  return new Set(
    intents.flatMap((intent) =>
      intent.phrases.flatMap((phrase) => spansOf(phrase.marks, intent.slots)).map((s) => s.entity),
    ),
  )
}

/** The words of a text with a placeholder in place of each span. */
export function wordsAround(text: string, spans: readonly Span[]): readonly string[] {
  const words: string[] = []
  let at = 0
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start < at) continue
    words.push(...wordsOf(text.slice(at, span.start)), placeholder(span.entity))
    at = span.end
  }
  return [...words, ...wordsOf(text.slice(at))]
}

function readingsOf(phrase: Phrase, slots: readonly Slot[]): readonly (readonly string[])[] {
  const plain = wordsOf(phrase.text)
  const spans = spansOf(phrase.marks, slots)
  return spans.length === 0 ? [plain] : [plain, wordsAround(phrase.text, spans)]
}

/** Free text is no class of words, so it gets no placeholder. */
function spansOf(marks: readonly Mark[], slots: readonly Slot[]): readonly Span[] {
  return marks.flatMap((mark) => {
    const entity = slots.find((slot) => slot.name === mark.slot)?.entity
    return entity === undefined || entity === 'text' ? [] : [{ ...mark, entity }]
  })
}
