import type { Span } from '../model/index.ts'

/** Stands before a character of a value, so that markup does not see it. A private-use character no text needs. */
const inert = '\uE000'

/** Whether there is anything in a text that markup would see. */
const hasMarks = /[\\*_[\]()\uE000]/

/** The value with everything markup would see made inert: what templates put values in with. */
export function escapeMarkup(value: string): string {
  if (!hasMarks.test(value)) return value
  return value.replaceAll(inert, '').replaceAll(/[\\*_[\]()]/g, (character) => inert + character)
}

/** The text as it reads, with the marks of `escapeMarkup` taken out. */
function unescapeMarkup(text: string): string {
  return text.replaceAll(inert, '')
}

/** Style that the characters around have set. */
interface Style {
  readonly bold?: boolean
  readonly italic?: boolean
}

/** `*bold*`, `_italic_`, `[label](url)`: each begins and ends at the edge of a word. */
const marks = [
  { pattern: delimited('\\*'), style: { bold: true } },
  { pattern: delimited('_'), style: { italic: true } },
] as const
const link = new RegExp(
  `(?<!${inert})\\[((?:[^\\]]|${inert}\\])+?)(?<!${inert})\\]\\((\\S+?)(?<!${inert})\\)`,
  'u',
)

/**
 * Reads the markup of a rendered template. A link whose address is none of http, https, mailto and tel stays text;
 * so does a mark that is never closed, and a character after a backslash.
 */
export function parseMarkup(text: string): readonly Span[] {
  if (text !== '' && !hasMarks.test(text)) return [{ text }]
  return parseStyled(text.replaceAll(/\\([\\*_[\]()])/g, `${inert}$1`), {})
}

function parseStyled(text: string, style: Style): readonly Span[] {
  const first = firstMark(text, style)
  if (first === undefined) return text === '' ? [] : [{ text: unescapeMarkup(text), ...style }]
  const rest = text.slice(first.end)
  return [
    ...parseStyled(text.slice(0, first.start), style),
    ...first.spans,
    ...parseStyled(rest, style),
  ]
}

interface Found {
  readonly start: number
  readonly end: number
  readonly spans: readonly Span[]
}

function firstMark(text: string, style: Style): Found | undefined {
  const found = [findLink(text, style), ...marks.map((mark) => findMark(text, mark, style))]
  return found
    .filter((one) => one !== undefined)
    .toSorted((a, b) => a.start - b.start)
    .at(0)
}

function findMark(text: string, mark: (typeof marks)[number], style: Style): Found | undefined {
  const match = mark.pattern.exec(text)
  if (match?.[1] === undefined) return undefined
  const spans = parseStyled(match[1], { ...style, ...mark.style })
  return { start: match.index, end: match.index + match[0].length, spans }
}

function findLink(text: string, style: Style): Found | undefined {
  const match = link.exec(text)
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  const href = unescapeMarkup(match[2])
  const label = unescapeMarkup(match[1])
  const span = isSafeLink(href) ? { text: label, href, ...style } : { text: label, ...style }
  return { start: match.index, end: match.index + match[0].length, spans: [span] }
}

/** True for an address a visitor may be sent to. */
export function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(href)
}

function delimited(mark: string): RegExp {
  const inside = `(?:[^${mark}\\n]|${inert}${mark})`
  return new RegExp(
    `(?<![\\p{L}\\p{N}${inert}])${mark}(?!\\s)(${inside}+?)(?<![\\s${inert}])${mark}(?![\\p{L}\\p{N}])`,
    'u',
  )
}
