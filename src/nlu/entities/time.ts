import { cardinals, numberOfWord, wordsOf } from '../../util/index.ts'
import { begins, ends } from './day-words.ts'
import { foundBy } from './recogniser.ts'
import type { Recognise } from './recogniser.ts'

const clock =
  /(?<![\d:.])(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b\.?|(?<![\d:.])(\d{1,2}):(\d{2})(?![\d:])/gi
/** The time of day that is said before or after an hour. */
const morning = 'subah|savere|morning|सुबह'
const later = 'dopahar|dopeher|sha+m|raat|rat|afternoon|evening|night|दोपहर|शाम|रात'
const hours = `\\d{1,2}|${Object.keys(cardinals).join('|')}|ek|do|char|chhe|nau|das|gyarah|barah`
/** Saadhe is half past, sava a quarter past, paune a quarter to. */
const oClock = new RegExp(
  `${begins}(?:(${morning})|(${later}))?\\s*(?:ke\\s+|को\\s+|के\\s+)?(?:(saa?[dr]h?e|साढ़े|साढ़े)|(sava|sawa|सवा)|(paune|पौने))?\\s*` +
    `(${hours})\\s*(?:o['’]?clock|baje|बजे)${ends}`,
  'giu',
)
const past = new RegExp(
  `${begins}(?:(half)|(quarter))\\s+(?:past|(to))\\s+(${hours})${ends}`,
  'giu',
)
const named = /(?<![\p{L}\p{M}])(?:noon|midnight)(?![\p{L}\p{M}])/giu

/** Times of the day: `4:30 pm`, `16:00`, `noon`, `5 baje`, `raat 9 baje`, `साढ़े पाँच बजे`, `quarter past five`. Values are `HH:MM`. */
export const recogniseTime: Recognise = (text) => [
  ...foundBy('time', text, clock, ([, hour, minute, half, hour24, minute24]) =>
    half === undefined
      ? timeOf(Number(hour24), Number(minute24))
      : fromHalf(Number(hour), Number(minute ?? 0), half.toLowerCase() === 'p'),
  ),
  ...foundBy('time', text, oClock, ([, early, late, half, quarter, quarterTo, hour]) => {
    const minutes = 30 * Number(half !== undefined) + 15 * Number(quarter !== undefined)
    const said = byDay(hourOf(hour ?? ''), early !== undefined, late !== undefined)
    return quarterTo === undefined ? timeOf(said, minutes) : timeOf(said - 1, 45)
  }),
  ...foundBy('time', text, past, ([, half, , isTo, hour]) => {
    const said = byDay(hourOf(hour ?? ''), false, false)
    const minutes = half === undefined ? 15 : 30
    return isTo === undefined ? timeOf(said, minutes) : timeOf(said - 1, 60 - minutes)
  }),
  ...foundBy('time', text, named, ([word]) => (word.toLowerCase() === 'noon' ? '12:00' : '00:00')),
]

const moreHours: Readonly<Record<string, number>> = { gyarah: 11, barah: 12 }

function hourOf(words: string): number {
  const [word = ''] = wordsOf(words)
  return /^\d/.test(word) ? Number(word) : (numberOfWord(word) ?? moreHours[word] ?? Number.NaN)
}

/** The hour of 24. Offices are open by day: five by itself is in the afternoon, and so is five in the evening. */
function byDay(hour: number, isEarly: boolean, isLate: boolean): number {
  if (isEarly || hour > 12) return isEarly && hour === 12 ? 0 : hour
  if (isLate) return hour === 12 ? 12 : hour + 12
  return hour >= 1 && hour < 7 ? hour + 12 : hour
}

function fromHalf(hour: number, minute: number, isAfternoon: boolean): string | null {
  if (hour < 1 || hour > 12) return null
  return timeOf((hour % 12) + (isAfternoon ? 12 : 0), minute)
}

function timeOf(hour: number, minute: number): string | null {
  if (!(hour >= 0 && hour <= 23) || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
