import type { Op, Operator } from './chunk.ts'
import { superlativeOf } from './vocabulary/adjectives.ts'
import { months, multipliers, numberWords } from './vocabulary/function-words.ts'
import { stemOf, type Token } from './words.ts'

/** A number in digits or words, with what multiplies it. */
export function number(tokens: readonly Token[], i: number): Operator | null {
  const token = tokens[i]
  if (token === undefined) return null
  const suffixed = /^(\d+(?:\.\d+)?)(k|m|bn|cr)$/.exec(token.text)
  if (suffixed !== null) {
    const value =
      Number(suffixed[1]) * (multipliers[suffixed[2] === 'cr' ? 'crore' : suffixed[2]!] ?? 1)
    return { length: 1, op: { op: 'number', value } }
  }
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(token.text)?.[1]
  const digits = token.kind === 'number' ? token.text : ordinal
  const written = digits === undefined ? numberWords.get(token.text) : Number(digits)
  if (written === undefined) return null
  if (token.text === 'one' && isPronoun(tokens, i)) return null
  let [value, length] = [written, 1]
  for (;;) {
    const multiplier = Object.hasOwn(multipliers, tokens[i + length]?.text ?? '')
      ? multipliers[tokens[i + length]!.text]!
      : undefined
    if (multiplier === undefined || (tokens[i + length]!.text === 'm' && token.kind !== 'number'))
      break
    if (tokens[i + length]!.text === 'm') break
    value *= multiplier
    length++
  }
  return { length, op: { op: 'number', value } }
}

/** "which one", "one of". */
function isPronoun(tokens: readonly Token[], i: number): boolean {
  const [before, after] = [tokens[i - 1]?.text ?? '', tokens[i + 1]?.text ?? '']
  const isRanked = superlativeOf(before) !== undefined || ['most', 'least'].includes(before)
  const isCompared = tokens[i - 2]?.text === 'at'
  return (
    ['which', 'the', 'this', 'that'].includes(before) || after === 'of' || (isRanked && !isCompared)
  )
}

/** A day, a month or a month of a year, from its first day to its last. */
export function dates(tokens: readonly Token[], i: number): Operator | null {
  const token = tokens[i]
  if (token?.kind === 'date') return { length: 1, op: range(token.text, token.text) }
  const month = months.get(token?.text ?? '')
  const dayFirst = Number(token?.text.replace(/(st|nd|rd|th)$/, ''))
  const after = months.get(tokens[i + 1]?.text ?? '')
  if (after !== undefined && dayFirst >= 1 && dayFirst <= 31 && yearAt(tokens, i + 2) !== null) {
    const day = iso(yearAt(tokens, i + 2)!, after, dayFirst)
    return { length: 3, op: range(day, day) }
  }
  if (month === undefined) return null
  const [next, year] = [
    Number(tokens[i + 1]?.text.replace(/(st|nd|rd|th)$/, '')),
    yearAt(tokens, i + 1),
  ]
  if (year !== null)
    return { length: 2, op: range(iso(year, month, 1), iso(year, month, lastDay(year, month))) }
  const later = tokens[i + 2]?.text === ',' ? i + 3 : i + 2
  const ofYear = yearAt(tokens, later)
  if (next >= 1 && next <= 31 && ofYear !== null) {
    const day = iso(ofYear, month, next)
    return { length: later + 1 - i, op: range(day, day) }
  }
  return null
}

function range(from: string, to: string): Op {
  return { op: 'dates', from, to, year: null }
}

function yearAt(tokens: readonly Token[], i: number): number | null {
  const year = Number(tokens[i]?.text)
  return Number.isInteger(year) && year >= 1000 && year <= 2999 ? year : null
}

function iso(year: number, month: number, day: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** "the 19th century", "the 1990s", as years from the first to the last. */
export function decades(tokens: readonly Token[], i: number): Operator | null {
  const word = tokens[i]?.text ?? ''
  const century = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)
  if (century !== null && tokens[i + 1]?.stem === stemOf('century')) {
    const last = 100 * Number(century[1])
    return { length: 2, op: { op: 'years', from: last - 99, to: last } }
  }
  const decade = /^([12]\d{2}0)s$/.exec(word)
  if (decade === null) return null
  const first = Number(decade[1])
  return { length: 1, op: { op: 'years', from: first, to: first + 9 } }
}
