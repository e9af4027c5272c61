import type { Span } from '../../model/index.ts'

/** Stands beside a sign that is no markup: see `markup.ts`. */
const joiner = '\u2060'

type Style = Pick<Span, 'bold' | 'italic'>

const marks = [
  { pattern: between('\\*'), style: { bold: true } },
  { pattern: between('_'), style: { italic: true } },
] as const

const address = /https?:\/\/[^\s]*[^\s.,;:!?)]/

/** A text as the app shows it: its signs turned into styles, its addresses into links. */
export function readMarkup(text: string): readonly Span[] {
  return styled(text, {})
}

function styled(text: string, style: Style): readonly Span[] {
  const found = marks
    .flatMap((mark) => {
      const match = mark.pattern.exec(text)
      return match === null ? [] : [{ match, style: mark.style }]
    })
    .toSorted((a, b) => a.match.index - b.match.index)
    .at(0)
  if (found === undefined) return linked(text.replaceAll(joiner, ''), style)
  const { match } = found
  const end = match.index + match[0].length
  return [
    ...linked(text.slice(0, match.index).replaceAll(joiner, ''), style),
    ...styled(match[1] ?? '', { ...style, ...found.style }),
    ...styled(text.slice(end), style),
  ]
}

function linked(text: string, style: Style): readonly Span[] {
  const match = address.exec(text)
  if (match === null) return text === '' ? [] : [{ text, ...style }]
  const end = match.index + match[0].length
  return [
    ...linked(text.slice(0, match.index), style),
    { text: match[0], href: match[0], ...style },
    ...linked(text.slice(end), style),
  ]
}

/** A style begins and ends at the edge of a word, within one line. */
function between(sign: string): RegExp {
  const edge = `\\p{L}\\p{M}\\p{N}${joiner}`
  return new RegExp(
    `(?<![${edge}])${sign}(?![\\s${joiner}])([^\\n]*?[^\\s${joiner}])${sign}(?![${edge}])`,
    'u',
  )
}
