import { abbreviations } from './abbreviations.ts'
import { likelihoods } from './likelihoods.ts'
import type { Vocabulary } from './likelihoods.ts'
import { oneSlipAway } from './one-slip-away.ts'
import type { Meant } from './one-slip-away.ts'
import { isRomanisedHindi } from './romanised-hindi.ts'

/**
 * The words as they were meant to be spelt, one for one; one that was run together or is short for several comes back
 * as several with spaces between. Words that are known, those to `keep`, and those that are like none, stay.
 */
export type Respell = (words: readonly string[], keep?: ReadonlySet<string>) => readonly string[]

/** How likely the slips of writing are, as logarithms: beside those of the fingers, `oneSlipAway`. */
const slips = { vowelsDropped: -5, lettersRepeated: -2, shortened: -3, runTogether: -7 }

/** A word nobody knows is the likelier to be meant as it stands, the shorter it is: by so much for each letter less. */
const usualLength = 6
const perLetterLess = 1.5

/** Shorter words are one slip away from too many; where English at large is not known, words of the desk are too. */
const shortest = 3
const shortestWithoutEnglish = 6
/** Longer "words" are no slip of a word. */
const longest = 24

/**
 * Corrects spelling by what a desk knows of its language: a word that is not known is taken for the known one it was
 * likeliest meant to be, by how it may have been mistyped, how usual each word is and what stands beside it.
 */
export function spelling(vocabulary: Vocabulary): Respell {
  const own = new Set(vocabulary.words.filter(isSpelt))
  const known = new Set([...own, ...vocabulary.english])
  const letters = lettersOf(known)
  const skeletons = bySkeleton(own)
  const follows = likelihoods(vocabulary)
  const least = vocabulary.english.length > 0 ? shortest : shortestWithoutEnglish

  function mayMean(word: string, isHindi: boolean): readonly Meant[] {
    const itself: Meant = {
      word,
      slip: Math.max(0, usualLength - word.length) * perLetterLess,
    }
    if (known.has(word) || !isSpelt(word) || isInflected(word, known)) return [itself]
    const one = word.length >= least && word.length <= longest
    const bare = skeletonOf(word)
    // A word of Hindi that no phrase has is rarely a slip of an English one.
    const likely = isHindi ? own : known
    return [
      itself,
      ...asMeant(abbreviations.get(word) ?? [], slips.shortened),
      ...asMeant(bare === word ? (skeletons.get(bare) ?? []) : [], slips.vowelsDropped),
      ...asMeant(
        withoutRepeats(word).filter((each) => known.has(each)),
        slips.lettersRepeated,
      ),
      ...(one ? runTogether(word, known) : []),
      ...(one ? oneSlipAway(word, letters(word), (each) => likely.has(each)) : []),
    ]
  }

  return (words, keep) => {
    const isHindi = isRomanisedHindi(words)
    const options = words.map((word) =>
      keep?.has(word) ? [{ word, slip: 0 }] : mayMean(word, isHindi),
    )
    return options.every((ones) => ones.length === 1) ? words : likeliestPath(options, follows)
  }
}

function asMeant(words: readonly string[], slip: number): readonly Meant[] {
  return words.map((word) => ({ word, slip }))
}

interface Path {
  readonly words: readonly string[]
  readonly score: number
}

/** The likeliest way from the start of a sentence to its end, by the Viterbi algorithm. */
function likeliestPath(
  options: readonly (readonly Meant[])[],
  follows: (before: string, word: string) => number,
): readonly string[] {
  const start: readonly Path[] = [{ words: [], score: 0 }]
  const paths = options.reduce(
    (before, ones) => ones.map((one) => onwards(before, one, follows)),
    start,
  )
  return best(paths, ({ words }) => Math.max(leastOfEnd, follows(words.at(-1) ?? '^', '$'))).words
}

/** How much less likely the last word may make a whole sentence. */
const leastOfEnd = -6

function onwards(
  paths: readonly Path[],
  { word, slip }: Meant,
  follows: (before: string, word: string) => number,
): Path {
  const after = ({ words }: Path) => follows(words.at(-1) ?? '^', word)
  const before = best(paths, after)
  return { words: [...before.words, word], score: before.score + after(before) + slip }
}

function best(paths: readonly Path[], more: (path: Path) => number): Path {
  let [found, most] = [paths[0]!, -Infinity]
  for (const path of paths) {
    const score = path.score + more(path)
    if (score > most) [found, most] = [path, score]
  }
  return found
}

function isSpelt(word: string): boolean {
  return /^[\p{L}\p{M}']+$/u.test(word)
}

const endings = ['s', 'es', "'s", 'd', 'ed', 'ing', 'ly']

/** Whether a word is a known one with an ending of English. */
function isInflected(word: string, known: ReadonlySet<string>): boolean {
  return endings.some((ending) => {
    const stem = word.slice(0, -ending.length)
    return word.endsWith(ending) && stem.length >= shortest && known.has(stem)
  })
}

/** "pleaseee", "soooon": with letters that stand three times in a row once, and twice. */
function withoutRepeats(word: string): readonly string[] {
  const repeated = /(.)\1{2,}/gu
  return repeated.test(word)
    ? [word.replaceAll(repeated, '$1'), word.replaceAll(repeated, '$1$1')]
    : []
}

/** "examfee": two known words without the space between them. */
function runTogether(word: string, known: ReadonlySet<string>): readonly Meant[] {
  return Array.from(word, (_, at) => [word.slice(0, at), word.slice(at)] as const)
    .filter(
      ([one, other]) => one.length > 1 && other.length > 1 && known.has(one) && known.has(other),
    )
    .map(([one, other]) => ({ word: `${one} ${other}`, slip: slips.runTogether }))
}

/** By script: the letters known words are written in. */
function lettersOf(known: ReadonlySet<string>): (word: string) => readonly string[] {
  const letters = [...new Set([...known].flatMap((word) => Array.from(word)))]
  const isLatin = (letter: string) => letter < '\u0250'
  const [latin, other] = [true, false].map((wanted) =>
    letters.filter((one) => isLatin(one) === wanted),
  )
  return (word) => (isLatin(word) ? latin : other) ?? []
}

/** Words by their skeleton, of those that have vowels to drop. */
function bySkeleton(words: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const word of words) {
    const key = skeletonOf(word)
    if (key.length > 1) found.set(key, [...(found.get(key) ?? []), word])
  }
  return found
}

/** The first letter and the consonants after it, none twice in a row. */
function skeletonOf(word: string): string {
  const bare = word.slice(0, 1) + word.slice(1).replaceAll(/[aeiou]/g, '')
  return bare.replaceAll(/(.)\1+/g, '$1')
}
