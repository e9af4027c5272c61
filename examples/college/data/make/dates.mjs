/** Days as ISO text, and the academic year they are counted in. */

const dayLength = 86_400_000
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The calendar year in which the academic year of `now` began; it runs from July to June. */
export function academicYearOf(now, timezone) {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' })
  const [year, month] = format.format(now).split('-').map(Number)
  return month >= 7 ? year : year - 1
}

/** `2026` as `2026-27`. */
export function academicYearName(firstYear) {
  return `${firstYear}-${String((firstYear + 1) % 100).padStart(2, '0')}`
}

/**
 * The day that `words` name in an academic year: `07-31`; `09-08 Mon`, the first Monday on or
 * after 8 September; `06-15 last`, of the academic year before; `08-01 next`, of the one after.
 */
export function dayOf(firstYear, words) {
  const [monthDay, ...modifiers] = words.split(' ')
  const shift = modifiers.includes('next') ? 1 : modifiers.includes('last') ? -1 : 0
  const month = Number(monthDay.slice(0, 2))
  const day = `${firstYear + shift + (month >= 7 ? 0 : 1)}-${monthDay}`
  const wanted = weekdays.findIndex((weekday) => modifiers.includes(weekday.slice(0, 3)))
  return wanted < 0 ? day : addDays(day, (wanted - weekdayNumber(day) + 7) % 7)
}

export function addDays(day, count) {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10)
}

export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
}

/** Sunday is 0. */
export function weekdayNumber(day) {
  return new Date(day).getUTCDay()
}

export function weekdayName(day) {
  return weekdays[weekdayNumber(day)]
}
