import type { Identity } from '../../model/index.ts'
import { splitTable } from './columns.ts'
import type { DeskInput } from '../schemas/desk-schema.ts'
import type { Reading } from '../reading.ts'
import type { Spot } from '../files/spot.ts'
import { toWording } from './to-wording.ts'

type IdentityInput = DeskInput['identities'][string]

/** Reads how a person proves who they are; null when it does not say where. */
export function toIdentity(
  name: string,
  input: IdentityInput,
  spot: Spot,
  reading: Reading,
): Identity | null {
  const which = splitTable(input.table, spot.to('table'), reading)
  const [first] = input.proofs
  if (first !== undefined && first.column !== input.key)
    spot.to('proofs', 0, 'column').report('not-allowed', 'The first proof must be the key.', {
      hint: `Ask for \`${input.key}\` first.`,
    })
  const proofs = input.proofs.map((proof, i) => {
    const there = spot.to('proofs', i)
    there.to('entity').expects('entity', proof.entity, reading.entities)
    if (input.proofs.findIndex((other) => other.column === proof.column) < i)
      there.to('column').report('duplicate', `\`${proof.column}\` is asked for already.`)
    return { ...proof, ask: toWording(proof.ask, there.to('ask'), reading) }
  })
  if (which === null) return null
  return {
    name,
    ...which,
    key: input.key,
    nameColumn: input.name ?? null,
    proofs,
    attempts: input.attempts,
    lockMinutes: input.lock,
  }
}
