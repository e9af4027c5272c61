import type { Span } from '../../model/index.ts'

/** Stands beside a sign that is no markup: it has no width, and makes the sign stand within a word. */
const joiner = '\u2060'

/** Letters, digits and their marks: beside one of them a sign neither begins nor ends a style. */
const inWord = /[\p{L}\p{N}\p{M}]/u

/**
 * Spans as the platform writes them: `*bold*`, `_italic_`. It knows no escape: a sign of its markup that stands in the
 * text gets a joiner on both sides where it could be taken for markup; addresses stay as they are.
 */
export function writeSpans(spans: readonly Span[]): string {
  const pieces = mergeStyles(spans).flatMap(linesOf)
  const written = pieces.map((piece, i) =>
    style(piece, pieces[i - 1]?.text.at(-1) ?? '', pieces[i + 1]?.text[0] ?? ''),
  )
  return guard(written.flat())
}

/** A run of text, and whether its signs are markup. */
interface Run {
  readonly text: string
  readonly isMarkup: boolean
}

/** Neighbours of one style are one: two styles side by side would end each other. */
function mergeStyles(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = []
  for (const { text, bold = false, italic = false } of spans) {
    const last = merged.at(-1)
    if (text === '') continue
    if (last?.bold === bold && last.italic === italic)
      merged[merged.length - 1] = { ...last, text: last.text + text }
    else merged.push({ text, bold, italic })
  }
  return merged
}

/** A style ends with its line. */
function linesOf(span: Span): readonly Span[] {
  return span.text.split(/(?<=\n)/).map((text) => ({ ...span, text }))
}

function style({ text, bold, italic }: Span, before: string, after: string): readonly Run[] {
  const plain = [{ text, isMarkup: false }]
  const inner = text.trim()
  const start = text.slice(0, text.length - text.trimStart().length)
  const end = text.slice(start.length + inner.length)
  const signs = [...(bold === true ? ['*'] : []), ...(italic === true ? ['_'] : [])]
  const isApart = !inWord.test(start === '' ? before : '') && !inWord.test(end === '' ? after : '')
  if (signs.length === 0 || inner === '' || !isApart) return plain
  return [
    { text: start, isMarkup: false },
    { text: signs.join(''), isMarkup: true },
    { text: inner, isMarkup: false },
    { text: signs.toReversed().join(''), isMarkup: true },
    { text: end, isMarkup: false },
  ]
}

/** The text of runs, with joiners beside the signs in it that could be taken for markup. */
function guard(runs: readonly Run[]): string {
  const whole = runs.map(({ text }) => text).join('')
  const ours = markupIn(runs)
  let start = 0
  const lines = whole.split('\n').map((line) => {
    const guarded = guardLine(line, (at) => ours.has(start + at), isRepeated(whole, '`'))
    start += line.length + 1
    return guarded
  })
  return lines.join('\n')
}

/** The places of signs that are markup. */
function markupIn(runs: readonly Run[]): ReadonlySet<number> {
  let offset = 0
  const places = runs.flatMap(({ text, isMarkup }) => {
    const from = offset
    offset += text.length
    return isMarkup ? Array.from(text, (_, i) => from + i) : []
  })
  return new Set(places)
}

/** @param ticks whether there are several backticks: what they enclose may have many lines */
function guardLine(line: string, isOurs: (at: number) => boolean, ticks: boolean): string {
  const signs = ['*', '_', '~'].filter((sign) => isRepeated(line, sign))
  if (ticks) signs.push('`')
  const guarded = line.replaceAll(/\S+/g, (word, from: number) =>
    isAddress(word) ? word : guardWord(word, signs, (at) => isOurs(from + at)),
  )
  // A quotation, or the point of a list.
  return /^[>*] /.test(guarded) && !isOurs(0) ? `${joiner}${guarded}` : guarded
}

/** A sign within a word is one of its letters; at an edge it could begin or end a style. */
function guardWord(
  word: string,
  signs: readonly string[],
  isOurs: (at: number) => boolean,
): string {
  return word.replaceAll(/[*_~`]/g, (sign, at: number) => {
    const isWithin = inWord.test(word[at - 1] ?? '') && inWord.test(word[at + 1] ?? '')
    return isWithin || isOurs(at) || !signs.includes(sign) ? sign : `${joiner}${sign}${joiner}`
  })
}

/** An address must stay as it is: a joiner would be part of it. */
function isAddress(word: string): boolean {
  return word.includes('://') || word.includes('www.') || word.includes('@')
}

function isRepeated(text: string, sign: string): boolean {
  return text.indexOf(sign) !== text.lastIndexOf(sign)
}
