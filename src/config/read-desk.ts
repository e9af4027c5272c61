import { resolve } from 'node:path'
import { FrontdeskError } from '../errors.ts'
import type { DeskDefinition } from '../model/index.ts'
import type { Conversation } from './conversation.ts'
import { readConversations } from './conversation.ts'
import type { Environment } from './environment.ts'
import type { Places } from './names.ts'
import { placesIn } from './names.ts'
import type { Problem } from './problem.ts'
import { formatProblem, sortProblems } from './problem.ts'
import { readDefinition } from './read-definition.ts'
import { readFolder } from './read-folder.ts'
import type { ParseTemplate } from './reading.ts'

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
