import { GB } from 'chrono-node/en'
import type { Entity } from '../../model/index.ts'
import { dayOf, offsetMinutes, today } from './calendar.ts'
import { begins, ends, groups, isMeantAsDay, months } from './day-words.ts'
import { foundBy, foundValue, onlyWith } from './recogniser.ts'
import type { Circumstances, Recognise } from './recogniser.ts'

const inDigits = /(?<![\d/.-])(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})(?![\d/.-]*\d)/g
const runTogether = /(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)/g
const withMonth = new RegExp(
  `(?<![\\d/.:-])(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:${groups(months)})(?:[\\s,]+(\\d{4}))?${ends}`,
  'giu',
)

const monthFirst = new RegExp(
  `${begins}(?:${groups(months)})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?(?![\\p{L}\\p{M}\\p{N}:])`,
  'giu',
)
/** A day and a month, and no year. */
const dayAndMonth = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?![\d/.-]*\d)/g

/** What the parser for English may add: it needs a digit, or a word that counts days or weeks. */
const englishSign = new RegExp(
  `\\d|${begins}(?:ago|from\\s+(?:now|today)|later|in\\s+(?:a|an|one|two|three|four|five)|first|second|third|twenty)${ends}`,
  'iu',
)
/** A time of the day, or days counted from today on. */
const noDay = /hour|minute|second|\bnow\b|^(?:next|last|past|coming)\b/i

/** Dates written out: `12/04/2005`, the day before the month; `12 April`; `१२ दिसंबर`; "in two weeks". */
export const writtenDates: Recognise = (text, circumstances) => [
  ...inNumbers(text, circumstances),
  ...foundBy('date', text, withMonth, ([, date, ...rest]) => {
    const month = rest.slice(0, months.length).findIndex((word) => word !== undefined) + 1
    return comingDay(Number(date), month, rest[months.length], circumstances)
  }),
  ...foundBy('date', text, monthFirst, (match) => {
    const month = match.slice(1, 1 + months.length).findIndex((word) => word !== undefined) + 1
    const [date, year] = match.slice(1 + months.length)
    if (!isMeantAsDay(match[month]!, text, match.index)) return null
    return comingDay(Number(date), month, year, circumstances)
  }),
  ...withoutYear(text, circumstances),
  ...inEnglish(text, circumstances),
]

/** "25/11" is in November; "03/04" is in April here, and may be in March for who writes the month first. */
function withoutYear(text: string, circumstances: Circumstances): readonly Entity[] {
  return Array.from(text.matchAll(dayAndMonth)).flatMap(
    ({ 0: words, 1: first, 2: second, index }) => {
      const [day, month] = [Number(first), Number(second)]
      const value = comingDay(day, month, undefined, circumstances)
      if (value === null) return []
      const other = day === month ? null : comingDay(month, day, undefined, circumstances)
      const found = foundValue('date', value, words, index)
      return [{ ...found, alternatives: other === null ? [] : [other] }]
    },
  )
}

function inNumbers(text: string, { asked }: Circumstances): readonly Entity[] {
  const patterns = asked === 'date' ? [inDigits, runTogether] : [inDigits]
  return patterns.flatMap((pattern) =>
    foundBy('date', text, pattern, ([, date, month, year]) =>
      dayOf(Number(year), Number(month), Number(date)),
    ),
  )
}

/** A day of the month of the year that is said, else of the next year that has it still to come. */
function comingDay(date: number, month: number, year: string | undefined, now: Circumstances) {
  if (year !== undefined) return dayOf(Number(year), month, date)
  const from = today(now)
  const thisYear = Number(from.slice(0, 4))
  const here = dayOf(thisYear, month, date)
  return here !== null && here >= from ? here : dayOf(thisYear + 1, month, date)
}

const inEnglish = onlyWith(englishSign, (text, { now, timezone }) => {
  const reference = { instant: new Date(now), timezone: offsetMinutes(now, timezone) }
  return GB.parse(text, reference, { forwardDate: true }).flatMap(
    ({ index, text: words, start, end }) => {
      // Weekdays and stretches of days are read elsewhere.
      if (!start.isCertain('day') || end || noDay.test(words)) return []
      const value = dayOf(start.get('year')!, start.get('month')!, start.get('day')!)
      return value === null ? [] : [foundValue('date', value, words, index)]
    },
  )
})
