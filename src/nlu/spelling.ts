import type { Lexicon } from './explain.ts'

/** The words as they were meant to be spelt; those of the lexicon, and those that are like none, stay. */
export type Respell = (words: readonly string[]) => readonly string[]

/**
 * Corrects spelling by the words of a lexicon. Two ways of writing are forgiven: vowels dropped, as in "hstl frm", and
 * a letter wrong in a long word. Of several words that may be meant, the one that stands beside its neighbours in some
 * phrase is; of these, the one in most phrases.
 *
 * @param isPair whether two words, with a space between, stand side by side in some phrase
 */
export function spelling(lexicon: Lexicon, isPair: (pair: string) => boolean): Respell {
  const alike = new Map<string, string[]>()
  const usual = (word: string) => phrasesWith(lexicon, word)
  for (const word of [...lexicon.keys()].toSorted((a, b) => usual(b) - usual(a))) {
    if (!/^[a-z]{3,}$/.test(word)) continue
    for (const key of [`~${skeletonOf(word)}`, ...shapesOf(word)]) {
      alike.set(key, [...(alike.get(key) ?? []), word])
    }
  }

  function mayMean(word: string): readonly string[] {
    if (lexicon.has(word) || !/^[a-z]{2,}$/.test(word)) return [word]
    const skeleton = skeletonOf(word)
    const keys = skeleton.length === word.length ? [`~${skeleton}`] : shapesOf(word)
    const meant = keys.flatMap((key) => alike.get(key) ?? [])
    return meant.length > 0 ? meant : [word]
  }

  return (words) => {
    const options = words.map(mayMean)
    return options.map((ones, i) => {
      const before = options[i - 1] ?? ['^']
      const after = options[i + 1] ?? ['$']
      const fits = (one: string) =>
        before.some((other) => isPair(`${other} ${one}`)) ||
        after.some((other) => isPair(`${one} ${other}`))
      return ones.find(fits) ?? ones[0]!
    })
  }
}

/** In how many phrases a word stands. */
function phrasesWith(lexicon: Lexicon, word: string): number {
  return [...(lexicon.get(word)?.values() ?? [])].reduce((sum, count) => sum + count, 0)
}

/** The first letter and the consonants after it, none twice in a row. */
function skeletonOf(word: string): string {
  const bare = word.slice(0, 1) + word.slice(1).replaceAll(/[aeiou]/g, '')
  return bare.replaceAll(/(.)\1+/g, '$1')
}

const shortestMisspelt = 6

/** A word and all it is with one letter left out: words a letter apart share one of these. The first letter stays. */
function shapesOf(word: string): readonly string[] {
  if (word.length < shortestMisspelt) return []
  const rest = word.slice(1)
  return [word, ...Array.from(rest, (_, i) => word[0] + rest.slice(0, i) + rest.slice(i + 1))]
}
