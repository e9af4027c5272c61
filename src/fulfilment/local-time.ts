import type { DatePart, Value } from '../model/index.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The date (`YYYY-MM-DD`) that `instant` is in `timezone`. */
export function localDate(instant: string, timezone: string): string {
  return localDateTime(instant, timezone).slice(0, 10)
}

/** The time of day (`HH:MM:SS`) that `instant` is in `timezone`. */
export function localTime(instant: string, timezone: string): string {
  return localDateTime(instant, timezone).slice(11)
}

/** The second that was last converted in each time zone: one turn asks several times, and busy desks again and again. */
const latest = new Map<string, { readonly second: string; readonly local: string }>()

/** The local date-time (`YYYY-MM-DDTHH:MM:SS`) that `instant` is in `timezone`. */
export function localDateTime(instant: string, timezone: string): string {
  const known = latest.get(timezone)
  const second = instant.replace(/\.\d+/, '')
  if (known?.second === second) return known.local
  // The Swedish locale writes ISO 8601, with a space for the T.
  const local = formatFor(timezone).format(new Date(instant)).replace(' ', 'T')
  latest.set(timezone, { second, local })
  return local
}

const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })

/** A part of a date `YYYY-MM-DD` or period `from/to`; of anything else, the value as it is. */
export function datePart(value: Value, part: DatePart): Value {
  const [from = '', to = from] = String(value).split('/')
  switch (part) {
    case 'weekday':
      return weekdayOf(from) ?? value
    case 'from':
      return from
    case 'to':
      return to
    default:
      return part satisfies never
  }
}

/** The English name of the weekday of a date; null of anything else. */
function weekdayOf(date: string): string | null {
  const day = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? null : weekday.format(day)
}

function formatFor(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  formats.set(timezone, made)
  return made
}
