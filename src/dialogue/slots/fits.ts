import type { Facts, Slot, Value } from '../../model/index.ts'
import type { Talk } from '../talk.ts'

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
    case 'duration':
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

/**
 * A slot's default or bound as a value: `$today`, `$now`, `$name` of something remembered and `$context.name` of a living
 * context are looked up.
 */
export function given(slot: Slot, written: Value, talk: Talk): Value {
  if (typeof written !== 'string' || !written.startsWith('$')) return written
  const name = written.slice(1)
  if (name === 'today') return today(talk.facts)
  if (name === 'now') return now(slot.entity, talk.facts)
  const dot = name.indexOf('.')
  if (dot < 0) return talk.before.remembered[name] ?? null
  return inContext(name.slice(0, dot), name.slice(dot + 1), talk)
}

function inContext(context: string, parameter: string, { before }: Talk): Value {
  const living = before.contexts.filter(({ name, lifespan }) => name === context && lifespan > 0)
  return living[0]?.parameters[parameter] ?? null
}

/** `$now` in the shape of the slot's entity: a time of day, a date, or the instant itself. */
function now(entity: string, facts: Facts): Value {
  if (entity === 'time') return local(facts).time
  return entity === 'date' ? today(facts) : facts.now
}

/** The date where the desk stands, `YYYY-MM-DD`. */
function today(facts: Facts): string {
  return local(facts).date
}

function local(facts: Facts): { date: string; time: string } {
  // Swedish writes dates as ISO 8601 does.
  const text = new Date(facts.now).toLocaleString('sv-SE', { timeZone: facts.timezone })
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}
