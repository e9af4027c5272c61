import { fillerWords, honorifics } from './common-words.ts'
import { isFiller } from './match.ts'
import type { Fit, Look, Match } from './match.ts'
import { matchInitials } from './match-initials.ts'
import { matchParts } from './match-parts.ts'
import { bagOf } from './value-index.ts'
import type { ValueIndex } from './value-index.ts'
import { wordsIn } from './words.ts'
import type { Word } from './words.ts'

/** Words of a text that are looked at; the rest of a very long one is not. */
const mostWords = 120

/** Values of an index named in a text: the longest words win, no two matches share a word. */
export function findValues(text: string, index: ValueIndex, look: Look): readonly Located[] {
  const words = wordsIn(text).slice(0, mostWords)
  const found = [
    ...matchWhole(words, index, look),
    ...matchInitials(words, index, look),
    ...matchParts(words, index, look),
  ]
  return withoutOverlap(found).map((match) => ({
    values: match.values,
    start: words[match.first]!.start,
    end: words[match.last]!.end,
  }))
}

/** A match by its place in the text, in UTF-16 units. */
interface Located {
  readonly values: readonly Fit[]
  readonly start: number
  readonly end: number
}

/** Names said in full: as written, run together or apart ("data base"), or with their words in another order. */
function matchWhole(words: readonly Word[], index: ValueIndex, look: Look): readonly Match[] {
  const found: Match[] = []
  for (let first = 0; first < words.length; first++) {
    const match = longestWhole(words, first, index, look)
    if (match !== null) found.push(match)
  }
  return found
}

/** The longest name said in full from this word on. */
function longestWhole(
  words: readonly Word[],
  first: number,
  index: ValueIndex,
  look: Look,
): Match | null {
  const most = Math.min(words.length, first + index.longest + 2)
  const said: Word[] = []
  const window = new Window(index)
  let longest: Match | null = null
  for (let last = first; last < most; last++) {
    const word = words[last]!
    said.push(word)
    const values = window.take(word)
    if (values === undefined || !canStandAlone(said, look)) continue
    longest = { first, last, values: values.map((value) => ({ value, score: 1 })) }
  }
  return longest
}

/** Words that stand side by side, growing by one word at a time, and the values they name in full. */
class Window {
  readonly #index: ValueIndex
  readonly #telling: string[] = []
  #key = ''
  #canBeBag = true

  constructor(index: ValueIndex) {
    this.#index = index
  }

  /** The values that the words up to this one name, if any. */
  take(word: Word): readonly number[] | undefined {
    const { stem } = word
    const isFirst = this.#key === ''
    const isTelling = !isFiller(word, this.#index) && !honorifics.has(stem)
    this.#key += stem
    // A window that begins with a small word, or holds a word no name has, names nothing in another order.
    if (isTelling ? !this.#index.byWord.has(stem) : isFirst) this.#canBeBag = false
    if (isTelling && this.#canBeBag) this.#telling.push(stem)
    const isBag = this.#canBeBag && isTelling && this.#telling.length > 1
    const whole = this.#index.whole.get(this.#key)
    return whole ?? (isBag ? this.#index.bag.get(bagOf(this.#telling)) : undefined)
  }
}

/** "is", "it" and the like name a value only when stressed: "IT", or as the answer to a question. */
function canStandAlone(said: readonly Word[], look: Look): boolean {
  return look.asked || said.some(({ stem, stressed }) => stressed || !fillerWords.has(stem))
}

/** Keeps the matches that cover most, then those that fit best. */
function withoutOverlap(matches: readonly Match[]): readonly Match[] {
  const kept: Match[] = []
  for (const match of matches.toSorted((a, b) => weightOf(b) - weightOf(a))) {
    const isFree = kept.every(({ first, last }) => match.last < first || match.first > last)
    if (isFree) kept.push(match)
  }
  return kept.toSorted((a, b) => a.first - b.first)
}

function weightOf({ first, last, values }: Match): number {
  return (last - first + 1) * (values[0]?.score ?? 0)
}
