import type { DeskDefinition } from '../model/index.ts'
import type { Environment } from './environment.ts'
import { withEnvFile } from './environment.ts'
import type { Problem } from './problem.ts'
import { readDeskYaml } from './read-desk-yaml.ts'
import type { DeskFolder } from './read-folder.ts'
import { Spot } from './spot.ts'
import { toDesk } from './to-desk.ts'
import { readEntities } from './to-entity.ts'
import { readIntents } from './to-intent.ts'
import type { ReadingWorld } from './to-reading.ts'
import { toReading, withTables } from './to-reading.ts'
import { readTables } from './to-table.ts'

/**
 * The desk that the files describe, as far as they are sound; null without a desk.yaml to begin with. Each file is
 * checked also where another one has mistakes, so that all of them come to light at once.
 */
export function readDefinition(
  files: DeskFolder,
  world: ReadingWorld & { readonly env: Environment },
  problems: Problem[],
): DeskDefinition | null {
  if (files.desk === null) return null
  const spot = new Spot(files.desk, problems)
  const input = readDeskYaml(spot, withEnvFile(world.env, files.envFile))
  const names = toReading(files, input, spot, world)
  const tables = readTables({ documents: files.tables, problems }, names)
  const reading = withTables(names, tables)
  const entities = readEntities({ documents: files.entities, problems }, reading)
  const intents = readIntents({ documents: files.intents, problems }, reading)
  return input === null ? null : { ...toDesk(input, spot, reading), tables, entities, intents }
}
