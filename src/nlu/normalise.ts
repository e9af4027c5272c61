import { wordsOf as plainWordsOf } from '../util/index.ts'

/** Characters of a message that are read for meaning; what comes after is kept but not understood. */
export const longestRead = 1000

/** The words of a text as the model sees them: digits as zeros, so that "Room 214" and "room 305" read alike. */
export function wordsOf(text: string): readonly string[] {
  return plainWordsOf(text.slice(0, longestRead)).map((word) =>
    word
      .replaceAll(/\p{Nd}+/gu, (digits) => '0'.repeat(Math.min(digits.length, 5)))
      .slice(0, longestWord),
  )
}

/** Longer "words" are pasted noise. */
const longestWord = 40
