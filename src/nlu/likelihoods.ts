/** What a desk knows of the words of its language. */
export interface Vocabulary {
  /** The words of the desk's phrases. */
  readonly words: readonly string[]
  /** In how many phrases a word, or a pair of words with a space between, stands; 0 where none is known. */
  readonly countOf: (gram: string) => number
  /** How many phrases there are. */
  readonly phrases: number
  /** Words of English beyond the phrases, the most used first. */
  readonly english: readonly string[]
}

/** What of its likelihood a word has from what stands before it, from the phrases, and from English at large. */
const [byNeighbour, byPhrases, byEnglish] = [0.6, 0.3, 0.1]

/** The logarithm of how likely a word is that nobody knows: a name, a word of another language. */
const unheard = -21

/** Euler's constant: the sum of 1/n up to some number is its logarithm, and this. */
const euler = 0.577

/**
 * The logarithm of how likely one word is to stand after another, `^` being the start of a sentence and `$` its end.
 * Of English at large only the order is known: the nth word is said 1/n times as often as the first (Zipf).
 */
export function likelihoods({
  words,
  countOf,
  phrases,
  english,
}: Vocabulary): (before: string, word: string) => number {
  const counts = new Map(words.map((word) => [word, countOf(word)]))
  const total = [...counts.values()].reduce((sum, count) => sum + count, 1)
  const ranks = new Map(english.map((word, i) => [word, i + 1]))
  const harmonic = Math.log(Math.max(2, english.length)) + euler

  function byItself(word: string): number {
    const rank = ranks.get(word)
    const inPhrases = (byPhrases * (counts.get(word) ?? 0)) / total
    return inPhrases + (rank === undefined ? 0 : byEnglish / (rank * harmonic))
  }

  function pair(before: string, word: string): number {
    const beside = countOf(`${before} ${word}`)
    const all = before === '^' ? phrases : countOf(before)
    const share = beside === 0 ? 0 : (byNeighbour * beside) / Math.max(beside, all)
    const whole = share + byItself(word)
    return whole === 0 ? unheard : Math.max(unheard, Math.log(whole))
  }

  return (before, written) => {
    const [first = '', ...rest] = written.split(' ')
    const start = pair(before.split(' ').at(-1) ?? '', first)
    return rest.reduce((sum, word, i) => sum + pair(rest[i - 1] ?? first, word), start)
  }
}
