import type { Unclear } from '../slots/fill.ts'
import { wordsOf } from '../words.ts'

/**
 * What values that the same words name are called together, as they are written themselves: "Sharma" for "sharma" or
 * "Shrma". The visitor's own words where the values share only some of them: "boys hostel".
 */
export function sharedName({ words, values }: Pick<Unclear, 'words' | 'values'>): string {
  const own = withoutPossessive(words)
  const [first = '', ...others] = values.map(String)
  const shared = first
    .split(/\s+/)
    .filter((word) => others.every((other) => isIn(word, wordsOf(other))))
  const said = wordsOf(own)
  const known = shared.filter((word) => isIn(word, said))
  if (known.length === 0) return shared.join(' ') || own
  return known.length === said.length ? known.join(' ') : own
}

function isIn(word: string, words: readonly string[]): boolean {
  const parts = wordsOf(word)
  return parts.length > 0 && parts.every((part) => words.includes(part))
}

/** "Rao" of "Rao's cabin". */
function withoutPossessive(words: string): string {
  return words.replace(/['’]s$/iu, '')
}
