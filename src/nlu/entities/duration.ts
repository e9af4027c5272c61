import { amountPattern, amountSign, readAmount } from './amount.ts'
import { begins, ends, groups } from './day-words.ts'
import { foundBy, onlyWith } from './recogniser.ts'

/** Units of time in English and Hindi, and how many minutes each has; months and years by their usual length. */
const units: readonly (readonly [string, number])[] = [
  ['minutes?|mins?|minat|मिनट', 1],
  ['hours?|hrs?|ghant[aeo]n?|घंट[ाेों]+', 60],
  ['days?|din|दिन', 1440],
  ['weeks?|hafte|hafta|हफ\u093C?्ते|हफ\u093C?्ता|सप्ताह', 10_080],
  ['months?|mahin[ea]|महीन[ेा]', 43_200],
  ['years?|yrs?|saal|साल|वर्ष', 525_600],
]
const part = '(half\\s+an?|aadha|aadhe|आध[ाे])|(an?)'
const pattern = new RegExp(
  `${begins}(?:${part}|(${amountPattern}))[\\s-]?(?:${groups(units.map(([words]) => words))})${ends}`,
  'giu',
)
const sign = new RegExp(`${amountSign.source}|half|aadh|आध|\\ban?\\b`, 'iu')

/** Stretches of time by their length: "45 minutes", "half an hour", "2 ghante", "दो दिन". Values are minutes. */
export const recogniseDuration = onlyWith(sign, (text) =>
  foundBy('duration', text, pattern, ([, half, one, amount, ...words]) => {
    const [, minutes] = units[words.findIndex((word) => word !== undefined)]!
    if (half !== undefined) return minutes / 2
    const count = one === undefined ? readAmount(amount ?? '') : 1
    return count === null ? null : count * minutes
  }),
)
