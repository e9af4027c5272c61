import type { Value } from '../model/index.ts'
import { everydayWords, fillerWords } from './common-words.ts'
import { typosForgiven } from './typos-forgiven.ts'

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

type Placed = Pick<FoundCell, 'first' | 'last' | 'score' | 'isPart'>

interface Cell {
  readonly column: number
  readonly value: Value
}

/** More values than this share a word: it names none of them. */
const mostShared = 60
/** Words of a value that is found by a part of it. */
const mostWords = 12

/** The values of many columns, found in the words of a question. Never changed: what was read anew makes a new one. */
export class Cells {
  readonly #folding: Folding
  readonly #columns: readonly CellColumn[]
  readonly #cells: Cell[] = []
  readonly #whole = new Map<string, number[]>()
  readonly #byWord = new Map<string, number[]>()
  readonly #misspelt = new Map<string, string[]>()
  #longest = 1

  constructor(
    columns: readonly (CellColumn & { readonly values: readonly Value[] })[],
    folding: Folding,
  ) {
    this.#folding = folding
    this.#columns = columns.map(({ source, table, column }) => ({ source, table, column }))
    for (const [i, { values }] of columns.entries()) for (const value of values) this.#add(i, value)
    for (const word of this.#byWord.keys()) this.#forgive(word)
  }

  /** The values that the words name, in whole, in part, or misspelt. */
  find(words: readonly SaidWord[]): readonly FoundCell[] {
    const stems = words.map(({ text, quoted }) =>
      quoted ? this.#keyOf(text) : this.#folding.stemOf(text),
    )
    const whole = this.#findWhole(words, stems)
    const covered = new Set(whole.flatMap(({ first, last }) => range(first, last)))
    const parts = this.#findParts(stems, covered)
    for (const { first, last } of parts) for (const i of range(first, last)) covered.add(i)
    return [...whole, ...parts, ...this.#findMisspelt(words, stems, covered)]
  }

  /** Whether a word stands in a value. */
  has(word: string): boolean {
    return this.#byWord.has(this.#folding.stemOf(word))
  }

  #add(column: number, value: Value): void {
    if (value === null || value === '') return
    const text = String(value)
    const number = this.#cells.push({ column, value }) - 1
    const words = this.#folding.wordsOf(text)
    if (words.length === 0) return
    const names = [words, ...this.#folding.alsoCalled(text).map(this.#folding.wordsOf)]
    for (const name of names) {
      const stems = name.map(this.#folding.stemOf)
      this.#longest = Math.max(this.#longest, Math.min(stems.length, mostWords))
      put(this.#whole, stems.join(' '), number)
    }
    if (words.length > mostWords) return
    for (const word of new Set(words.map(this.#folding.stemOf))) put(this.#byWord, word, number)
  }

  #keyOf(text: string): string {
    return this.#folding.wordsOf(text).map(this.#folding.stemOf).join(' ')
  }

  #findWhole(words: readonly SaidWord[], stems: readonly string[]): readonly FoundCell[] {
    const found: FoundCell[] = []
    for (let first = 0; first < words.length; first++)
      for (let length = Math.min(this.#longest, words.length - first); length > 0; length--) {
        const cells = this.#whole.get(stems.slice(first, first + length).join(' '))
        if (cells === undefined) continue
        for (const cell of cells)
          found.push(
            this.#foundAt(cell, { first, last: first + length - 1, score: 1, isPart: false }),
          )
      }
    return found
  }

  /** "Sharma", "Rao's": some words of longer values, all of them of the same ones. */
  #findParts(stems: readonly string[], covered: ReadonlySet<number>): readonly FoundCell[] {
    const found: FoundCell[] = []
    for (let first = 0; first < stems.length;) {
      let cells = covered.has(first) ? undefined : this.#telling(stems[first]!)
      if (cells === undefined) {
        first++
        continue
      }
      let last = first
      while (last + 1 < stems.length && !covered.has(last + 1)) {
        const next = new Set(this.#byWord.get(stems[last + 1]!))
        const both: number[] = cells.filter((cell) => next.has(cell))
        if (both.length === 0) break
        cells = both
        last++
      }
      // A part ends with a word that says something.
      while (last > first && fillerWords.has(stems[last]!)) last--
      const score = 0.7 + Math.min(0.2, 0.1 * (last - first))
      if (cells.length <= mostShared)
        for (const cell of cells)
          found.push(this.#foundAt(cell, { first, last, score, isPart: true }))
      first = last + 1
    }
    return found
  }

  #telling(stem: string): number[] | undefined {
    const cells =
      stem.length < 3 || /^\d+$/.test(stem) || fillerWords.has(stem)
        ? undefined
        : this.#byWord.get(stem)
    return cells !== undefined && cells.length <= 20 * mostShared ? [...cells] : undefined
  }

  #findMisspelt(
    words: readonly SaidWord[],
    stems: readonly string[],
    covered: ReadonlySet<number>,
  ): readonly FoundCell[] {
    return words.flatMap(({ text, quoted }, i) => {
      const isCommon =
        everydayWords.has(text) || fillerWords.has(text) || everydayWords.has(stems[i]!)
      if (quoted || isCommon || covered.has(i) || typosForgiven(text) === 0) return []
      const meant = this.#meantBy(stems[i]!)
      if (meant === null) return []
      const corrected = stems.map((stem, j) => (j === i ? meant : stem))
      const around = this.#around(corrected, i)
      return around.map((cell) => ({ ...cell, score: cell.score - 0.15, isMisspelt: true }))
    })
  }

  /** What the corrected word names, with the words around it where they belong to the same value. */
  #around(stems: readonly string[], i: number): readonly FoundCell[] {
    for (let length = this.#longest; length > 0; length--)
      for (
        let first = Math.max(0, i - length + 1);
        first <= i && first + length <= stems.length;
        first++
      ) {
        const cells = this.#whole.get(stems.slice(first, first + length).join(' '))
        if (cells !== undefined)
          return cells.map((cell) =>
            this.#foundAt(cell, { first, last: first + length - 1, score: 1, isPart: false }),
          )
      }
    const cells = this.#telling(stems[i]!) ?? []
    return cells.length <= mostShared
      ? cells.map((cell) => this.#foundAt(cell, { first: i, last: i, score: 0.7, isPart: true }))
      : []
  }

  #foundAt(cell: number, place: Placed): FoundCell {
    const { column, value } = this.#cells[cell]!
    return { ...this.#columns[column]!, ...place, value, isMisspelt: false }
  }

  /** Remembers a word by each of its letters left out: two words one letter apart share one of these. */
  #forgive(word: string): void {
    if (typosForgiven(word) === 0) return
    for (const variant of withoutOne(word)) {
      const known = this.#misspelt.get(variant)
      if (known === undefined) this.#misspelt.set(variant, [word])
      else if (known.length < 20) known.push(word)
    }
  }

  #meantBy(stem: string): string | null {
    if (this.#byWord.has(stem)) return stem
    for (const variant of withoutOne(stem)) {
      const words = this.#misspelt.get(variant)
      const near = words?.find(
        (word) => Math.abs(word.length - stem.length) <= 1 && word[0] === stem[0],
      )
      if (near !== undefined) return near
    }
    return null
  }
}

function put(map: Map<string, number[]>, key: string, cell: number): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [cell])
  else if (known.at(-1) !== cell) known.push(cell)
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** The word itself and each form with one letter left out. */
function withoutOne(word: string): readonly string[] {
  return [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))]
}
