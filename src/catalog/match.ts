import { everydayWords, fillerWords, honorifics } from './common-words.ts'
import type { ValueIndex } from './value-index.ts'
import type { Word } from './words.ts'

/** Values that some words of a text name. */
export interface Match {
  /** Words from `first` to `last`, both inclusive. */
  readonly first: number
  readonly last: number
  /** Places in the index's `values` with how well they fit, best first. */
  readonly values: readonly Fit[]
}

/** How well words fit a value: 1 is exact. */
export interface Fit {
  readonly value: number
  readonly score: number
}

/** How to look. */
export interface Look {
  /** Forgive misspelt letters. */
  readonly typos: boolean
  /** Words of the desk's own sentences: one of them alone names a value only in full. */
  readonly deskWords: ReadonlySet<string>
  /** Whether a word stands in a name of any entity: such a word is no misspelling of another. */
  readonly isKnown: (stem: string) => boolean
  /** Whether a word is the whole name of a value of any entity. */
  readonly isName: (stem: string) => boolean
  /** Everyday words and words of the desk's own sentences without their vowels: "frm" is a form. */
  readonly shortened: ReadonlySet<string>
  /** The visitor was asked for this very thing, so everyday words may name it too. */
  readonly asked: boolean
}

/** Whether the word only joins others; "IT" does not, where a name ends in it. */
export function isFiller({ stem, stressed }: Word, index: ValueIndex): boolean {
  return fillerWords.has(stem) && !(stressed && index.byWord.has(stem))
}

/** A word that by itself says little about a value. */
export function isPlain(word: Word, look: Look): boolean {
  if (fillerWords.has(word.stem) || honorifics.has(word.stem)) return true
  return !look.asked && (everydayWords.has(word.stem) || look.deskWords.has(word.stem))
}
