import { amountPattern, amountSign, ordinalPattern, readAmount } from './amount.ts'
import { foundBy, onlyWith } from './recogniser.ts'

const pattern = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}.,/:-])-?(?:${ordinalPattern}|${amountPattern})(?![\\p{L}\\p{M}\\p{N}]|[/:-]\\d)`,
  'giu',
)

/** "which one", "no one": not a number. */
const pronoun = /(?:which|this|that|the|any|no|some|every|another|other|good|new|each)\s+$/i

/** Numbers in digits, words and ordinals: `68`, `two`, `1.5 lakh`, `second` → 2. */
export const recogniseNumber = onlyWith(amountSign, (text) =>
  foundBy('number', text, pattern, (match) => {
    const isPronoun = match[0].toLowerCase() === 'one' && pronoun.test(text.slice(0, match.index))
    if (isPronoun) return null
    const number = readAmount(match[0])
    return number !== null && match[0].startsWith('-') ? -number : number
  }),
)
