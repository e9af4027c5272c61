/**
 * Whether a reply tells a value of a database, in whatever form: `2027-02-22` may be said as "22 February 2027" or
 * "Mon, 22 Feb", `16:30` as "4:30 pm", 126100 as "₹1,26,100", a phone number with or without its spaces.
 *
 * @param {string} said
 * @param {string | number} value
 * @returns {boolean}
 */
export function mentions(said, value) {
  const reply = fold(said)
  if (typeof value === 'number') return tellsNumber(reply, value)
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []
  if (year && month && day) return tellsDate(reply, { year, month, day })
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(value) ?? []
  if (hour && minute) return tellsTime(reply, Number(hour), minute)
  if (/^\+[\d ]{8,}$/.test(value)) return digits(reply).includes(digits(value))
  return reply.includes(fold(value))
}

/**
 * What does not count when two texts are compared: case, markup, quotation marks, white space, commas inside numbers,
 * the dot under a Devanagari letter.
 *
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[*_]|\u093C/g, '')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/(\d),(?=\d)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/**
 * @param {string} reply
 * @param {number} value
 */
function tellsNumber(reply, value) {
  const whole = String(value).replace('.', '\\.')
  const zeros = Number.isInteger(value) ? String.raw`(?:\.0+)?` : '0*'
  return new RegExp(String.raw`(?<![\d.])${whole}${zeros}(?!\.?\d)`).test(reply)
}

/**
 * @param {string} reply
 * @param {{ year: string, month: string, day: string }} date
 */
function tellsDate(reply, { year, month, day }) {
  const names = monthNames(Number(month)).join('|')
  const number = String.raw`(?<!\d)0?${Number(day)}(?:st|nd|rd|th)?(?!\d)`
  const forms = [
    `${year}-${month}-${day}`,
    String.raw`${number}(?: of)?[ -](?:${names})`,
    `(?:${names}) ${number}`,
    String.raw`(?<!\d)0?${Number(day)}/0?${Number(month)}(?!\d)`,
  ]
  return new RegExp(forms.join('|')).test(reply)
}

/**
 * A month in English and Hindi, long and short.
 *
 * @param {number} month
 */
function monthNames(month) {
  const day = new Date(Date.UTC(2026, month - 1, 1))
  return ['en-IN', 'hi-IN'].flatMap((locale) =>
    /** @type {const} */ (['long', 'short']).map((style) =>
      fold(day.toLocaleDateString(locale, { month: style, timeZone: 'UTC' })),
    ),
  )
}

/**
 * @param {string} reply
 * @param {number} hour
 * @param {string} minute
 */
function tellsTime(reply, hour, minute) {
  const twelve = hour % 12 || 12
  const forms = [String.raw`(?<!\d)0?(?:${hour}|${twelve})[:.]${minute}(?!\d)`]
  if (minute === '00') forms.push(String.raw`(?<!\d)${twelve} ?(?:am|pm|a\.m\.|p\.m\.|बजे)`)
  return new RegExp(forms.join('|')).test(reply)
}

/** @param {string} text */
function digits(text) {
  return text
    .replaceAll(/[ ()-]/g, '')
    .replaceAll(/\D+/g, ' ')
    .trim()
}
