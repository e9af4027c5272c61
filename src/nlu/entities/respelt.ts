import { editDistance } from '../../util/edit-distance.ts'

/** A text with the words of the calendar as they are spelt, and where its characters stood in what was written. */
export interface Respelt {
  readonly text: string
  /** The place in the written text of a place in `text`. */
  readonly origin: (at: number) => number
}

interface Edit {
  readonly start: number
  readonly written: string
  readonly meant: string
}

const calendarWords =
  'sunday monday tuesday wednesday thursday friday saturday tomorrow yesterday tonight january february august september october november december'.split(
    ' ',
  )
const shortForms: Readonly<Record<string, string>> = {
  '2day': 'today',
  '2mrw': 'tomorrow',
  '2moro': 'tomorrow',
  '2morrow': 'tomorrow',
  tmrw: 'tomorrow',
  tmrow: 'tomorrow',
  tmr: 'tomorrow',
  yday: 'yesterday',
}

/** Longer words are no misspelling of any. */
const longest = 12

/** Corrects misspelt words of the calendar ("tommorow", "wensday") and writes every digit in ASCII. */
export function respell(written: string): Respelt {
  const plain = written.replaceAll(/[०-९]/g, (digit) => String(digit.codePointAt(0)! - 0x0966))
  const edits = Array.from(plain.matchAll(/(?<![\p{L}\p{N}])[a-z\d]+(?![\p{L}\p{N}])/giu)).flatMap(
    (match): readonly Edit[] => {
      const meant = meantBy(match[0].toLowerCase())
      return meant === null ? [] : [{ start: match.index, written: match[0], meant }]
    },
  )
  if (edits.length === 0) return { text: plain, origin: (at) => at }
  return { text: edited(plain, edits), origin: (at) => originOf(at, edits) }
}

function meantBy(word: string): string | null {
  const short = Object.hasOwn(shortForms, word) ? shortForms[word] : undefined
  if (short !== undefined) return short
  if (word.length < 5 || word.length > longest || /\d/.test(word)) return null
  const singular = word.replace(/s$/, '')
  if (calendarWords.includes(singular)) return null
  let best: string | null = null
  let fewest = 3
  for (const candidate of calendarWords) {
    // The first letter is hardly ever the wrong one; without this "member" is a month.
    if (candidate[0] !== word[0]) continue
    const most = candidate.length < 8 ? 1 : 2
    const typos = editDistance(singular, candidate, most)
    if (typos <= most && typos < fewest) [best, fewest] = [candidate, typos]
  }
  return best
}

function edited(text: string, edits: readonly Edit[]): string {
  let at = 0
  const parts: string[] = []
  for (const { start, written, meant } of edits) {
    parts.push(text.slice(at, start), meant)
    at = start + written.length
  }
  return parts.join('') + text.slice(at)
}

function originOf(at: number, edits: readonly Edit[]): number {
  let shift = 0
  for (const { start, written, meant } of edits) {
    if (at <= start + shift) break
    const within = at - (start + shift)
    // Within a corrected word only its end has a place of its own.
    if (within < meant.length) return start
    shift += meant.length - written.length
  }
  return at - shift
}
