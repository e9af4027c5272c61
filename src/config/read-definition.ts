import type { DeskDefinition } from '../model/index.ts'
import { checkLocale } from './definitions/check-locale.ts'
import { checkSecrets } from './definitions/check-secrets.ts'
import { toDesk } from './definitions/to-desk.ts'
import { readEntities } from './definitions/to-entity.ts'
import { readIntents } from './definitions/to-intent.ts'
import { readTables } from './definitions/to-table.ts'
import { type Environment, fillIn } from './files/environment.ts'
import type { DeskFolder } from './files/parse-folder.ts'
import type { Problem } from './files/problem.ts'
import { salvage } from './files/salvage.ts'
import { Spot } from './files/spot.ts'
import { type Reading, type ReadingWorld, toReading, withTables } from './reading.ts'
import { type DeskInput, deskSchema } from './schemas/desk-schema.ts'

/** What definitions are read with. */
export interface DefinitionWorld extends ReadingWorld {
  /** The variables of the process over those of `.env`. */
  readonly env: Environment
}

/** What the files besides desk.yaml say, and what they were read with. */
export interface Rest extends Pick<DeskDefinition, 'tables' | 'entities' | 'intents'> {
  /** The value of desk.yaml, each `${NAME}` as it stands. */
  readonly raw: unknown
  readonly reading: Reading
}

/**
 * The desk that the files describe, as far as they are sound; null without a desk.yaml to begin with. Each file is
 * checked also where another one has mistakes, so that all of them come to light at once.
 */
export function readDefinition(
  files: DeskFolder,
  world: DefinitionWorld,
  problems: Problem[],
): { readonly desk: DeskDefinition; readonly rest: Rest } | null {
  if (files.desk === null) return null
  const spot = new Spot(files.desk, problems)
  const input = readDeskYaml(spot, world.env)
  const names = toReading(files, input, spot, world)
  const tables = readTables({ documents: files.tables, problems }, names)
  const reading = withTables(names, tables)
  const entities = readEntities({ documents: files.entities, problems }, reading)
  const intents = readIntents({ documents: files.intents, problems }, reading)
  const rest = { raw: files.desk.raw, reading, tables, entities, intents }
  return input === null ? null : { desk: withRest(input, spot, rest), rest }
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
