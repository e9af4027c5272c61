import type { Taught } from './examples.ts'

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu

/** The words of all phrases outside the marked values: words of the sentence, not names of values. */
export function deskWords(intents: readonly Taught[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { text, marks } of intents.flatMap(({ phrases }) => phrases)) {
    for (const { 0: word, index } of text.matchAll(wordPattern)) {
      const isMarked = marks.some(({ start, end }) => start <= index && index < end)
      if (!isMarked) words.add(word.toLowerCase())
    }
  }
  return words
}
