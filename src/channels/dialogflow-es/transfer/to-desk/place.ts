import { regions } from './known-values.ts'

/** Where an agent is at home, as far as its time zone and its language tell. */
export interface Place {
  readonly timezone: string
  /** An ISO 3166 code of two letters. */
  readonly country: string
  /** An ISO 4217 code. */
  readonly currency: string
}

/** The place of an agent. What nothing tells is `UTC`, and the country that speaks most of the language. */
export function placeOf(timezone: string, language: string): Place {
  const known = isTimezone(timezone)
  const locale = new Intl.Locale(language)
  const country =
    (known ? countryOf(timezone) : undefined) ?? locale.region ?? locale.maximize().region
  return {
    timezone: known ? timezone : 'UTC',
    country: country ?? 'US',
    currency: currencyOf(country ?? 'US'),
  }
}

/** Whether it is a time zone this computer knows. */
export function isTimezone(timezone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A locale with what Node knows of it, which TypeScript does not. */
interface LocaleWithTimezones extends Intl.Locale {
  readonly timeZones?: readonly string[]
  readonly getTimeZones?: () => readonly string[] | undefined
}

/** The country whose clocks show it; undefined for `UTC` and the like. */
function countryOf(timezone: string): string | undefined {
  const canonical = new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone
  return regions().find((region) => {
    const locale: LocaleWithTimezones = new Intl.Locale(`und-${region}`)
    const zones = locale.getTimeZones?.() ?? locale.timeZones ?? []
    return zones.includes(timezone) || zones.includes(canonical)
  })
}

function currencyOf(country: string): string {
  return currencies.find(([, countries]) => countries.includes(country))?.[0] ?? 'USD'
}

/** What countries pay with. Those that are not here pay with dollars of the United States, or may as well. */
const currencies = `
  EUR AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK MC SM VA AD ME XK
  AED AE, AFN AF, ALL AL, AMD AM, ARS AR, AUD AU NR KI TV, AZN AZ, BAM BA, BDT BD, BGN BG, BHD BH, BIF BI, BND BN,
  BOB BO, BRL BR, BTN BT, BWP BW, BYN BY, CAD CA, CDF CD, CHF CH LI, CLP CL, CNY CN, COP CO, CRC CR, CUP CU, CVE CV,
  CZK CZ, DJF DJ, DKK DK FO GL, DOP DO, DZD DZ, EGP EG, ERN ER, ETB ET, FJD FJ, GBP GB IM JE GG, GEL GE, GHS GH,
  GMD GM, GNF GN, GTQ GT, GYD GY, HKD HK, HNL HN, HTG HT, HUF HU, IDR ID, ILS IL PS, INR IN, IQD IQ, IRR IR, ISK IS,
  JMD JM, JOD JO, JPY JP, KES KE, KGS KG, KHR KH, KMF KM, KRW KR, KWD KW, KZT KZ, LAK LA, LBP LB, LKR LK, LRD LR,
  LSL LS, LYD LY, MAD MA EH, MDL MD, MGA MG, MKD MK, MMK MM, MNT MN, MOP MO, MRU MR, MUR MU, MVR MV, MWK MW, MXN MX,
  MYR MY, MZN MZ, NAD NA, NGN NG, NIO NI, NOK NO SJ, NPR NP, NZD NZ CK NU, OMR OM, PAB PA, PEN PE, PGK PG, PHP PH,
  PKR PK, PLN PL, PYG PY, QAR QA, RON RO, RSD RS, RUB RU, RWF RW, SAR SA, SBD SB, SCR SC, SDG SD, SEK SE, SGD SG,
  SLE SL, SOS SO, SRD SR, SSP SS, STN ST, SYP SY, SZL SZ, THB TH, TJS TJ, TMT TM, TND TN, TOP TO, TRY TR, TTD TT,
  TWD TW, TZS TZ, UAH UA, UGX UG, UYU UY, UZS UZ, VES VE, VND VN, VUV VU, WST WS, XAF CM CF CG GA GQ TD,
  XOF BF BJ CI GW ML NE SN TG, XPF NC PF WF, YER YE, ZAR ZA, ZMW ZM
`
  .trim()
  .replace('\n  AED', ', AED')
  .split(/,\s+/)
  .map((line) => {
    const [currency = '', ...countries] = line.split(/\s+/)
    return [currency, countries] as const
  })
