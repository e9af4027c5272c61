import { cardinals, multiples, ordinals } from '../../util/index.ts'

const digits = String.raw`\d+(?:,\d{2,3})*(?:\.\d+)?`
const words = (list: object) =>
  Object.keys(list)
    .toSorted((a, b) => b.length - a.length)
    .join('|')
const tens = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)'
const bare = `(?:${digits}|${tens}[\\s-](?:${words(cardinals)})|${words(cardinals)})`
const times = `(?:\\s?(?:${words(multiples)})(?![\\p{L}\\p{M}]))`

/**
 * An amount in digits or words: `1,43,500`, `1.5 lakh`, `two hundred and five`, `twenty-one`. Numbers that only stand
 * beside each other are not one: "2 3", "2006-04".
 */
export const amountPattern = `(?:${bare}${times}+\\s(?:and\\s)?){0,3}${bare}${times}*`

/** A place in an order: `2nd`, `second`, `दूसरे`. */
export const ordinalPattern = `(?:\\d{1,3}(?:st|nd|rd|th)|${words(ordinals)})`

/** What every amount and every ordinal has somewhere: a digit or a number word. */
export const amountSign = new RegExp(`\\d|${words(cardinals)}|${words(ordinals)}`, 'i')

/** The number of an amount or an ordinal, or null when it makes none. */
export function readAmount(text: string): number | null {
  const tokens = text.toLowerCase().match(new RegExp(`${digits}|[\\p{L}\\p{M}]+`, 'gu')) ?? []
  let total = 0
  let current: number | null = null
  for (const token of tokens) {
    const one = cardinals[token] ?? ordinals[token] ?? readDigits(token)
    const multiple = multiples[token]
    if (one !== null) current = (current ?? 0) + one
    else if (multiple !== undefined && multiple <= 100) current = (current ?? 1) * multiple
    else if (multiple !== undefined) {
      total += (current ?? 1) * multiple
      current = null
    }
  }
  const number = total + (current ?? 0)
  return tokens.length > 0 && Number.isFinite(number) ? Number(number.toPrecision(15)) : null
}

function readDigits(token: string): number | null {
  return /^\d/.test(token) ? Number(token.replaceAll(',', '')) : null
}
