import type { Slot, Value } from '../model/index.ts'
import { given } from './defaults.ts'
import type { Talk } from './talk.ts'

/** Whether a value may stand in a slot: the shape its entity promises, and within the slot's bounds. */
export function fits(slot: Slot, value: Value, talk: Talk): boolean {
  if (value === null || !hasShape(slot.entity, value)) return false
  const minimum = given(slot, slot.minimum, talk)
  const maximum = given(slot, slot.maximum, talk)
  return (
    (minimum === null || compare(value, minimum) >= 0) &&
    (maximum === null || compare(value, maximum) <= 0)
  )
}

function hasShape(entity: string, value: Value): boolean {
  switch (entity) {
    case 'number':
    case 'money':
      return typeof value === 'number' && Number.isFinite(value)
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(String(value))
    case 'period':
      return /^\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?$/.test(String(value))
    case 'time':
      return /^\d\d:\d\d/.test(String(value))
    case 'yes-no':
      return typeof value === 'boolean'
    default:
      return value !== ''
  }
}

/** Dates and times compare as text, for that is how they are written. */
function compare(a: Value, b: Value): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b)
  return String(a) < String(b) ? -1 : Number(String(a) > String(b))
}
