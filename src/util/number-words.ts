import { wordsOf } from './words.ts'

/** Number words of English and of romanised and written Hindi that are hard to mistake for another word. */
export const cardinals: Readonly<Record<string, number>> = {
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

/** Places in an order: `second`, `दूसरे`. */
export const ordinals: Readonly<Record<string, number>> = {
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
  panchva: 5,
  पाँचवाँ: 5,
}

/** What a number is multiplied by: `two lakh`. */
export const multiples: Readonly<Record<string, number>> = {
  hundred: 100,
  sau: 100,
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

/** Words that mean a number where nothing but one can stand; within a sentence they are other words too. */
const mistakable: Readonly<Record<string, number>> = {
  ek: 1,
  do: 2,
  char: 4,
  chhe: 6,
  nau: 9,
  das: 10,
}

/** Every word in the form `wordsOf` gives it. */
const byWord = new Map(
  [mistakable, ordinals, cardinals].flatMap((words) =>
    Object.entries(words).map(([word, number]) => [wordsOf(word).join(' '), number] as const),
  ),
)

/**
 * The number that a word is when it is known to be one: `2`, `२`, `2nd`, `two`, `second`, `दूसरा`, and `do`. Null when it
 * is none. Takes words as `wordsOf` gives them.
 */
export function numberOfWord(word: string): number | null {
  const known = byWord.get(word)
  if (known !== undefined) return known
  const digits = /^(\d{1,9})(?:st|nd|rd|th)?$/.exec(latinDigits(word))?.[1]
  return digits === undefined ? null : Number(digits)
}

function latinDigits(word: string): string {
  return word.replaceAll(/[०-९]/g, (digit) => String('०१२३४५६७८९'.indexOf(digit)))
}
