import type { Span } from '../../model/index.ts'

/** Where a text is parted best, the best first: behind a paragraph, a line, a sentence, a word. */
const ends = [/\n\s*\n/g, /\n/g, /[.!?।…][)"'”’]*\s/g, /\s/g]

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** How long spans are, in UTF-16 units. */
export type Length = (spans: readonly Span[]) => number

const plainLength: Length = (spans) => spans.reduce((sum, { text }) => sum + text.length, 0)

/**
 * Text in parts of no more than `most` UTF-16 units, parted where it reads best, never inside a character. The white
 * space at the ends of a part is let go; parts of nothing else are none. Where markup makes a part longer than that, it
 * is parted again.
 */
export function splitText(
  spans: readonly Span[],
  most: number,
  length: Length = plainLength,
): readonly (readonly Span[])[] {
  return splitWithin(spans, most, { most, length })
}

/** Text in parts as `splitText` makes them, of which the last is no longer than `end`. */
export function splitBefore(
  spans: readonly Span[],
  most: number,
  { end, length = plainLength }: { readonly end: number; readonly length?: Length | undefined },
): readonly (readonly Span[])[] {
  const last = splitText(spans, end, length).at(-1)
  if (last === undefined) return []
  const text = spans.map((span) => span.text).join('')
  const start = text.trimEnd().length - plainLength(last)
  return [...splitText(slice(spans, 0, start), most, length), last]
}

/** @param units of plain text in a part: fewer where its markup is long */
function splitWithin(
  spans: readonly Span[],
  units: number,
  limit: { readonly most: number; readonly length: Length },
): readonly (readonly Span[])[] {
  return parted(spans, units).flatMap((part) => {
    const written = limit.length(part)
    if (written <= limit.most || units === 1) return [part]
    return splitWithin(part, Math.max(1, Math.floor((units * limit.most) / written)), limit)
  })
}

function parted(spans: readonly Span[], most: number): readonly (readonly Span[])[] {
  const text = spans.map((span) => span.text).join('')
  const parts: (readonly Span[])[] = []
  let start = skipSpace(text, 0)
  while (start < text.length) {
    const end = text.length - start <= most ? text.length : start + partLength(text, start, most)
    parts.push(slice(spans, start, start + text.slice(start, end).trimEnd().length))
    start = skipSpace(text, end)
  }
  return parts
}

/** How long a part is: to the last good end in its second half, or to the last whole character. */
function partLength(text: string, start: number, most: number): number {
  const part = text.slice(start, start + most)
  for (const end of ends) {
    const last = lastEnd(part, end)
    if (last > most / 2) return last
  }
  return wholeCharacters(text.slice(start, start + most + 1), most)
}

function lastEnd(part: string, end: RegExp): number {
  let last = 0
  for (const match of part.matchAll(end)) last = match.index + match[0].length
  return last
}

/** A single character longer than a part is parted between its code points. */
function wholeCharacters(text: string, most: number): number {
  const at = graphemes.segment(text).containing(most)?.index ?? most
  if (at > 0) return at
  return most > 1 && /[\uD800-\uDBFF]/.test(text[most - 1] ?? '') ? most - 1 : most
}

function skipSpace(text: string, from: number): number {
  const rest = /\S/.exec(text.slice(from))
  return rest === null ? text.length : from + rest.index
}

/** The spans between two offsets of their text together. */
function slice(spans: readonly Span[], start: number, end: number): readonly Span[] {
  let offset = 0
  return spans.flatMap((span) => {
    const [from, to] = [Math.max(0, start - offset), Math.max(0, end - offset)]
    offset += span.text.length
    const text = span.text.slice(from, to)
    return text === '' ? [] : [{ ...span, text }]
  })
}
