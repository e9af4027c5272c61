import { groupBy } from '../util/group-by.ts'
import { editDistance } from '../util/edit-distance.ts'
import { typosForgiven } from './typos-forgiven.ts'

/** Finds words that a misspelt one may have meant. */
export interface Vocabulary {
  has(word: string): boolean
  /** The nearest words, with how many letters differ. */
  near(word: string): readonly { readonly word: string; readonly typos: number }[]
}

/** More words than this are as good as none. */
const mostNear = 6

/** Shorter words are no spelling of anything. */
const shortest = 3

/** A vocabulary of these words. */
export function vocabulary(words: Iterable<string>): Vocabulary {
  const known = new Set(words)
  const shelves = groupBy(known, (word) => word.length)
  const letters = new Map(
    [...shelves].map(([size, shelf]) => [size, Int32Array.from(shelf, lettersOf)]),
  )

  function* within(word: string, most: number): Generator<string> {
    const wanted = lettersOf(word)
    for (let size = Math.max(shortest, word.length - most); size <= word.length + most; size++) {
      const shelf = shelves.get(size) ?? []
      const sets = letters.get(size) ?? []
      for (let i = 0; i < shelf.length; i++) {
        // A changed letter changes the set of letters by two at the most: nearly every word is passed over here.
        if (countBits(sets[i]! ^ wanted) <= 2 * most) yield shelf[i]!
      }
    }
  }

  function near(word: string): ReturnType<Vocabulary['near']> {
    const most = typosForgiven(word)
    if (most === 0) return []
    const found: { word: string; typos: number }[] = []
    for (const other of within(word, most)) {
      // The first letter is hardly ever the wrong one; without this "warden" is a garden.
      if (other[0] !== word[0]) continue
      const typos = editDistance(word, other, most)
      if (typos <= most) found.push({ word: other, typos })
    }
    const fewest = Math.min(...found.map(({ typos }) => typos))
    return found.filter(({ typos }) => typos === fewest).slice(0, mostNear)
  }

  return { has: (word) => known.has(word), near }
}

/** The letters of a word as a set of 32 bits. */
function lettersOf(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.codePointAt(i)! & 31)
  return bits
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
