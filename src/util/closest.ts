import { editDistance } from './edit-distance.ts'

/**
 * The candidate that `word` was probably meant to be, or null when none is near: at most one edit in a word of up to
 * four letters, then one more for every four. Capitals, dashes and underscores count for nothing.
 */
export function closest(word: string, candidates: Iterable<string>): string | null {
  const wanted = fold(word)
  let best: string | null = null
  let least = 1 + Math.max(1, Math.floor(wanted.length / 4))
  for (const candidate of candidates) {
    const edits = editDistance(wanted, fold(candidate), least)
    if (edits < least) {
      best = candidate
      least = edits
    }
  }
  return best
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll(/[-_ ]/g, '')
}
