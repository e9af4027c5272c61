import { wordsOf } from '../util/index.ts'
import { fold } from './fold.ts'
import { hindiWords } from './hindi-words.ts'

interface Lexicon {
  /** Words that make a sentence Hindi. */
  readonly telling: ReadonlySet<string>
  /** What a word, folded, means in English: empty when nothing of its own. */
  readonly meanings: ReadonlyMap<string, string>
}

const { telling, meanings }: Lexicon = read(hindiWords)

function read(text: string): Lexicon {
  const found = new Set<string>()
  const english = new Map<string, string>()
  for (const line of text.trim().split('\n')) {
    const [meaning = '', words = ''] = line.split(':')
    const [own = [], shared = []] = words.split('|').map((part) => part.trim().split(/\s+/))
    for (const word of own) found.add(word)
    for (const word of [...own, ...shared]) {
      const sound = fold(word)
      if (!english.has(sound)) english.set(sound, meaning)
    }
  }
  found.delete('')
  english.delete('')
  return { telling: found, meanings: english }
}

/** One word in so many makes a sentence Hindi. */
const leastShare = 0.2

/** Whether a sentence is Hindi in Latin letters, whatever English words are in it. */
export function isRomanisedHindi(words: readonly string[]): boolean {
  const told = words.filter((word) => telling.has(word)).length
  return told > 0 && told >= leastShare * words.length
}

/** What a word of a sentence that is Hindi means in English: empty when nothing of its own, null when unknown. */
export function inEnglish(word: string): string | null {
  return meanings.get(fold(word)) ?? null
}

/** A sentence in the English words its Hindi ones stand for, in their order; one that is no Hindi as it is. */
export function wordByWord(text: string): string {
  const words = wordsOf(text)
  if (!isRomanisedHindi(words)) return text
  return words
    .map((word) => inEnglish(word) ?? word)
    .filter((word) => word !== '')
    .join(' ')
}

/**
 * The words of a sentence as a desk may know them: of Hindi in Latin letters, those it does not know are put into
 * English, and those that mean nothing of their own are left out.
 */
export function knownWords(
  words: readonly string[],
  isKnown: (word: string) => boolean,
): readonly string[] {
  if (!isRomanisedHindi(words)) return words
  const known = words.flatMap((word) => {
    const meaning = isKnown(word) ? null : inEnglish(word)
    return meaning === null ? [word] : meaning.split(' ').filter((one) => one !== '')
  })
  return known.length === 0 ? words : known
}
