import type { Intent, Values } from '../model/index.ts'
import { clueFits } from './clues.ts'
import type { Talk } from './talk.ts'

/**
 * The slot that "there" stands for, with what the last answer came to: after the way to the canteen, "from there" is
 * from the canteen. Of several slots of one entity the last that has a value is where it came to.
 */
export function thereIn(intent: Intent, last: Values, talk: Talk): Values {
  const { text } = talk.message
  const found = /(?<!\p{L})(?:there|wahan|vahan|वहाँ|वहां)(?![\p{L}\p{M}])/iu.exec(text)
  if (found === null) return {}
  const span = { start: found.index, end: found.index + found[0].length }
  const slot = intent.slots.find((one) => clueFits(intent, one, span, text))
  const reached = intent.slots.findLast(
    (one) => one.entity === slot?.entity && (last[one.name] ?? null) !== null,
  )
  const value = last[reached?.name ?? ''] ?? null
  return slot === undefined || value === null ? {} : { [slot.name]: value }
}
