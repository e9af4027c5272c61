import type { DeskDefinition } from '../model/index.ts'
import { readDeskYaml, type Rest, withRest } from './desk-yaml.ts'
import { readEntities } from './definitions/to-entity.ts'
import { readIntents } from './definitions/to-intent.ts'
import { readTables } from './definitions/to-table.ts'
import type { Environment } from './files/environment.ts'
import type { DeskFolder } from './files/parse-folder.ts'
import type { Problem } from './files/problem.ts'
import { Spot } from './files/spot.ts'
import { type ReadingWorld, toReading, withTables } from './reading.ts'

/** What definitions are read with. */
export interface DefinitionWorld extends ReadingWorld {
  /** The variables of the process over those of `.env`. */
  readonly env: Environment
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
