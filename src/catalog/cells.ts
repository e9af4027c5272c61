import type { Value } from '../model/index.ts'
import { everydayWords, fillerWords } from './common-words.ts'
import type { CellColumn, Folding, FoundCell, SaidWord } from './cell.ts'
import { HashIndex } from './hash-index.ts'
import { typosForgiven } from './typos-forgiven.ts'

type Placed = Pick<FoundCell, 'first' | 'last' | 'score' | 'isPart'>

/** More values than this share a word: it names none of them. */
const mostShared = 60
/** More values than this share a word: those around it do not tell which is meant. */
const mostWeighed = 20 * mostShared
/** Words of a value that is found by a part of it. */
const mostWords = 12
/** Values taken in before others may do something. */
const atOnce = 2000

type ColumnValues = CellColumn & { readonly values: readonly Value[] }

/** The values of many columns, found in the words of a question. Never changed: what was read anew makes a new one. */
export class Cells {
  readonly #folding: Folding
  readonly #columns: readonly ColumnValues[]
  /** The number of the first cell of each column, and after the last one how many there are. */
  readonly #starts: Uint32Array
  readonly #whole = new HashIndex()
  readonly #byWord = new HashIndex()
  /** A cell with the word, by the word and by it with each of its letters but the first left out. */
  readonly #misspelt = new HashIndex()
  #longest = 1

  private constructor(columns: readonly ColumnValues[], folding: Folding) {
    this.#folding = folding
    this.#columns = columns
    this.#starts = new Uint32Array(columns.length + 1)
    for (const [i, { values }] of columns.entries())
      this.#starts[i + 1] = this.#starts[i]! + values.length
  }

  /** Takes in the values a few thousand at a time, so that questions are answered meanwhile; `told` hears how many are. */
  static async of(
    columns: readonly ColumnValues[],
    folding: Folding,
    told: (values: number, of: number) => void = () => {},
  ): Promise<Cells> {
    const cells = new Cells(columns, folding)
    const known = new Set<string>()
    const all = cells.#starts.at(-1) ?? 0
    let cell = 0
    for (const { values } of columns)
      for (const value of values) {
        cells.#add(cell++, value, known)
        if (cell % atOnce > 0) continue
        told(cell, all)
        await pause()
      }
    for (const index of [cells.#whole, cells.#byWord, cells.#misspelt]) {
      index.seal()
      await pause()
    }
    return cells
  }

  /** Whether these columns are those it was made of, with the same values. */
  isOf(columns: readonly ColumnValues[]): boolean {
    return (
      columns.length === this.#columns.length &&
      columns.every((one, i) => isSame(one, this.#columns[i]!))
    )
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

  #add(cell: number, value: Value, known: Set<string>): void {
    if (value === null || value === '') return
    const text = String(value)
    const stems = this.#stemsOf(text)
    if (stems.length === 0) return
    this.#name(cell, stems)
    for (const other of this.#folding.alsoCalled(text)) this.#name(cell, this.#stemsOf(other))
    if (stems.length > mostWords) return
    for (const word of stems) {
      this.#byWord.add(word, cell)
      if (known.has(word) || typosForgiven(word) === 0) continue
      known.add(word)
      for (const variant of withoutOne(word)) this.#misspelt.add(variant, cell)
    }
  }

  #name(cell: number, stems: readonly string[]): void {
    this.#longest = Math.max(this.#longest, Math.min(stems.length, mostWords))
    this.#whole.add(stems.join(' '), cell)
  }

  #stemsOf(text: string): readonly string[] {
    return this.#folding.wordsOf(text).map(this.#folding.stemOf)
  }

  #keyOf(text: string): string {
    return this.#stemsOf(text).join(' ')
  }

  #findWhole(words: readonly SaidWord[], stems: readonly string[]): readonly FoundCell[] {
    const found: FoundCell[] = []
    for (let first = 0; first < words.length; first++)
      for (let length = Math.min(this.#longest, words.length - first); length > 0; length--) {
        const said = stems.slice(first, first + length).join(' ')
        const place = { first, last: first + length - 1, score: 1, isPart: false }
        for (const cell of this.#called(said)) found.push(this.#foundAt(cell, place))
      }
    return found
  }

  #called(said: string): readonly number[] {
    return this.#whole.get(said, mostWeighed) ?? []
  }

  /** "Sharma", "Rao's": some words of longer values, all of them of the same ones. */
  #findParts(stems: readonly string[], covered: ReadonlySet<number>): readonly FoundCell[] {
    const found: FoundCell[] = []
    for (let first = 0; first < stems.length;) {
      let cells = covered.has(first) ? [] : this.#telling(stems[first]!)
      if (cells.length === 0) {
        first++
        continue
      }
      let last = first
      while (last + 1 < stems.length && !covered.has(last + 1)) {
        const both = this.#with(stems[last + 1]!, cells)
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

  /** Those of some cells that have one word more; of a word that very many have they are asked themselves. */
  #with(stem: string, cells: readonly number[]): readonly number[] {
    const others = this.#byWord.get(stem, mostWeighed)
    if (others === null)
      return cells.filter((cell) => this.#stemsOf(String(this.#valueOf(cell))).includes(stem))
    const known = new Set(others)
    return cells.filter((cell) => known.has(cell))
  }

  #telling(stem: string): readonly number[] {
    const isWeak = stem.length < 3 || /^\d+$/.test(stem) || fillerWords.has(stem)
    return isWeak ? [] : (this.#byWord.get(stem, mostWeighed) ?? [])
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
        const cells = this.#called(stems.slice(first, first + length).join(' '))
        const place = { first, last: first + length - 1, score: 1, isPart: false }
        if (cells.length > 0) return cells.map((cell) => this.#foundAt(cell, place))
      }
    const cells = this.#telling(stems[i]!)
    return cells.length <= mostShared
      ? cells.map((cell) => this.#foundAt(cell, { first: i, last: i, score: 0.7, isPart: true }))
      : []
  }

  #foundAt(cell: number, place: Placed): FoundCell {
    const { source, table, column } = this.#columns[this.#columnOf(cell)]!
    return { source, table, column, ...place, value: this.#valueOf(cell), isMisspelt: false }
  }

  #valueOf(cell: number): Value {
    const column = this.#columnOf(cell)
    return this.#columns[column]!.values[cell - this.#starts[column]!] ?? null
  }

  #columnOf(cell: number): number {
    let [low, high] = [0, this.#columns.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= cell) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The word of a value that is one letter away. */
  #meantBy(stem: string): string | null {
    if (this.#byWord.has(stem)) return stem
    for (const variant of withoutOne(stem))
      for (const cell of this.#misspelt.get(variant, mostShared) ?? []) {
        const near = this.#stemsOf(String(this.#valueOf(cell))).find(
          (word) =>
            Math.abs(word.length - stem.length) <= 1 &&
            word[0] === stem[0] &&
            withoutOne(word).includes(variant),
        )
        if (near !== undefined) return near
      }
    return null
  }
}

function isSame(a: ColumnValues, b: ColumnValues): boolean {
  return (
    a.source === b.source &&
    a.table === b.table &&
    a.column === b.column &&
    a.values.length === b.values.length &&
    a.values.every((value, i) => value === b.values[i])
  )
}

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** The word itself and each form with one letter left out, the first one excepted: it is seldom mistyped. */
function withoutOne(word: string): readonly string[] {
  const shorter = Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i + 1) + word.slice(i + 2),
  )
  return [word, ...shorter]
}
