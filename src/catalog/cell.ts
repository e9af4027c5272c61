import type { Value } from '../model/index.ts'

/** A column whose values may be named in a question. */
export interface CellColumn {
  readonly source: string
  readonly table: string
  readonly column: string
}

/** A value found in the words of a question: words `first` to `last`, both inclusive. */
export interface FoundCell extends CellColumn {
  readonly first: number
  readonly last: number
  readonly value: Value
  /** 1 for all of it as it is written, less for a misspelling or a part. */
  readonly score: number
  readonly isPart: boolean
  readonly isMisspelt: boolean
}

/** A word of a question; a quotation is one. */
export interface SaidWord {
  readonly text: string
  readonly quoted: boolean
}

/** How words are made comparable. Handed in, so that questions and values fold alike. */
export interface Folding {
  readonly wordsOf: (text: string) => readonly string[]
  readonly stemOf: (word: string) => string
  /** Other names for a value. */
  readonly alsoCalled: (value: string) => readonly string[]
}
