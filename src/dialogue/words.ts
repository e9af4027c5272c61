import { wordsOf as plainWordsOf } from '../util/index.ts'

/** A stretch of a text, from `start` (inclusive) to `end` (exclusive) in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The words of a text in lower case, those within `without` left out. */
export function wordsOf(text: string, without: readonly Span[] = []): readonly string[] {
  if (without.length === 0) return partsOf(text)
  const units = text.split('')
  for (const span of without) units.fill(' ', span.start, span.end)
  return partsOf(units.join(''))
}

/** The text that was last taken apart: the rules of one turn look at the same one several times. */
let latest: { readonly text: string; readonly words: readonly string[] } = { text: '', words: [] }

/** Split at apostrophes too: "that's" points back as "that" does. */
function partsOf(text: string): readonly string[] {
  if (text === latest.text) return latest.words
  const words = plainWordsOf(text).flatMap((word) => word.split("'"))
  latest = { text, words }
  return words
}

/** Whether the words begin like something that goes on from the last answer: "and …", "only …", "no, I meant …". */
export function looksBack(words: readonly string[]): boolean {
  return openerLength(words) > 0 || words.some(pointsBack)
}

/** "How do I get there?" points at what was said; "is there a pool?" does not. */
function pointsBack(word: string, i: number, words: readonly string[]): boolean {
  const isThere = word === 'there' && being.has(words[i - 1] ?? '')
  return pronouns.has(word) && !isThere
}

/** The words that carry something of their own: openers, pronouns and small words are gone. */
export function contentOf(words: readonly string[]): readonly string[] {
  const rest = words.slice(openerLength(words))
  return rest.filter((word) => !fillers.has(word) && !pronouns.has(word))
}

function openerLength(words: readonly string[]): number {
  const line = `${words.join(' ')} `
  const opener = openers.find((candidate) => line.startsWith(`${candidate} `))
  return opener === undefined ? 0 : opener.split(' ').length
}

/** Words that go on, narrow or correct; longest first, so that "and what about" is not taken for "and". */
const openers = `
  and, n, nd, also, and also, what about, and what about, how about, and how about, and for, and only, or, for,
  aur, aur agar, phir, और, और अगर,
  only, only for, just, just for, sirf, keval, bas, सिर्फ़, सिर्फ, केवल, बस,
  no, nope, no sorry, i meant, no i meant, no no i meant, sorry i meant, i mean, no i mean, actually, no actually,
  rather, instead, nahi, nahin, nahi nahi, mera matlab, nahi mera matlab, नहीं, मेरा मतलब, नहीं मेरा मतलब
`
  .trim()
  .split(/,\s+/)
  .map((opener) => plainWordsOf(opener).join(' '))
  .toSorted((a, b) => b.length - a.length)

const pronouns = setOf(`
  he she his her hers him their theirs them its it that those this there
  woh voh inhone unhone iska iski iske uska uski uske unka unki unke inka inki inke vahan wahan
  इसका इसकी इसके उसका उसकी उसके उनका उनकी उनके वहाँ
`)

const being = setOf('is are was were be')

const fillers = setOf(`
  a an the is are was of for in on at to from by with about please then now ok okay my i me mine am do does tell
  say one no not sorry sir maam madam ji
  ka ki ke ko se mein me hai hain h kya bhi tak liye wala wali mera meri mere to na haan
  का की के को से में है हैं क्या भी तक लिए वाला वाली मेरा मेरी मेरे तो ना जी
`)

function setOf(words: string): ReadonlySet<string> {
  return new Set(plainWordsOf(words))
}
