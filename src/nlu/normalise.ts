/** Characters of a message that are read for meaning; what comes after is kept but not understood. */
export const longestRead = 1000

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu

/**
 * The words of a text as the model sees them: lower case, one form of every character, and digits as zeros, so that
 * "Room 214" and "room 305" read alike.
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .slice(0, longestRead)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘`]/g, "'")
    .replaceAll(/\p{Nd}+/gu, (digits) => '0'.repeat(Math.min(digits.length, 5)))
  return (plain.match(wordPattern) ?? []).map((word) => word.slice(0, longestWord))
}

/** Longer "words" are pasted noise. */
const longestWord = 40
