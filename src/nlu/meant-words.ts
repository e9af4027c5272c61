import type { Entity } from '../model/index.ts'
import { wordsIn } from '../util/index.ts'
import type { Lexicon } from './explain.ts'
import { countOf, sentencesOf } from './features.ts'
import type { Features } from './features.ts'
import { longestRead, wordsOf } from './normalise.ts'
import { knownWords } from './romanised-hindi.ts'
import { spelling } from './spelling.ts'
import type { Respell } from './spelling.ts'

/** What a desk learned of its words. */
export interface Wordlore {
  readonly features: Features
  readonly lexicon: Lexicon
  /** Words of English beyond those of the phrases, the most used first; none where no encoder is there. */
  readonly english: readonly string[]
}

/** Words with a capital within a sentence, and those of values found to the letter: names, known or not. */
export function namesIn(text: string, entities: readonly Entity[]): ReadonlySet<string> {
  const exact = entities.filter(({ score }) => score === 1)
  const capital = text.matchAll(/(?<=[\p{L},]\s+)\p{Lu}\p{Ll}+/gu)
  return new Set(
    [...Array.from(capital, ([name]) => name), ...exact.map((one) => one.text)].flatMap(wordsOf),
  )
}

/** The words as they were meant to be spelt; the same list where they are as they were. */
export function meantWords(lore: Wordlore, words: readonly string[], names?: ReadonlySet<string>) {
  const meant = speller(lore)(words, names)
  return meant.every((word, i) => word === words[i])
    ? words
    : meant.flatMap((word) => word.split(' '))
}

/** The words of a sentence, as far as that can be in words the desk's phrases have. */
export function wordsFor({ lexicon }: Wordlore, words: readonly string[]): readonly string[] {
  return knownWords(words, (word) => lexicon.has(word))
}

const spellers = new WeakMap<Wordlore, Respell>()

/** With fewer words and no English, a desk cannot tell a misspelling of one from a word it does not have. */
const enoughWords = 1000

/** A text as an encoder is to read it: words that are misspelt as they may have been meant. */
export function respelt(lore: Wordlore, text: string, entities: readonly Entity[]): string {
  if (lore.lexicon.size < enoughWords && lore.english.length === 0) return text
  const words = wordsIn(text.slice(0, longestRead))
  const said = words.map((word) => word.text)
  const meant = speller(lore)(said, namesIn(text, entities))
  return words.reduceRight(
    (whole, { start, end }, i) =>
      meant[i] === said[i] ? whole : whole.slice(0, start) + meant[i]! + whole.slice(end),
    text,
  )
}

/** Made once for what was learned: it is no plain data. */
function speller(lore: Wordlore): Respell {
  const { lexicon, features, english } = lore
  const made =
    spellers.get(lore) ??
    spelling({
      words: [...lexicon.keys()],
      countOf: (gram) => countOf(features, gram),
      phrases: sentencesOf(features),
      english,
    })
  spellers.set(lore, made)
  return made
}
