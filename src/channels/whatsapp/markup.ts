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
  const [, start = '', inner = '', end = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? []
  const signs = `${bold === true ? '*' : ''}${italic === true ? '_' : ''}`
  const isApart = !inWord.test(start === '' ? before : '') && !inWord.test(end === '' ? after : '')
  if (signs === '' || inner === '' || !isApart) return plain
  const closing = [...signs].toReversed().join('')
  return [
    { text: start, isMarkup: false },
    { text: signs, isMarkup: true },
    { text: inner, isMarkup: false },
    { text: closing, isMarkup: true },
    { text: end, isMarkup: false },
  ]
}

/** The text of runs, with joiners beside the signs in it that could be taken for markup. */
function guard(runs: readonly Run[]): string {
  const whole = runs.map(({ text }) => text).join('')
  const addresses = [...whole.matchAll(/\S*(?::\/\/|www\.|@)\S*/g)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  )
  let offset = 0
  const guarded = runs.map(({ text, isMarkup }) => {
    const from = offset
    offset += text.length
    if (isMarkup) return text
    return text.replaceAll(/[*_~`]|^> /gm, (sign, at: number) => {
      const place = from + at
      if (addresses.some(([start, end]) => place >= start && place < end)) return sign
      if (sign === '> ') return isLineStart(whole, place) ? `${joiner}${sign}` : sign
      return isTaken(whole, place) ? `${joiner}${sign}${joiner}` : sign
    })
  })
  return guarded.join('')
}

/** Whether a sign could begin or end a style, or a list: there is another in its line, and it stands at a word's edge. */
function isTaken(text: string, at: number): boolean {
  const sign = text[at] ?? ''
  if (sign === '*' && isLineStart(text, at) && text[at + 1] === ' ') return true
  const others = sign === '`' ? text : lineAround(text, at)
  if (others.split(sign).length < 3) return false
  return !inWord.test(text[at - 1] ?? '') || !inWord.test(text[at + 1] ?? '')
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n'
}

function lineAround(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end === -1 ? text.length : end)
}
