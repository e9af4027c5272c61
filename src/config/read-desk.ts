import { resolve } from 'node:path'
import { FrontdeskError } from '../errors.ts'
import type { DeskDefinition } from '../model/index.ts'
import { type Conversation, readConversations } from './conversation.ts'
import { checkLocale } from './definitions/check-locale.ts'
import { checkSecrets } from './definitions/check-secrets.ts'
import { toDesk } from './definitions/to-desk.ts'
import { readEntities } from './definitions/to-entity.ts'
import { readIntents } from './definitions/to-intent.ts'
import { readTables } from './definitions/to-table.ts'
import { type Environment, fillIn, withEnvFile } from './files/environment.ts'
import { type Places, placesIn } from './files/names.ts'
import { formatProblem, type Problem, sortProblems } from './files/problem.ts'
import { type DeskFolder, readFolder } from './files/read-folder.ts'
import { salvage } from './files/salvage.ts'
import { Spot } from './files/spot.ts'
import { type ParseTemplate, type ReadingWorld, toReading, withTables } from './reading.ts'
import { type DeskInput, deskSchema } from './schemas/desk-schema.ts'

/** What a desk is read with. */
export interface DeskWorld {
  /** The variables of the process; they win over `.env`. */
  readonly env: Environment
  readonly parseTemplate: ParseTemplate
}

/** What the files of a desk say: the desk, or everything that is wrong with them. */
export type DeskFiles =
  | {
      readonly kind: 'desk'
      readonly desk: DeskDefinition
      readonly conversations: readonly Conversation[]
      readonly places: Places
      /** What cannot be read of the conversations: no hindrance to a running desk. */
      readonly problems: readonly Problem[]
    }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/**
 * Reads a desk folder. All mistakes are found at once, over all files. Rejects with `config/folder-missing` when there
 * is no `desk.yaml`.
 */
export async function readDesk(folder: string, world: DeskWorld): Promise<DeskFiles> {
  const root = resolve(folder)
  const problems: Problem[] = []
  const files = await readFolder(root, problems)
  const desk = readDefinition(files, { ...world, folder: root }, problems)
  const spoken = readConversations(
    files.conversations,
    desk?.identities.map(({ name }) => name),
  )
  if (desk === null || problems.length > 0)
    return { kind: 'problems', problems: sortProblems([...problems, ...spoken.problems]) }
  return { kind: 'desk', desk, places: placesIn(files), ...spoken }
}

/** The error of a desk that has mistakes: the first of them in the message, all of them as its cause. */
export function invalidDesk(folder: string, problems: readonly Problem[]): FrontdeskError {
  const [first] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  const message = first === undefined ? 'The desk has mistakes.' : formatProblem(first) + more
  const cause = new Error(problems.map(formatProblem).join('\n'))
  return new FrontdeskError('config/invalid', message, { at: folder, cause })
}

/**
 * The desk that the files describe, as far as they are sound; null without a desk.yaml to begin with. Each file is
 * checked also where another one has mistakes, so that all of them come to light at once.
 */
function readDefinition(
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
function readDeskYaml(spot: Spot, env: Environment): DeskInput | null {
  const { raw } = spot.document
  checkSecrets(raw, spot)
  const input = salvage(deskSchema, spot, fillIn(raw, env, spot), fillers)
  if (input !== null) checkLocale(input, spot)
  return input
}
