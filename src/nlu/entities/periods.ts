import type { Entity } from '../../model/index.ts'
import { firstOf, lastOf, mondayOf, plusDays, today, type Day } from './calendar.ts'
import { begins, current, ends, groups, isMeantAsDay, last, months, next } from './day-words.ts'
import { foundBy, foundValue } from './recogniser.ts'
import type { Circumstances } from './recogniser.ts'

const which = `(?:(${next})|(${last})|(?:${current}))\\s+`
const spans = [
  'weekends?|वीकेंड',
  'weeks?|hafte|hafta|haftey|हफ\u093C?्ते|हफ\u093C?्ता|सप्ताह',
  'months?|mahine|mahina|maheene|maah|महीने|महीना|माह',
  'years?|saal|sal|varsh|साल|वर्ष',
]
const spanOfTime = new RegExp(`${begins}${which}(?:${groups(spans)})${ends}`, 'giu')
const count = new RegExp(
  `${begins}(?:${next}|coming)\\s+(\\d{1,3})\\s+(?:(days?|din|दिन)|weeks?|hafte|हफ\\u093C?्ते)${ends}`,
  'giu',
)
const month = new RegExp(
  `${begins}(?:(?:(${next})|(${last})|this|coming|is|इस)\\s+)?(?:${groups(months)})(?:[\\s,]+(\\d{4}))?${ends}`,
  'giu',
)

/**
 * Stretches of days as `from/to`, both inclusive: "this week", "next month", "in December", "अगले महीने", "1 to 10
 * December". A day is a stretch too, and stands as the date itself. A month without a year is the nearest that is not
 * over; a week begins on Monday.
 *
 * @param dates the dates found in the text: those between two of them are a stretch, and their months are none
 */
export function periodsIn(
  text: string,
  dates: readonly Entity[],
  circumstances: Circumstances,
): readonly Entity[] {
  const between = betweenDates(text, dates)
  const found = [
    ...foundBy('period', text, spanOfTime, ([, isNext, isLast, ...words]) => {
      const ahead = Number(isNext !== undefined) - Number(isLast !== undefined)
      return spanFrom(
        today(circumstances),
        words.findIndex((one) => one !== undefined),
        ahead,
      )
    }),
    ...foundBy('period', text, count, ([, number, isDays]) => {
      const now = today(circumstances)
      return stretch(now, plusDays(now, Number(number) * (isDays === undefined ? 7 : 1)))
    }),
    ...monthsIn(text, circumstances),
  ].filter((one) => dates.every(({ start, end }) => one.end <= start || one.start >= end))
  const single = dates.map((date) => ({ ...date, entity: 'period' }))
  const isFree = (one: Entity) =>
    between.every(({ start, end }) => one.end <= start || one.start >= end)
  return [...between, ...found.filter(isFree), ...single.filter(isFree)]
}

function monthsIn(text: string, circumstances: Circumstances): readonly Entity[] {
  return foundBy('period', text, month, (match) => {
    const [words, isNext, isLast, ...rest] = match
    const number = rest.slice(0, months.length).findIndex((one) => one !== undefined)
    const name = rest[number]!
    const year = rest[months.length]
    const at = match.index + words.indexOf(name)
    if (year === undefined && !isMeantAsDay(name, text, at)) return null
    return monthFrom(today(circumstances), {
      number,
      year,
      isNext: isNext !== undefined,
      isLast: isLast !== undefined,
    })
  })
}

interface NamedMonth {
  /** From 0. */
  readonly number: number
  readonly year: string | undefined
  readonly isNext: boolean
  readonly isLast: boolean
}

function monthFrom(now: Day, { number, year: said, isNext, isLast }: NamedMonth): string {
  const [thisYear, thisMonth] = [Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 1]
  const isStillToCome = isNext ? number > thisMonth : number >= thisMonth
  const coming = isStillToCome ? thisYear : thisYear + 1
  const past = number < thisMonth ? thisYear : thisYear - 1
  const year = said === undefined ? (isLast ? past : coming) : Number(said)
  return stretch(firstOf(year, number), lastOf(year, number))
}

/** The week-end, week, month or year (0 to 3) that is so many after the one of today. */
function spanFrom(now: Day, kind: number, ahead: number): string {
  const monday = plusDays(mondayOf(now), 7 * ahead)
  const [year, thisMonth] = [Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 1]
  if (kind === 0) return stretch(plusDays(monday, 5), plusDays(monday, 6))
  if (kind === 1) return stretch(monday, plusDays(monday, 6))
  if (kind === 2) return stretch(firstOf(year, thisMonth + ahead), lastOf(year, thisMonth + ahead))
  return stretch(firstOf(year + ahead, 0), lastOf(year + ahead, 11))
}

const joined = /^\s*(?:to|till|until|through|and|aur|-|–|se|से|और)\s*$/iu
const beforeSecond =
  /(?<![\d/.:-])(\d{1,2})(?:st|nd|rd|th)?\s*(?:to|till|until|and|aur|-|–|se|से|और)\s*$/iu

/** "from 1 December to 10 December", "1 se 10 December tak". */
function betweenDates(text: string, dates: readonly Entity[]): readonly Entity[] {
  return dates
    .toSorted((a, b) => a.start - b.start)
    .flatMap((second, i, sorted) => {
      const before = sorted[i - 1]
      const isJoined = before !== undefined && joined.test(text.slice(before.end, second.start))
      const from = isJoined ? String(before.value) : null
      const day = beforeSecond.exec(text.slice(0, second.start))
      const start = isJoined ? before.start : (day?.index ?? second.start)
      const to = String(second.value)
      const first = from ?? (day === null ? null : `${to.slice(0, 8)}${day[1]!.padStart(2, '0')}`)
      if (first === null || first >= to) return []
      return [foundValue('period', stretch(first, to), text.slice(start, second.end), start)]
    })
}

function stretch(from: Day, to: Day): string {
  return `${from}/${to}`
}
