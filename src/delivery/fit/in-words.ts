import type { Block, Card, Choice, Span } from '../../model/index.ts'

/**
 * A table as lines, one for each cell with its heading; the first cell of a row stands out. A screen of a hand's width
 * has no room for columns.
 */
export function tableInWords(table: Extract<Block, { kind: 'table' }>): readonly Span[] {
  const caption: readonly Span[] = table.caption === '' ? [] : [{ text: table.caption, bold: true }]
  const headings = table.columns.map(({ label }) => label)
  if (table.rows.length === 0) return joined([caption, [{ text: headings.join(', ') }]], '\n')
  const rows = table.rows.map((row) =>
    joined(
      row.map((cell, i) => labelled(headings[i] ?? '', cell, i === 0)),
      '\n',
    ),
  )
  return joined([caption, ...rows], table.columns.length > 1 ? '\n\n' : '\n')
}

/**
 * A card as lines: its title stands out. A number or an address that a fact tells is not told again as a link: the
 * telephone makes one of it by itself.
 */
export function cardInWords({ title, subtitle, facts, actions }: Card): readonly Span[] {
  return joined(
    [
      [{ text: title, bold: true }],
      [{ text: subtitle }],
      ...facts.map(({ label, value }) => labelled(label, value, false)),
      ...actions
        .filter((action) => !facts.some((fact) => tells(fact.value, action.url)))
        .map(({ label, url }) => [{ text: label, href: url }]),
    ],
    '\n',
  )
}

/** Whether a text holds the number or the mail address that a link leads to. */
function tells(text: string, url: string): boolean {
  const [, scheme, rest = ''] = /^(tel|mailto):([^?]+)/i.exec(url) ?? []
  if (scheme === undefined) return false
  if (scheme.toLowerCase() === 'mailto') return text.toLowerCase().includes(rest.toLowerCase())
  const number = digitsIn(rest)
  return number !== '' && digitsIn(text).includes(number)
}

function digitsIn(text: string): string {
  return text.replaceAll(/\D/g, '')
}

/** Choices that lead elsewhere, as lines. */
export function linksInWords(options: readonly Choice[]): readonly Span[] {
  return joined(options.map(linked), '\n')
}

/** Choices as numbered lines: typing a number picks one. */
export function choicesInWords(options: readonly Choice[], first: number): readonly Span[] {
  return joined(
    options.map((option, i) => [{ text: `${first + i}. ` }, ...linked(option)]),
    '\n',
  )
}

function linked({ label, means }: Choice): readonly Span[] {
  return [means.kind === 'url' ? { text: label, href: means.url } : { text: label }]
}

function labelled(label: string, value: string, bold: boolean): readonly Span[] {
  const start: readonly Span[] = label === '' ? [] : [{ text: `${label}: ` }]
  // A label with nothing behind it reads like a mistake.
  const said = value === '' && label !== '' ? '–' : value
  return [...start, bold ? { text: said, bold } : { text: said }]
}

/** What is not empty, with this between. */
function joined(parts: readonly (readonly Span[])[], between: string): readonly Span[] {
  return parts
    .filter((spans) => spans.some(({ text }) => text !== ''))
    .flatMap((spans, i) => (i === 0 ? spans : [{ text: between }, ...spans]))
}
