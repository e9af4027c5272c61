import type { Entity } from '../../model/index.ts'
import { namedDays } from './named-days.ts'
import { periodsIn } from './periods.ts'
import type { Recognise } from './recogniser.ts'
import { overlaps } from './resolve.ts'
import { respell } from './respelt.ts'
import { writtenDates } from './written-dates.ts'

/**
 * Dates as `YYYY-MM-DD`, the day before the month: `12/04/2005`, `12 April 2005`, `next Friday`, `kal`; and periods, each
 * a date or `from/to`: "this week", "in December". Both in one, for a period is told by the dates beside it.
 */
export const recogniseDate: Recognise = (written, circumstances) => {
  const { text, origin } = respell(written)
  const dates = withoutOverlap([
    ...writtenDates(text, circumstances),
    ...namedDays(text, circumstances),
  ])
  return [...dates, ...periodsIn(text, dates, circumstances)].map((one) => {
    const [start, end] = [origin(one.start), origin(one.end)]
    return { ...one, start, end, text: written.slice(start, end) }
  })
}

/** The longest readings: "Friday 4 December" is one day, and so is "day after tomorrow". */
function withoutOverlap(dates: readonly Entity[]): readonly Entity[] {
  const kept: Entity[] = []
  const length = ({ start, end }: Entity) => end - start
  for (const date of dates.toSorted((a, b) => length(b) - length(a)))
    if (!kept.some((one) => overlaps(one, date))) kept.push(date)
  return kept
}
