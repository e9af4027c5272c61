import { GB } from 'chrono-node/en'
import { foundBy, foundValue, onlyWith } from './recogniser.ts'
import type { Circumstances, Recognise } from './recogniser.ts'

const inDigits = /(?<![\d/.-])(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})(?![\d/.-]*\d)/g
const runTogether = /(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)/g
const inHindi = /(?<![\p{L}\p{M}])(aaj|आज|kal|कल|parso|parson|परसों)(?![\p{L}\p{M}])/giu
const weekdayInHindi =
  /(?<![\p{L}\p{M}])(?:(itvar|itwar|ravivar|raviwar|इतवार|रविवार)|(somvar|somwar|सोमवार)|(mangal(?:var|war)|मंगलवार)|(budh(?:var|war)|बुधवार)|(guruvar|guruwar|गुरुवार|बृहस्पतिवार)|(shukra(?:var|war)|शुक्रवार)|(shani(?:var|war)|शनिवार))(?![\p{L}\p{M}])/giu
const daysAhead: Readonly<Record<string, number>> = { aaj: 0, आज: 0, kal: 1, कल: 1 }

/** A time of the day, or a word that is a day only when it is written like one. */
const notADay = /hour|minute|second|\bnow\b|^(?:sat|sun|mon|mar)$/

/** Dates, the day before the month: `12/04/2005`, `12 April 2005`, `next Friday`, `kal`. Values are `YYYY-MM-DD`. */
export const recogniseDate: Recognise = (text, circumstances) => {
  const digits = [inDigits, ...(circumstances.asked === 'date' ? [runTogether] : [])].flatMap(
    (pattern) =>
      foundBy('date', text, pattern, ([, day, month, year]) => dateOf(year!, month!, day!)),
  )
  const hindi = foundBy('date', text, inHindi, ([word]) =>
    dayFrom(circumstances, daysAhead[word.toLowerCase()] ?? 2),
  )
  const weekdays = foundBy('date', text, weekdayInHindi, ([, ...days]) =>
    nextWeekday(
      circumstances,
      days.findIndex((day) => day !== undefined),
    ),
  )
  const own = [...digits, ...hindi, ...weekdays]
  const isNew = ({ start, end }: { start: number; end: number }) =>
    own.every((one) => end <= one.start || start >= one.end)
  return [...own, ...inEnglish(text, circumstances).filter(isNew)]
}

const englishSign =
  /\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day|tom|tmr|night|week|year|ago/i

const inEnglish = onlyWith(englishSign, (text, { now, timezone }) => {
  const reference = { instant: new Date(now), timezone: offsetMinutes(now, timezone) }
  return GB.parse(text, reference, { forwardDate: true }).flatMap(
    ({ index, text: words, start }) => {
      const namesDay = start.isCertain('day') || start.isCertain('weekday')
      if (!namesDay || notADay.test(words)) return []
      const parts = [start.get('year'), start.get('month'), start.get('day')]
      const date = dateOf(...(parts.map(String) as [string, string, string]))
      return date === null ? [] : [foundValue('date', date, words, index)]
    },
  )
})

/** The date, or null when the calendar has none such. */
function dateOf(year: string, month: string, day: string): string | null {
  const iso = [year.padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')].join('-')
  const instant = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso) ? iso : null
}

function dayFrom({ now, timezone }: Circumstances, days: number): string {
  const local = new Date(now).getTime() + offsetMinutes(now, timezone) * 60_000
  return new Date(local + days * 86_400_000).toISOString().slice(0, 10)
}

/** The next day of this name after today; 0 is Sunday. */
function nextWeekday(circumstances: Circumstances, weekday: number): string {
  const today = new Date(`${dayFrom(circumstances, 0)}T00:00:00Z`).getUTCDay()
  return dayFrom(circumstances, ((weekday - today + 6) % 7) + 1)
}

/** How far the clocks of the zone are ahead of UTC at this instant. */
function offsetMinutes(now: string, timezone: string): number {
  const instant = new Date(now)
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant)
  return Math.round((Date.parse(`${local.replace(' ', 'T')}Z`) - instant.getTime()) / 60_000)
}
