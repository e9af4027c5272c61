/** The days of the week in English and Hindi, Sunday first; each text is a part of a regular expression. */
export const weekdays: readonly string[] = [
  'sundays?|sun|itvar|itwar|ravivar|raviwar|इतवार|रविवार',
  'mondays?|mon|somvar|somwar|सोमवार',
  'tuesdays?|tues?|mangalvar|mangalwar|मंगलवार',
  'wednesdays?|weds?|budhvar|budhwar|बुधवार',
  'thursdays?|thurs?|thu|guruvar|guruwar|veervar|गुरुवार|गुरूवार|बृहस्पतिवार|वीरवार',
  'fridays?|fri|shukravar|shukrawar|shukrvar|शुक्रवार',
  'saturdays?|sat|shanivar|shaniwar|शनिवार',
]

/** The months in English and Hindi, January first. */
export const months: readonly string[] = [
  'january|jan|janvari|janwari|जनवरी',
  'february|feb|farvari|farwari|फ\\u093C?रवरी',
  'march|mar|मार्च',
  'april|apr|aprail|अप्रैल',
  'may|मई',
  'june|jun|जून',
  'july|jul|julai|जुलाई',
  'august|aug|agast|अगस्त',
  'september|sept|sep|sitambar|सितंबर|सितम्बर',
  'october|oct|aktubar|अक्टूबर|अक्तूबर',
  'november|nov|navambar|नवंबर|नवम्बर',
  'december|dec|disambar|दिसंबर|दिसम्बर',
]

/** Which one of several is meant: the next or the last; the nearest to come needs no word. */
export const next = 'next|agle|agla|agli|अगले|अगला|अगली'
export const last = 'last|previous|past|pichle|pichla|pichli|पिछले|पिछला|पिछली'
export const current = 'this|coming|upcoming|current|is|isi|iss|इस|इसी|aane\\s?wale|आने\\s?वाले'

/** Not within a longer word, of whatever script. */
export const begins = '(?<![\\p{L}\\p{M}\\p{N}])'
export const ends = '(?![\\p{L}\\p{M}])'

const otherwiseWords = new Set(['sun', 'mon', 'sat', 'wed', 'mar', 'march', 'may'])
const beforeDay = new RegExp(
  `${begins}(?:on|in|of|by|from|since|till|until|during|for|every|${next}|${last}|this|coming|is|इस)\\s+$`,
  'iu',
)
const afterDay = /^\s+(?:ko|me|mein|mai|main|se|tak|ke|ka|ki|month|को|में|से|\d{4})(?![\p{L}\p{M}])/iu

/** Whether a word that is a day or month only at times ("may I", "I sat") is one here, by the words beside it. */
export function isMeantAsDay(word: string, text: string, start: number): boolean {
  if (!otherwiseWords.has(word.toLowerCase())) return true
  const end = start + word.length
  return (
    beforeDay.test(text.slice(Math.max(0, start - 20), start)) ||
    afterDay.test(text.slice(end, end + 12))
  )
}

/** The words of a list of alternatives as one pattern that has a group for each. */
export function groups(words: readonly string[]): string {
  return words.map((one) => `(${one})`).join('|')
}
