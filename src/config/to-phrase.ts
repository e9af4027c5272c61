import type { Language, Mark, Phrase } from '../model/index.ts'

/** Reads a phrase with marks: `is [Korth](title) there` is the words "is Korth there", of which 3 to 8 fill `title`. */
export function toPhrase(written: string, language: Language): Phrase {
  const marks: Mark[] = []
  let text = ''
  let end = 0
  for (const match of written.matchAll(/\[([^[\]]+)\]\(([^()\s]+)\)/g)) {
    const [all, words = '', slot = ''] = match
    text += written.slice(end, match.index)
    marks.push({ slot, start: text.length, end: text.length + words.length })
    text += words
    end = match.index + all.length
  }
  return { text: text + written.slice(end), language, marks }
}
