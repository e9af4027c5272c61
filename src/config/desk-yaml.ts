import type { DeskDefinition } from '../model/index.ts'
import { checkLocale } from './definitions/check-locale.ts'
import { checkSecrets } from './definitions/check-secrets.ts'
import { toDesk } from './definitions/to-desk.ts'
import { type Environment, fillIn } from './files/environment.ts'
import { salvage } from './files/salvage.ts'
import type { Spot } from './files/spot.ts'
import type { Reading } from './reading.ts'
import { type DeskInput, deskSchema } from './schemas/desk-schema.ts'

/** What the files besides desk.yaml say, and what they were read with. */
export interface Rest extends Pick<DeskDefinition, 'tables' | 'entities' | 'intents'> {
  /** The value of desk.yaml, each `${NAME}` as it stands. */
  readonly raw: unknown
  readonly reading: Reading
}

/** The desk of a desk.yaml and the rest of its files. */
export function withRest(input: DeskInput, spot: Spot, rest: Rest): DeskDefinition {
  const { reading, tables, entities, intents } = rest
  return { ...toDesk(input, spot, reading), tables, entities, intents }
}

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
