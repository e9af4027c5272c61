import { foundBy } from './recogniser.ts'
import type { Recognise } from './recogniser.ts'

const clock =
  /(?<![\d:.])(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b\.?|(?<![\d:.])(\d{1,2}):(\d{2})(?![\d:])/gi
const oClock = /(?<!\d)(\d{1,2})\s*(?:o['’]?clock|baje|बजे)/giu
const named = /(?<![\p{L}\p{M}])(?:noon|midnight)(?![\p{L}\p{M}])/giu

/** Times of the day: `4:30 pm`, `16:00`, `noon`, `5 baje`. Values are `HH:MM`. */
export const recogniseTime: Recognise = (text) => [
  ...foundBy('time', text, clock, ([, hour, minute, half, hour24, minute24]) =>
    half === undefined
      ? timeOf(Number(hour24), Number(minute24))
      : fromHalf(Number(hour), Number(minute ?? 0), half.toLowerCase() === 'p'),
  ),
  ...foundBy('time', text, oClock, ([, hour]) => {
    const said = Number(hour)
    // Offices are open by day: five is in the afternoon.
    return timeOf(said >= 1 && said < 7 ? said + 12 : said, 0)
  }),
  ...foundBy('time', text, named, ([word]) => (word.toLowerCase() === 'noon' ? '12:00' : '00:00')),
]

function fromHalf(hour: number, minute: number, isAfternoon: boolean): string | null {
  if (hour < 1 || hour > 12) return null
  return timeOf((hour % 12) + (isAfternoon ? 12 : 0), minute)
}

function timeOf(hour: number, minute: number): string | null {
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
