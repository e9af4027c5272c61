/** A word of a text, and where it stands. */
export interface Word {
  /**
   * One form for every way to write it: lower case, compatibility forms resolved (NFKC), `'` for every apostrophe, and
   * Devanagari without the dots that most people leave out (फ़ीस is फीस, पाँच is पांच).
   */
  readonly text: string
  /** From here (inclusive), in UTF-16 units of the text. */
  readonly start: number
  /** To here (exclusive). */
  readonly end: number
}

/**
 * Letters and digits of any script with the marks that belong to them: Devanagari writes its vowels as combining marks,
 * and may put an invisible joiner (U+200C, U+200D) between two letters. An apostrophe between letters is part of the
 * word; a hyphen is not, for "end-semester" and "end semester" are said of the same thing.
 */
const wordPattern = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}\u200C\u200D]|['’‘`](?=[\p{L}\p{M}]))*/gu

/** The words of a text in order, each with its place. */
export function wordsIn(text: string): readonly Word[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: written, index }) => ({
    text: normalForm(written),
    start: index,
    end: index + written.length,
  }))
}

/** The words of a text in order. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(wordPattern) ?? []).map(normalForm)
}

/** A word that lower case alone brings into its form: most are. */
const asciiWord = /^[a-z0-9'`]*$/i

function normalForm(written: string): string {
  if (asciiWord.test(written)) return written.toLowerCase().replaceAll('`', "'")
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\u200C|\u200D|\u093C/g, '')
    .replaceAll('\u0901', '\u0902')
    .replaceAll(/[’‘`]/g, "'")
}
