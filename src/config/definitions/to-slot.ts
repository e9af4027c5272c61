import type { Slot } from '../../model/index.ts'
import type { SlotInput } from '../schemas/intent-schema.ts'
import { readReference } from './to-filter.ts'
import type { Reading } from '../reading.ts'
import { reservedNames } from '../reading.ts'
import type { Spot } from '../files/spot.ts'
import { toWording } from './to-wording.ts'

/** Reads what an intent needs to know. */
export function toSlot(name: string, input: SlotInput, spot: Spot, reading: Reading): Slot {
  if (reservedNames.some((reserved) => reserved === name))
    spot.report('not-allowed', `A slot cannot be called \`${name}\`: templates have that name.`, {
      part: 'key',
      hint: 'Call it something else.',
    })
  spot.to('entity').expects('entity', input.entity, reading.entities, {
    hint: 'Declare it under entities/, or use a built-in one.',
  })
  if (input.required === true && input.ask === undefined)
    spot.report('missing', `\`${name}\` is required, but has no \`ask\`.`, {
      part: 'key',
      hint: 'Write the question under `ask`.',
    })
  checkDefault(input.default, spot.to('default'), reading)
  checkRange(input, spot)
  return {
    name,
    entity: input.entity,
    required: input.required ?? input.ask !== undefined,
    ask: toWording(input.ask, spot.to('ask'), reading),
    again: toWording(input.again, spot.to('again'), reading),
    default: input.default ?? null,
    offer: input.offer,
    carries: input.carries,
    minimum: input.minimum ?? null,
    maximum: input.maximum ?? null,
  }
}

/** `$context.name`: what a living context holds. Contexts may come from a platform, so any may be named. */
const ofContext = /^\$[\p{L}\p{M}\p{N}%_-]+\.[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u

function checkDefault(value: SlotInput['default'], spot: Spot, reading: Reading): void {
  if (typeof value === 'string' && ofContext.test(value)) return
  const reference = typeof value === 'string' ? readReference(value) : null
  if (reference === null) return
  const known = ['today', 'now', ...reading.remembered].map((name) => `$${name}`)
  spot.expects('remembered value', String(value), known, {
    hint: 'Only $today, $now and slots that an intent `remembers` can be a default.',
  })
}

function checkRange({ minimum, maximum }: SlotInput, spot: Spot): void {
  const isUpsideDown =
    (typeof minimum === 'number' && typeof maximum === 'number' && minimum > maximum) ||
    (typeof minimum === 'string' && typeof maximum === 'string' && minimum > maximum)
  if (isUpsideDown && !String(minimum).startsWith('$') && !String(maximum).startsWith('$'))
    spot.to('minimum').report('not-allowed', '`minimum` is more than `maximum`.')
}
