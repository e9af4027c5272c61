import {
  type Intent,
  type Slot,
  understoodIntent,
  type Value,
  type Values,
} from '../../model/index.ts'
import { fill, nothingFilled } from '../slots/fill.ts'
import { fits } from '../slots/fits.ts'
import type { Talk } from '../talk.ts'
import { commandOr, type Wish } from '../wish.ts'

/** The message as a platform in front understood it: its intent by name, then by action; its parameters by slot. */
export function understoodElsewhere(talk: Talk): Wish | null {
  const { understood } = talk.message
  if (understood === undefined) return null
  const intent = understoodIntent(understood, talk.desk.intents)
  if (intent === null) return null
  const named = slotsNamed(intent, understood.parameters, talk)
  const said = isAllNamed(intent, named.slots, talk) ? nothingFilled : fill(intent, talk)
  const wish = commandOr(intent, {
    ...said,
    slots: { ...said.slots, ...named.slots },
    unclear:
      said.unclear !== null && Object.hasOwn(named.slots, said.unclear.slot) ? null : said.unclear,
    unfit: named.unfit ?? said.unfit,
  })
  const asksItself = wish.kind === 'intent' && !understood.complete
  return asksItself ? { ...wish, kind: 'intent-elsewhere' } : wish
}

/** Whether nothing is left to be found in the words: the platform has filled every slot. */
function isAllNamed({ slots }: Intent, named: Values, { understanding }: Talk): boolean {
  const isNamed = ({ name }: Slot) => Object.hasOwn(named, name)
  return understanding.entities.length === 0 && slots.every(isNamed)
}

/** By name alone: the platform may know a parameter by a type that the desk has never heard of. */
function slotsNamed(intent: Intent, parameters: Values, talk: Talk) {
  const slots: Record<string, Value> = {}
  let unfit: string | null = null
  for (const slot of intent.slots) {
    const value = shaped(slot, parameters[slot.name] ?? null)
    if (value === null || value === '') continue
    if (fits(slot, value, talk)) slots[slot.name] = value
    else unfit = slot.name
  }
  return { slots, unfit }
}

/** Platforms write a date or a time as an instant, a period as two, and some a number as text. */
function shaped(slot: Slot, value: Value): Value {
  if (typeof value !== 'string') return value
  const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(value)
  if (slot.entity === 'date') return instant?.[1] ?? value.split('/')[0]!
  if (slot.entity === 'period') return value.replaceAll(/T[^/]*/g, '')
  if (slot.entity === 'time') return instant?.[2] ?? value
  const isNumber = slot.entity === 'number' || slot.entity === 'money'
  return isNumber && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value
}
