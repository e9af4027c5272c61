import { amountPattern, readAmount } from './amount.ts'
import { foundBy, onlyWith } from './recogniser.ts'

const mark = '(?:₹|\\$|€|£|(?<![\\p{L}\\p{M}])(?:rs|inr|usd|eur)(?![\\p{L}\\p{M}])\\.?)'
const name = '(?:rupees?|rupaye|rupay|rs|inr|dollars?|euros?|pounds?|रुपये|रुपए|रुपया|/-)'
const pattern = new RegExp(
  `${mark}\\s*(?:${amountPattern})|(?<![\\p{L}\\p{M}\\p{N}.,])(?:${amountPattern})\\s*${name}(?![\\p{L}\\p{M}])`,
  'giu',
)

const sign = /[₹$€£]|rs|inr|usd|eur|rup|dollar|pound|रुप|\/-/i

/** Sums of money, in whatever currency: `₹1,43,500`, `rs 500`, `1.5 lakh rupees`. */
export const recogniseMoney = onlyWith(sign, (text) =>
  foundBy('money', text, pattern, ([words]) =>
    readAmount(words.replaceAll(/^[^\p{N}\p{L}]+|rs\.?|inr/giu, ' ')),
  ),
)
