import { wordsIn as plainWordsIn } from '../util/index.ts'

/** A word of a text and where it stands. */
export interface Word {
  /** Lower case, no accents, no plural ending: what is compared. */
  readonly stem: string
  /** Lower case, no accents. */
  readonly plain: string
  /** In UTF-16 units of the text. */
  readonly start: number
  readonly end: number
  /** Written in capitals, or with a capital first letter within a sentence. */
  readonly stressed: boolean
}

/** Words of a text in order. */
export function wordsIn(text: string): readonly Word[] {
  return plainWordsIn(text).map(({ text: word, start, end }) => {
    const plain = plainForm(word)
    const written = text.slice(start, end)
    const isCapital = /^\p{Lu}/u.test(written)
    const stressed = isCapital && (start > 0 || /^\p{Lu}{2,}$/u.test(written))
    return { stem: stemOf(plain), plain, start, end, stressed }
  })
}

/** One form more: "Rao's", "RAO" and "rao" are `rao`, "résumé" is `resume`; Devanagari signs are kept. */
function plainForm(word: string): string {
  return word
    .replace(/'s$/u, '')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F']/gu, '')
    .normalize('NFC')
}

/** Without an English plural ending. */
export function stemOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** As people in a hurry write it: "form" is `frm`. */
export function withoutVowels(word: string): string {
  return word.slice(0, 1) + word.slice(1).replaceAll(/[aeiou]/g, '')
}
