import type {
  Block,
  ColumnType,
  Move,
  Question,
  Result,
  Sentence,
  Value,
  Values,
} from '../model/index.ts'
import { textBlocks } from './blocks.ts'
import { escapeMarkup } from './markup.ts'

/** How rows are put into words. */
export interface Telling {
  /** A sentence of the desk's own. */
  readonly say: (sentence: Sentence, values: Values) => string
  /** A value as a filter of the templates writes it. */
  readonly write: (value: Value, filter: 'number' | 'date' | 'time') => string
}

/** Rows told at once; the rest is counted. */
const mostTold = 20

/** The rows that answer a question: one value as a sentence, one row as a card, several as a list or a table. */
export function tellRows(
  { question, more }: Pick<Extract<Move, { kind: 'question' }>, 'question' | 'more'>,
  result: Result | undefined,
  telling: Telling,
): readonly Block[] {
  const told = question.told ?? 0
  const reading = textBlocks(telling.say('read-as', { reading: question.words }))
  if (result === undefined || result.rows.length === 0)
    return [...textBlocks(telling.say('nothing-found', {})), ...reading]
  if (told >= result.rows.length) return textBlocks(telling.say('no-more', {}))
  const rows = writeRows({ ...result, rows: result.rows.slice(told) }, telling)
  const left = result.rowCount - told - rows.length
  const rest = left > 0 ? textBlocks(telling.say('and-more', { left })) : []
  const next: readonly Block[] =
    left > 0 && told + rows.length < result.rows.length
      ? [{ kind: 'choices', options: [{ ...more, label: telling.say('show-more', {}) }] }]
      : []
  return [...tell(question, result, rows, telling), ...rest, ...reading, ...next]
}

type Written = readonly (readonly string[])[]

function tell(
  question: Question,
  result: Result,
  rows: Written,
  telling: Telling,
): readonly Block[] {
  const labels = result.columns.map(({ name }, i) => question.labels[i] ?? name)
  const [first = []] = rows
  if (question.counts && rows.length === 1 && first.length === 1) {
    const what = first[0] === '1' ? question.one : question.many
    return textBlocks(telling.say('counted', { number: first[0] ?? '', what }))
  }
  if (rows.length === 1) return first.length === 1 ? oneValue(labels, first) : oneRow(labels, first)
  if (labels.length === 1) return list(rows)
  return [
    {
      kind: 'table',
      caption: '',
      columns: labels.map((label, i) => ({
        label,
        align: isNumeric(result.columns[i]?.type) ? ('end' as const) : ('start' as const),
      })),
      rows: rows.slice(0, mostTold),
    },
  ]
}

function oneValue(labels: readonly string[], [value = '']: readonly string[]): readonly Block[] {
  return textBlocks(`${escapeMarkup(labels[0] ?? '')}: *${escapeMarkup(value)}*`)
}

function oneRow(
  labels: readonly string[],
  [title = '', ...rest]: readonly string[],
): readonly Block[] {
  const facts = rest
    .map((value, i) => ({ label: labels[i + 1] ?? '', value }))
    .filter(({ value }) => value !== '')
  return [{ kind: 'cards', cards: [{ title, subtitle: '', facts, actions: [] }] }]
}

function list(rows: Written): readonly Block[] {
  const lines = rows.slice(0, mostTold).map(([value = '']) => `• ${escapeMarkup(value)}`)
  return textBlocks(lines.join('\n'))
}

function isNumeric(type: ColumnType | undefined): boolean {
  return type === 'integer' || type === 'decimal' || type === 'number'
}

function writeRows({ columns, rows }: Result, telling: Telling): Written {
  return rows
    .slice(0, mostTold)
    .map((row) => columns.map(({ type, name }, i) => write(row[i] ?? null, type, name, telling)))
}

function write(value: Value, type: ColumnType, name: string, telling: Telling): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  // A year or a number that names something is no amount: its digits are not grouped.
  const isAmount = isNumeric(type) && !/year|(?:^|_)(?:id|no|code|number)$|id$/i.test(name)
  if (isAmount) return telling.write(value, 'number')
  if (type === 'date') return telling.write(value, 'date')
  return String(value)
}
