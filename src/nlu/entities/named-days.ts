import { cardinals, numberOfWord, wordsOf } from '../../util/index.ts'
import { mondayOf, plusDays, today, weekdayOf, type Day } from './calendar.ts'
import { begins, ends, groups, isMeantAsDay, last, next, weekdays } from './day-words.ts'
import { foundBy } from './recogniser.ts'
import type { Recognise } from './recogniser.ts'

/** Days by how far they are from today; the longer words stand first, so that "tomorrow" is not cut out of them. */
const distances: readonly (readonly [string, number])[] = [
  ['(?:the\\s+)?day\\s+after\\s+tomorrow|overmorrow|parson?|परसों', 2],
  ['(?:the\\s+)?day\\s+before\\s+yesterday', -2],
  ['tomorrow|kal|कल', 1],
  ['yesterday', -1],
  ['today|tonight|aaj|आज', 0],
]
const relative = new RegExp(
  `${begins}(?:${groups(distances.map(([words]) => words))})${ends}`,
  'giu',
)

const weekday = new RegExp(
  `${begins}(?:(?:(${next})|(${last}))\\s+)?(?:${groups(weekdays)})${ends}`,
  'giu',
)

const away = new RegExp(
  `${begins}(\\d{1,3}|${Object.keys(cardinals).join('|')}|ek|do|char)\\s*(?:din|days?|दिन)\\s*(?:(baad|bad|later|बाद)|(pehle|पहले))${ends}`,
  'giu',
)

/**
 * Days that are named by where they stand from today: "day after tomorrow", "परसों", "next Friday", "सोमवार", "3 din
 * baad". A weekday is the next of its name after today; with "next" the one of the week after this one, which begins
 * on Monday; with "last" the latest before today.
 */
export const namedDays: Recognise = (text, circumstances) => {
  const now = today(circumstances)
  return [
    ...foundBy('date', text, relative, ([, ...words]) => {
      const [, days] = distances[words.findIndex((word) => word !== undefined)]!
      return plusDays(now, days)
    }),
    ...foundBy('date', text, weekday, (match) => {
      const [words, isNext, isLast, ...days] = match
      const number = days.findIndex((day) => day !== undefined)
      if (!isMeantAsDay(words, text, match.index)) return null
      if (isNext !== undefined) return plusDays(mondayOf(now), 7 + ((number + 6) % 7))
      return isLast === undefined ? nextAfter(now, number) : lastBefore(now, number)
    }),
    ...foundBy('date', text, away, ([, days, isLater]) =>
      plusDays(now, (isLater === undefined ? -1 : 1) * countOf(days ?? '')),
    ),
  ]
}

function countOf(words: string): number {
  return /^\d/.test(words) ? Number(words) : (numberOfWord(wordsOf(words).join(' ')) ?? 0)
}

function nextAfter(day: Day, which: number): Day {
  return plusDays(day, ((which - weekdayOf(day) + 6) % 7) + 1)
}

function lastBefore(day: Day, which: number): Day {
  return plusDays(day, -(((weekdayOf(day) - which + 6) % 7) + 1))
}
