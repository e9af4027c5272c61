import { fillerWords, honorifics } from './common-words.ts'
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
    const most = Math.min(words.length, first + index.longest + 2)
    for (let last = most - 1; last >= first; last--) {
      const said = words.slice(first, last + 1)
      const values = wholeValues(said, index)
      if (values.length === 0 || !canStandAlone(said, look)) continue
      found.push({ first, last, values: values.map((value) => ({ value, score: 1 })) })
      break
    }
  }
  return found
}

function wholeValues(said: readonly Word[], index: ValueIndex): readonly number[] {
  const whole = index.whole.get(said.map(({ stem }) => stem).join(''))
  if (whole !== undefined) return whole
  const telling = said.filter(({ stem }) => !fillerWords.has(stem) && !honorifics.has(stem))
  const isTrimmed = telling[0] === said[0] && telling.at(-1) === said.at(-1)
  if (telling.length < 2 || !isTrimmed) return []
  return index.bag.get(bagOf(telling.map(({ stem }) => stem))) ?? []
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
