import { stripVTControlCharacters } from 'node:util'
import type { Block, Card, Reply, Span } from '../model/index.ts'
import { plain } from '../model/index.ts'
import { harmless } from '../util/harmless.ts'
import { once } from '../util/once.ts'

/** How wide a terminal is, and whether it knows bold and colour. */
export interface Terminal {
  /** Columns of one character each. */
  readonly width: number
  readonly color: boolean
}

/** The terminal at the other end of a stream: without colour where it is none, or where `NO_COLOR` says so. */
export function terminalOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const isWanted = (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb'
  return { width: stream.columns ?? 80, color: stream.isTTY === true && isWanted }
}

/** A reply as text for a terminal: wrapped, choices numbered, tables aligned. Ends without a line break. */
export function renderForTerminal(reply: Reply, terminal: Terminal): string {
  const style = styleOf(terminal)
  return reply.blocks
    .map((block) => renderBlock(block, terminal, style))
    .filter((text) => text !== '')
    .join('\n\n')
}

interface Style {
  readonly bold: (text: string) => string
  readonly italic: (text: string) => string
  readonly dim: (text: string) => string
}

function styleOf({ color }: Terminal): Style {
  const sgr = (on: number, off: number) => (text: string) =>
    color && text !== '' ? `\u001B[${on}m${text}\u001B[${off}m` : text
  return { bold: sgr(1, 22), italic: sgr(3, 23), dim: sgr(2, 22) }
}

function renderBlock(block: Block, terminal: Terminal, style: Style): string {
  switch (block.kind) {
    case 'text':
      return wrap(block.spans.map((span) => renderSpan(span, style)).join(''), terminal.width)
    case 'choices':
      return block.options
        .map(({ label, means }, i) => {
          const address = means.kind === 'url' ? style.dim(` ${harmless(means.url)}`) : ''
          return `  ${style.bold(`${i + 1}`)} ${harmless(label)}${address}`
        })
        .join('\n')
    case 'cards':
      return block.cards.map((card) => renderCard(card, terminal, style)).join('\n\n')
    case 'table':
      return renderTable(block, terminal, style)
    case 'image':
    case 'location':
    case 'document':
      return wrap(harmless(plain(block)), terminal.width)
    default:
      return block satisfies never
  }
}

function renderSpan(span: Span, style: Style): string {
  const address =
    span.href === undefined || span.href === span.text ? '' : ` (${harmless(span.href)})`
  const italic = span.italic === true ? style.italic(harmless(span.text)) : harmless(span.text)
  return (span.bold === true ? style.bold(italic) : italic) + address
}

function renderCard(card: Card, terminal: Terminal, style: Style): string {
  const lines = [
    style.bold(harmless(card.title)),
    harmless(card.subtitle),
    ...card.facts.map((fact) => `${style.dim(`${harmless(fact.label)}:`)} ${harmless(fact.value)}`),
    ...card.actions.map((action) =>
      style.dim(`${harmless(action.label)}: ${harmless(action.url)}`),
    ),
  ]
  return lines
    .filter((line) => line !== '')
    .map((line) => wrap(line, terminal.width))
    .join('\n')
}

/** A table whose rows fit is aligned; one too wide becomes a list of `column: value` for each row. */
function renderTable(
  table: Extract<Block, { kind: 'table' }>,
  terminal: Terminal,
  style: Style,
): string {
  const labels = table.columns.map((column) => harmless(column.label))
  const rows = table.rows.map((row) => row.map(harmless))
  const widths = labels.map((label, i) =>
    Math.max(widthOf(label), ...rows.map((row) => widthOf(row[i] ?? ''))),
  )
  const caption = table.caption === '' ? [] : [style.bold(harmless(table.caption))]
  const total = widths.reduce((sum, width) => sum + width + 2, -2)
  if (total > terminal.width)
    return [...caption, ...rows.map((row) => listRow(row, labels, style))].join('\n')
  const aligned = (row: readonly string[]) =>
    row.map((cell, i) => pad(cell, widths[i] ?? 0, table.columns[i]?.align)).join('  ')
  const lines = [style.dim(aligned(labels)), ...rows.map(aligned)]
  return [...caption, ...lines.map((line) => line.trimEnd())].join('\n')
}

function listRow(row: readonly string[], labels: readonly string[], style: Style): string {
  return row.map((cell, i) => `${style.dim(`${labels[i] ?? ''}:`)} ${cell}`).join('\n') + '\n'
}

function pad(text: string, width: number, align: 'start' | 'end' | undefined): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return align === 'end' ? space + text : text + space
}

/** Breaks lines between words; a word longer than the terminal is wide stays whole. */
function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n')
}

function wrapLine(line: string, width: number): string {
  if (widthOf(line) <= width) return line
  let [wrapped, room] = ['', width]
  for (const word of line.split(' ')) {
    const needed = widthOf(word) + 1
    const isFirst = wrapped === ''
    if (!isFirst && needed > room) {
      wrapped += `\n${word}`
      room = width - needed + 1
    } else {
      wrapped += isFirst ? word : ` ${word}`
      room -= isFirst ? needed - 1 : needed
    }
  }
  return wrapped
}

/** Columns a text takes: marks none, East Asian and emoji two. */
function widthOf(text: string): number {
  let width = 0
  for (const { segment } of graphemes().segment(stripVTControlCharacters(text)))
    width += isWide(segment) ? 2 : 1
  return width
}

const graphemes = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

function isWide(character: string): boolean {
  return /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u.test(
    character,
  )
}
