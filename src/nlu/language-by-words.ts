import type { Intent, Language } from '../model/index.ts'
import { wordsOf } from '../util/index.ts'

/** Tells which of some languages a text is in by the words of a desk's phrases; undefined when they do not tell. */
export type TellLanguage = (text: string, among: readonly Language[]) => Language | undefined

/**
 * Learns in which languages each word of the phrases is said. A whole phrase tells at once; else every word that is not
 * said in all of the languages counts for those it is said in, and the language with most wins, if one has.
 */
export function languageByWords(intents: readonly Pick<Intent, 'phrases'>[]): TellLanguage {
  const phrases = new Map<string, Set<Language>>()
  const words = new Map<string, Set<Language>>()
  for (const { text, language } of intents.flatMap((intent) => intent.phrases)) {
    const said = wordsOf(text)
    note(phrases, said.join(' '), language)
    for (const word of said) note(words, word, language)
  }
  return (text, among) => {
    const said = wordsOf(text)
    const whole = among.filter((language) => phrases.get(said.join(' '))?.has(language))
    if (whole.length === 1) return whole[0]
    const counts = among.map((language) => ({
      language,
      count: said.filter((word) => tells(words.get(word), language, among)).length,
    }))
    const [first, second] = counts.toSorted((a, b) => b.count - a.count)
    return first !== undefined && first.count > (second?.count ?? 0) ? first.language : undefined
  }
}

function note(known: Map<string, Set<Language>>, key: string, language: Language): void {
  known.set(key, (known.get(key) ?? new Set()).add(language))
}

function tells(
  spokenIn: ReadonlySet<Language> | undefined,
  language: Language,
  among: readonly Language[],
): boolean {
  return spokenIn?.has(language) === true && !among.every((other) => spokenIn.has(other))
}
