import type { Circumstances } from './recogniser.ts'

/** A day of the calendar as `YYYY-MM-DD`. */
export type Day = string

const dayMilliseconds = 86_400_000

/** The day it is in the visitor's time zone. */
export function today({ now, timezone }: Circumstances): Day {
  return isoOf(Date.parse(now) + offsetMinutes(now, timezone) * 60_000)
}

/** The day so many days later; before, if negative. */
export function plusDays(day: Day, days: number): Day {
  return isoOf(Date.parse(day) + days * dayMilliseconds)
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay()
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return plusDays(day, -((weekdayOf(day) + 6) % 7))
}

/** The first day of a month; `month` counts from 0 and may lie beyond the year. */
export function firstOf(year: number, month: number): Day {
  return isoOf(Date.UTC(year, month, 1))
}

/** The last day of a month; `month` counts from 0 and may lie beyond the year. */
export function lastOf(year: number, month: number): Day {
  return isoOf(Date.UTC(year, month + 1, 0))
}

/** The day of this year, month (from 1) and day of the month; null when the calendar has none such. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const parts = [String(year).padStart(4, '0'), twoDigits(month), twoDigits(date)]
  const iso = parts.join('-')
  const instant = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso) ? iso : null
}

/** How far the clocks of the zone are ahead of UTC at this instant. */
export function offsetMinutes(now: string, timezone: string): number {
  const instant = new Date(now)
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant)
  return Math.round((Date.parse(`${local.replace(' ', 'T')}Z`) - instant.getTime()) / 60_000)
}

function isoOf(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
