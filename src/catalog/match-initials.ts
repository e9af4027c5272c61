import { everydayWords, fillerWords, honorifics } from './common-words.ts'
import type { Look, Match } from './match.ts'
import type { ValueIndex } from './value-index.ts'
import { wordsIn, type Word } from './words.ts'

const initialsScore = 0.9

/** In a larger set, any three letters are the initials of something: they must look like an abbreviation. */
const smallSet = 300

const leastLetters = 2
const mostLetters = 7

/** Abbreviations: "OS" for Operating Systems, "DBMS" for Database Management Systems. */
export function matchInitials(
  words: readonly Word[],
  index: ValueIndex,
  look: Look,
): readonly Match[] {
  return words.flatMap((word, at) => {
    const values = canAbbreviate(word, index, look) ? valuesFor(word.plain, index) : []
    if (values.length === 0) return []
    return [
      { first: at, last: at, values: values.map((value) => ({ value, score: initialsScore })) },
    ]
  })
}

function valuesFor(letters: string, index: ValueIndex): readonly number[] {
  const exact = index.initials.get(letters)
  if (exact !== undefined) return exact
  return letters.length > 3 ? valuesWithInnerLetter(letters, index) : []
}

/** One of the letters may stand within a word: the B of "DataBase Management Systems". */
function valuesWithInnerLetter(letters: string, index: ValueIndex): readonly number[] {
  const found = new Set<number>()
  for (let at = 1; at < letters.length; at++) {
    const initials = letters.slice(0, at) + letters.slice(at + 1)
    for (const value of index.initials.get(initials) ?? []) {
      if (hasInnerLetter(String(index.values[value]), initials, at, letters[at]!)) found.add(value)
    }
  }
  return [...found]
}

function hasInnerLetter(name: string, initials: string, at: number, letter: string): boolean {
  return wordsIn(name).some(
    ({ plain }) => plain[0] === initials[at - 1] && plain.slice(1).includes(letter),
  )
}

function canAbbreviate({ plain, stem, stressed }: Word, index: ValueIndex, look: Look): boolean {
  if (plain.length < leastLetters || plain.length > mostLetters) return false
  // Two letters are the initials of something everywhere; where they are a name, they are that.
  if (plain.length === 2 && look.isName(stem)) return false
  if (stressed) return plain.length > 2 || index.values.length <= smallSet
  if ([fillerWords, honorifics, everydayWords, look.deskWords].some((set) => set.has(stem)))
    return false
  if (plain.length > 2 && look.shortened.has(plain)) return false
  if (plain.length === 2) return index.values.length <= smallSet
  return index.values.length <= smallSet || isUnpronounceable(plain)
}

function isUnpronounceable(word: string): boolean {
  return /^[a-z]+$/.test(word) && !/[aeiou]/.test(word)
}
