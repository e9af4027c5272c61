import { resolve } from 'node:path'
import type { DeskDefinition } from '../model/index.ts'
import { type Conversation, readConversations } from './conversation.ts'
import type { Rest } from './desk-yaml.ts'
import { type Environment, withEnvFile } from './files/environment.ts'
import { type FolderTexts, readTexts } from './files/folder-texts.ts'
import { type Places, placesIn } from './files/names.ts'
import { parseFolder } from './files/parse-folder.ts'
import { type Problem, sortProblems } from './files/problem.ts'
import { readDefinition } from './read-definition.ts'
import type { ParseSql, ParseTemplate } from './reading.ts'

/** What a desk is read with. */
export interface DeskWorld {
  /** The variables of the process; they win over `.env`. */
  readonly env: Environment
  readonly parseTemplate: ParseTemplate
  readonly parseSql: ParseSql
}

/** What is wrong with the files of a desk. */
export interface DeskProblems {
  readonly kind: 'problems'
  readonly problems: readonly Problem[]
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
  | DeskProblems

/**
 * Reads a desk folder. All mistakes are found at once, over all files. Rejects with `config/folder-missing` when there
 * is no `desk.yaml`.
 */
export async function readDesk(folder: string, world: DeskWorld): Promise<DeskFiles> {
  const root = resolve(folder)
  const problems: Problem[] = []
  const texts = await readTexts(root, problems)
  const read = readFiles(texts, { ...world, folder: root }, problems)
  if (read.kind === 'problems') return read
  const { rest: _, ...files } = read
  return files
}

/** Reads what stands in the files of the desk at the absolute path `folder`, mistakes added to those known already. */
export function readFiles(
  texts: FolderTexts,
  world: DeskWorld & { readonly folder: string },
  known: readonly Problem[],
): (Extract<DeskFiles, { kind: 'desk' }> & { readonly rest: Rest }) | DeskProblems {
  const problems = [...known]
  const files = parseFolder(texts, problems)
  const env = withEnvFile(world.env, texts.envFile)
  const read = readDefinition(files, { ...world, env }, problems)
  const identities = read?.desk.identities.map(({ name }) => name)
  const spoken = readConversations(texts.conversations, identities)
  if (read === null || problems.length > 0)
    return { kind: 'problems', problems: sortProblems([...problems, ...spoken.problems]) }
  return { kind: 'desk', ...read, places: placesIn(files), ...spoken }
}
