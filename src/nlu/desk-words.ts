import { wordsIn } from '../util/index.ts'
import type { Taught } from './examples.ts'

/** The words of all phrases outside the marked values: words of the sentence, not names of values. */
export function deskWords(intents: readonly Taught[]): ReadonlySet<string> {
  const phrases = intents.flatMap((intent) => intent.phrases)
  return new Set(
    phrases.flatMap(({ text, marks }) =>
      wordsIn(text)
        .filter((word) => !marks.some(({ start, end }) => start <= word.start && word.start < end))
        .map((word) => word.text),
    ),
  )
}
