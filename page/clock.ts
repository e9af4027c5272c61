/** The time of day as the visitor's own clock shows it: "4:30 pm". `at` is an ISO 8601 instant. */
export function timeOfDay(at: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(
    new Date(at),
  )
}

/** The day of an instant: "Today", "Yesterday", else "Friday 4 December". */
export function dayOf(at: string, now: Date, locale: string): string {
  const days = Math.round((midnight(new Date(at)) - midnight(now)) / 86_400_000)
  if (days === 0 || days === -1) {
    const word = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
    return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)
  }
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(new Date(at))
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
