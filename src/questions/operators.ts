import { dates, decades, number } from './number-operators.ts'
import type { Op, Operator } from './chunk.ts'
import { fixed } from './vocabulary/phrases.ts'
import { adjectiveOf, comparativeOf, superlativeOf } from './vocabulary/adjectives.ts'
import {
  aggregates,
  comparisons,
  months,
  multipliers,
  numberWords,
  trailing,
  units,
} from './vocabulary/function-words.ts'
import { stemOf, type Token } from './words.ts'

/** The operator that begins at token `i`; the longest wins. */
export function operatorAt(tokens: readonly Token[], i: number): Operator | null {
  for (const find of finders) {
    const found = find(tokens, i)
    if (found !== null) return found
  }
  return null
}

type Finder = (tokens: readonly Token[], i: number) => Operator | null

const phrase = (tokens: readonly Token[], i: number, length: number) =>
  tokens
    .slice(i, i + length)
    .map(({ text, kind }) => (kind === 'quoted' ? '"' : text))
    .join(' ')

/** Looks up phrases, the longest first. */
function fromMap<T>(
  map: ReadonlyMap<string, T>,
  most: number,
  op: (found: T, said: string) => Op | null,
): Finder {
  return (tokens, i) => {
    for (let length = Math.min(most, tokens.length - i); length > 0; length--) {
      const said = phrase(tokens, i, length)
      const found = map.get(said)
      const made = found === undefined ? null : op(found, said)
      if (made !== null) return { length, op: made }
    }
    return null
  }
}

/** Only right after a number, a date or a unit. */
function afterNumber(find: Finder): Finder {
  return (tokens, i) => {
    const before = tokens[i - 1]
    if (before === undefined) return null
    const isNumber =
      before.kind === 'number' || before.kind === 'date' || numberWords.has(before.text)
    return isNumber || Object.hasOwn(units, before.stem) ? find(tokens, i) : null
  }
}

const averageWords = ['the', 'their', 'its', 'the overall', 'an', ''].flatMap((article) =>
  ['average', 'mean', 'avg'].map((word) => `${article} ${word}`.trim()),
)

function averages(tokens: readonly Token[], i: number): Operator | null {
  for (const said of averageWords) {
    const length = said.split(' ').length
    if (phrase(tokens, i, length) !== said) continue
    const before = tokens[i - 1]?.text ?? ''
    if (
      [
        'above',
        'below',
        'than',
        'beyond',
        'over',
        'under',
        'exceeds',
        'exceed',
        'exceeding',
        '>',
        '<',
      ].includes(before)
    )
      return { length, op: { op: 'average-of-all' } }
  }
  return null
}

/** "how old". */
function how(tokens: readonly Token[], i: number): Operator | null {
  if (tokens[i]?.text !== 'how') return null
  const adjective = adjectiveOf(tokens[i + 1]?.text ?? '')
  return adjective === undefined ? null : { length: 2, op: { op: 'how', adjective } }
}

/** "more expensive than", "older than", "older". */
function comparative(tokens: readonly Token[], i: number): Operator | null {
  const [first, second, third] = [0, 1, 2].map((n) => tokens[i + n]?.text ?? '')
  const than = second === 'than' ? 2 : 1
  const inflected = comparativeOf(first ?? '')
  if (inflected !== undefined)
    return { length: than, op: compare(inflected, inflected.direction, first ?? '') }
  const plain = adjectiveOf(second ?? '')
  if ((first === 'more' || first === 'less') && plain !== undefined) {
    const direction = first === 'more' ? plain.direction : (-plain.direction as 1 | -1)
    return { length: third === 'than' ? 3 : 2, op: compare(plain, direction, second ?? '') }
  }
  return null
}

function compare(
  adjective: NonNullable<Extract<Op, { op: 'compare' }>['adjective']>,
  direction: 1 | -1,
  word: string,
): Op {
  return {
    op: 'compare',
    ordering: direction > 0 ? '>' : '<',
    adjective: { ...adjective, direction },
    word,
  }
}

/** "more credits than": what is compared stands between. */
function moreOf(tokens: readonly Token[], i: number): Operator | null {
  const word = tokens[i]?.text ?? ''
  const ordering = ['more', 'greater', 'larger', 'bigger'].includes(word)
    ? '>'
    : ['less', 'fewer'].includes(word)
      ? '<'
      : null
  const hasThan = tokens.slice(i + 2, i + 5).some(({ text }) => text === 'than')
  return ordering !== null && hasThan
    ? { length: 1, op: { op: 'compare', ordering, adjective: null, word } }
    : null
}

function superlative(tokens: readonly Token[], i: number): Operator | null {
  const [first, second] = [0, 1].map((n) => tokens[i + n]?.text ?? '')
  const plain = adjectiveOf(second ?? '')
  if ((first === 'most' || first === 'least') && plain !== undefined && second !== 'top') {
    const direction = first === 'most' ? plain.direction : (-plain.direction as 1 | -1)
    return {
      length: 2,
      op: { op: 'superlative', adjective: { ...plain, direction }, word: second ?? '' },
    }
  }
  const inflected = superlativeOf(first ?? '')
  if (inflected === undefined) return null
  return { length: 1, op: { op: 'superlative', adjective: inflected, word: first ?? '' } }
}

function top(tokens: readonly Token[], i: number): Operator | null {
  const word = tokens[i]?.text ?? ''
  const next = tokens[i + 1]
  const isNumber = next?.kind === 'number' || numberWords.has(next?.text ?? '')
  if (['top', 'best', 'highest', 'largest'].includes(word) && isNumber)
    return { length: 1, op: { op: 'top', direction: 1 } }
  if (['bottom', 'worst', 'lowest', 'smallest'].includes(word) && isNumber)
    return { length: 1, op: { op: 'top', direction: -1 } }
  if (word === 'first' && isNumber) return { length: 1, op: { op: 'top', direction: 1 } }
  return null
}

/** "hired first", "joined last": the least or the most of what was said just before. */
function atTheEnd(tokens: readonly Token[], i: number): Operator | null {
  const direction = { first: -1, last: 1 } as const
  const word = tokens[i]?.text ?? ''
  const next = tokens[i + 1]
  const isEnd = next === undefined || ['?', 'in', 'of', 'at', 'from', 'among'].includes(next.text)
  if (!isEnd || i < 2 || !Object.hasOwn(direction, word)) return null
  return { length: 1, op: { op: 'most', direction: direction[word as keyof typeof direction] } }
}

/** "years", "kg", right after a number. */
function unit(tokens: readonly Token[], i: number): Operator | null {
  const before = tokens[i - 1]
  const isAfter =
    before?.kind === 'number' ||
    numberWords.has(before?.text ?? '') ||
    (before?.text ?? '') in multipliers
  const key = stemOf(tokens[i]?.text ?? '')
  const columns = isAfter && Object.hasOwn(units, key) ? units[key] : undefined
  if (columns === undefined) return null
  const old = [
    'old',
    'olds',
    'of age',
    'long',
    'tall',
    'high',
    'deep',
    'wide',
    'away',
    'in length',
    'in height',
  ].find((said) => phrase(tokens, i + 1, said.split(' ').length) === said)
  return {
    length: 1 + (old === undefined ? 0 : old.split(' ').length),
    op: {
      op: 'unit',
      columns: old === 'old' || old === 'olds' || old === 'of age' ? ['age'] : columns,
    },
  }
}

/** Every word that does something in a question. */
export const operatorWords: ReadonlySet<string> = new Set(
  [fixed, comparisons, trailing, aggregates, numberWords, months]
    .flatMap((map) => [...map.keys()])
    .concat(Object.keys(units), Object.keys(multipliers))
    .flatMap((said) => said.split(' ')),
)

const finders: readonly Finder[] = [
  dates,
  decades,
  atTheEnd,
  top,
  averages,
  how,
  afterNumber(fromMap(trailing, 2, (ordering) => ({ op: 'trailing', ordering }))),
  fromMap(comparisons, 5, (ordering, word) => ({ op: 'compare', ordering, adjective: null, word })),
  superlativeOrFixed,
  comparative,
  moreOf,
  number,
  unit,
  fromMap(aggregates, 4, (aggregate) =>
    aggregate === 'count' ? { op: 'count' } : { op: 'aggregate', aggregate },
  ),
]

/** Fixed phrases, the longest first, and between those of two words and of one the degrees of adjectives. */
function superlativeOrFixed(tokens: readonly Token[], i: number): Operator | null {
  const known = fromMap(fixed, 6, (op) => op)(tokens, i)
  if (known !== null && known.length > 1) return known
  return superlative(tokens, i) ?? known
}
