import { checkLocale } from './check-locale.ts'
import { checkSecrets } from './check-secrets.ts'
import type { DeskInput } from './desk-schema.ts'
import { deskSchema } from './desk-schema.ts'
import type { Environment } from './environment.ts'
import { fillIn } from './environment.ts'
import { salvage } from './salvage.ts'
import type { Spot } from './spot.ts'

/** What stands in for a member that is missing, so that the rest of the file is still checked. */
const fillers = {
  name: 'desk',
  timezone: 'UTC',
  currency: 'EUR',
  country: 'DE',
  title: '',
  ask: '',
  entity: 'text',
} as const

/** Checks `desk.yaml` by itself, with the environment filled in; null when nothing sound remains. */
export function readDeskYaml(spot: Spot, env: Environment): DeskInput | null {
  const { raw } = spot.document
  checkSecrets(raw, spot)
  const input = salvage(deskSchema, spot, fillIn(raw, env, spot), fillers)
  if (input !== null) checkLocale(input, spot)
  return input
}
