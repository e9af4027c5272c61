import { once } from '../util/once.ts'
import { phoneNumber } from '../util/phone-number.ts'

/** How values are written for a visitor. */
export interface Locale {
  readonly language: string
  /** ISO 3166 country, for telephone numbers and the grouping of digits. */
  readonly country: string
  /** ISO 4217 currency. */
  readonly currency: string
  /** IANA time zone, for instants; dates and local times have none. */
  readonly timezone: string
}

/** A filter of a template: the value, then the arguments. */
export type TemplateFilter = (value: unknown, ...rest: unknown[]) => unknown

/** The filters templates have besides Liquid's own. A value that is not what a filter formats passes unchanged. */
export function filtersFor(locale: Locale): Readonly<Record<string, TemplateFilter>> {
  const tag = `${locale.language}-${locale.country}`
  const dates = dateFilters(tag, locale.timezone)
  const conjunction = once(() => new Intl.ListFormat(tag, { type: 'conjunction' }))
  return {
    ...dates,
    money: numeric((value) => money(value, tag, locale.currency)),
    number: numeric((value) =>
      new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }).format(value),
    ),
    percent: numeric(
      (value) => `${new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(value)} %`,
    ),
    phone: (value) => phone(String(value ?? ''), locale.country),
    list: (value) => (Array.isArray(value) ? conjunction().format(value.map(String)) : value),
    plural: (value, one, many) => (Number(value) === 1 ? one : many),
  }
}

function numeric(format: (value: number) => string): TemplateFilter {
  return (value) => {
    const number =
      value === null || value === '' || typeof value === 'boolean' ? Number.NaN : Number(value)
    return Number.isFinite(number) ? format(number) : value
  }
}

function money(value: number, tag: string, currency: string): string {
  const whole = Number.isInteger(value)
  const digits = whole ? 0 : 2
  const format = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return format.format(value)
}

function phone(value: string, country: string): string {
  return phoneNumber(value, country)?.international ?? value
}

function dateFilters(tag: string, timezone: string): Readonly<Record<string, TemplateFilter>> {
  const as = (options: Intl.DateTimeFormatOptions) => dated(tag, timezone, options)
  return {
    date: as({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    'short-date': as({ day: 'numeric', month: 'short' }),
    weekday: as({ weekday: 'long' }),
    time: as({ hour: 'numeric', minute: '2-digit', hour12: true }),
  }
}

function dated(tag: string, timezone: string, options: Intl.DateTimeFormatOptions): TemplateFilter {
  const formatIn = (timeZone: string) =>
    once(() => new Intl.DateTimeFormat(tag, { ...options, timeZone }))
  const [local, zoned] = [formatIn('UTC'), formatIn(timezone)]
  return (value) => {
    const text = String(value ?? '')
    const [from, to] = text.split('/').map(instantOf)
    if (from && to && isPlain(from) && isPlain(to)) return local().formatRange(from, to)
    const instant = instantOf(text)
    if (Number.isNaN(instant.getTime())) return value
    return (text.endsWith('Z') ? zoned() : local()).format(instant)
  }
}

function isPlain(instant: Date): boolean {
  return !Number.isNaN(instant.getTime())
}

/** A date, a local date-time or a time of day read as if it were in UTC, where it is also written; or an instant. */
function instantOf(text: string): Date {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return new Date(`${text}T00:00:00Z`)
  if (/^\d{1,2}:\d\d(:\d\d)?$/.test(text)) return new Date(`1970-01-01T${text.padStart(5, '0')}Z`)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text)) return new Date(`${text}Z`)
  return /^\d{4}-\d\d-\d\dT.*Z$/.test(text) ? new Date(text) : new Date(Number.NaN)
}
