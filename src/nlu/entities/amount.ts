/** Number words of English and of romanised and written Hindi that are hard to mistake for another word. */
const small: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  teen: 3,
  chaar: 4,
  paanch: 5,
  panch: 5,
  chhah: 6,
  saat: 7,
  aath: 8,
  dus: 10,
  एक: 1,
  दो: 2,
  तीन: 3,
  चार: 4,
  पांच: 5,
  पाँच: 5,
  छह: 6,
  सात: 7,
  आठ: 8,
  नौ: 9,
  दस: 10,
}

const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  pehla: 1,
  pehli: 1,
  pehle: 1,
  pahla: 1,
  pahle: 1,
  doosra: 2,
  dusra: 2,
  doosre: 2,
  dusre: 2,
  teesra: 3,
  tisra: 3,
  teesre: 3,
  tisre: 3,
  chautha: 4,
  chauthe: 4,
  पहला: 1,
  पहली: 1,
  पहले: 1,
  दूसरा: 2,
  दूसरी: 2,
  दूसरे: 2,
  तीसरा: 3,
  तीसरी: 3,
  तीसरे: 3,
  चौथा: 4,
  चौथे: 4,
}

const multiples: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  hazar: 1000,
  hazaar: 1000,
  k: 1000,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  lacs: 1e5,
  million: 1e6,
  crore: 1e7,
  crores: 1e7,
  cr: 1e7,
  सौ: 100,
  हज़ार: 1000,
  हजार: 1000,
  लाख: 1e5,
  करोड़: 1e7,
}

const digits = String.raw`\d+(?:,\d{2,3})*(?:\.\d+)?`
const words = (list: object) =>
  Object.keys(list)
    .toSorted((a, b) => b.length - a.length)
    .join('|')
const tens = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)'
const bare = `(?:${digits}|${tens}[\\s-](?:${words(small)})|${words(small)})`
const times = `(?:\\s?(?:${words(multiples)})(?![\\p{L}\\p{M}]))`

/**
 * An amount in digits or words: `1,43,500`, `1.5 lakh`, `two hundred and five`, `twenty-one`. Numbers that only stand
 * beside each other are not one: "2 3", "2006-04".
 */
export const amountPattern = `(?:${bare}${times}+\\s(?:and\\s)?){0,3}${bare}${times}*`

/** A place in an order: `2nd`, `second`, `दूसरे`. */
export const ordinalPattern = `(?:\\d{1,3}(?:st|nd|rd|th)|${words(ordinals)})`

/** What every amount and every ordinal has somewhere: a digit or a number word. */
export const amountSign = new RegExp(`\\d|${words(small)}|${words(ordinals)}`, 'i')

/** The number of an amount or an ordinal, or null when it makes none. */
export function readAmount(text: string): number | null {
  const tokens = text.toLowerCase().match(new RegExp(`${digits}|[\\p{L}\\p{M}]+`, 'gu')) ?? []
  let total = 0
  let current: number | null = null
  for (const token of tokens) {
    const one = small[token] ?? ordinals[token] ?? readDigits(token)
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
