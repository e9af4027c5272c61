import { editDistance } from '../util/edit-distance.ts'
import { operatorWords } from './operators.ts'
import { isAkin } from './traits.ts'
import { adjectives } from './vocabulary/adjectives.ts'
import { personWords, plainWords } from './vocabulary/function-words.ts'
import { stemOf, type Token } from './words.ts'

/** Words that do something in a question and are worth mending. */
const workingWords: readonly string[] =
  `average maximum minimum total number count between greater highest lowest largest smallest oldest youngest longest
  shortest cheapest latest earliest newest biggest expensive without except different distinct sorted ordered descending
  ascending which whose where older younger higher lower larger smaller cheaper longer shorter before after least most
  fewest every each highest common first last`.split(/\s+/)

/** What a question's words are compared with. */
export interface Spelling {
  /** Stems of the schema's own words. */
  readonly stems: ReadonlySet<string>
  /** Whether a word stands in some value, as it is or misspelt. */
  readonly isValue: (index: number) => 'exactly' | 'misspelt' | null
}

/** The tokens with words nothing is known of read as the nearest that is known, one letter away, or two in a long one. */
export function respell(tokens: readonly Token[], spelling: Spelling): readonly Token[] {
  return tokens.flatMap((token, i) => {
    const undone = notDone(token, spelling)
    if (undone !== null && spelling.isValue(i) !== 'exactly') return undone
    if (token.kind !== 'word' || token.text.length < 4 || isKnown(token, spelling)) return token
    if (spelling.isValue(i) === 'exactly') return token
    const most = token.text.length < 8 ? 1 : 2
    const working = nearest(token.text, workingWords, most)
    const named = nearest(token.stem, [...spelling.stems], most)
    if (named === null && working === null) return token
    const least = Math.min(named?.distance ?? 9, working?.distance ?? 9)
    if (spelling.isValue(i) === 'misspelt' && least > 1) return token
    const isWorking = working !== null && (named === null || working.distance <= named.distance)
    return isWorking
      ? { ...token, text: working.word, stem: stemOf(working.word) }
      : { ...token, text: named!.word, stem: named!.word }
  })
}

/** "unpaid": not paid, where something is. */
function notDone(token: Token, { stems }: Spelling): readonly Token[] | null {
  const done = /^(?:un|non|in|dis)(\p{L}{4,})$/u.exec(token.text)?.[1]
  if (done === undefined || token.kind !== 'word' || stems.has(token.stem)) return null
  if (!stems.has(stemOf(done))) return null
  return [
    { ...token, text: 'not', stem: 'not' },
    { ...token, text: done, stem: stemOf(done) },
  ]
}

function isKnown({ text, stem }: Token, { stems }: Spelling): boolean {
  return (
    stems.has(stem) ||
    plainWords.has(text) ||
    personWords.has(text) ||
    workingWords.includes(text) ||
    adjectives.has(text) ||
    operatorWords.has(text) ||
    [...stems].some((one) => isAkin(one, stem)) ||
    /\d/.test(text)
  )
}

function nearest(
  word: string,
  known: readonly string[],
  most: number,
): { word: string; distance: number } | null {
  let best: { word: string; distance: number } | null = null
  for (const one of known) {
    if (one.length < 4 || one[0] !== word[0] || Math.abs(one.length - word.length) > most) continue
    const distance = editDistance(word, one, most)
    if (distance <= most && (best === null || distance < best.distance))
      best = { word: one, distance }
  }
  return best
}
