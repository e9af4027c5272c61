import { closest } from '../../util/closest.ts'
import type { DeskInput } from '../schemas/desk-schema.ts'
import type { Spot } from '../files/spot.ts'

/** Reports a language, time zone, currency or country that does not exist. */
export function checkLocale(desk: DeskInput, spot: Spot): void {
  for (const [i, language] of desk.languages.entries()) {
    const there = spot.to('languages', i)
    if (!isCode('language', language))
      there.report('not-allowed', `\`${language}\` is not a language.`, {
        hint: 'Write its BCP 47 tag, such as en or hi.',
      })
    if (desk.languages.indexOf(language) < i)
      there.report('duplicate', `\`${language}\` is there already.`)
  }
  checkTimezone(desk.timezone, spot.to('timezone'))
  if (!Intl.supportedValuesOf('currency').includes(desk.currency))
    reportCode('currency', desk.currency, 'Write its ISO 4217 code, such as INR.', spot)
  if (!/^[A-Z]{2}$/.test(desk.country) || !isCode('region', desk.country))
    reportCode(
      'country',
      desk.country,
      'Write its ISO 3166 code of two capitals, such as IN.',
      spot,
    )
}

/** Names of today that the list of zones has under their former ones. */
const renamedZones = [
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Yangon',
  'Asia/Ho_Chi_Minh',
  'Europe/Kyiv',
  'America/Argentina/Buenos_Aires',
  'Pacific/Kanton',
  'UTC',
]

function checkTimezone(timezone: string, spot: Spot): void {
  if (isTimezone(timezone)) return
  const meant = closest(timezone, [...Intl.supportedValuesOf('timeZone'), ...renamedZones])
  spot.report('not-allowed', `\`${timezone}\` is not a time zone.`, {
    hint:
      meant === null ? 'Write its IANA name, such as Asia/Kolkata.' : `Did you mean \`${meant}\`?`,
  })
}

function isTimezone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function reportCode(member: 'currency' | 'country', code: string, hint: string, spot: Spot): void {
  const upper = code.toUpperCase()
  const isCapitals = upper !== code && upper.length === (member === 'currency' ? 3 : 2)
  spot.to(member).report('not-allowed', `\`${code}\` is not a ${member}.`, {
    hint: isCapitals ? `Did you mean \`${upper}\`?` : hint,
  })
}

function isCode(type: 'language' | 'region', code: string): boolean {
  try {
    return new Intl.DisplayNames(['en'], { type, fallback: 'none' }).of(code) !== undefined
  } catch {
    return false
  }
}
