import { resolve } from 'node:path'
import {
  checkSources,
  type Conversation,
  invalidDesk,
  type Problem,
  readDesk,
  readDeskOnce,
} from './config/index.ts'
import { templateProblem } from './fulfilment/index.ts'
import { byNameOf, closeAll, fillExamples } from './mind.ts'
import type { DeskDefinition } from './model/index.ts'
import { openSource, sqlParameters } from './sources/index.ts'

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>

const parsers = { parseTemplate: templateProblem, parseSql: sqlParameters }

/**
 * What the files of a desk say, its databases left alone. Rejects with `config/invalid` and `config/folder-missing`.
 *
 * @param keptIn the folder where what was read of the same files before is found, and kept
 */
export async function definitionOf(
  folder: string,
  env: Environment = process.env,
  keptIn: string | null = null,
): Promise<DeskDefinition> {
  const reading = { env, ...parsers }
  const files = await (keptIn === null
    ? readDesk(folder, reading)
    : readDeskOnce(folder, reading, keptIn))
  if (files.kind === 'problems') throw invalidDesk(folder, files.problems)
  return files.desk
}

/** The conversations of a desk folder. Rejects with a `FrontdeskError` when the folder has mistakes. */
export async function readConversations(
  folder: string,
  env: Environment,
): Promise<readonly Conversation[]> {
  const files = await readDesk(resolve(folder), { env, ...parsers })
  if (files.kind === 'problems') throw invalidDesk(folder, files.problems)
  if (files.problems.length > 0) throw invalidDesk(folder, files.problems)
  return files.conversations
}

/**
 * Everything that is wrong with a desk folder: with its files, and unless `offline` with the names they take from
 * its databases. Rejects with `config/folder-missing` when it is none.
 */
export async function problemsIn(
  folder: string,
  options: { readonly env?: Environment; readonly offline?: boolean } = {},
): Promise<readonly Problem[]> {
  const env = options.env ?? process.env
  const files = await readDesk(folder, { env, ...parsers })
  if (files.kind === 'problems' || options.offline === true) return files.problems
  const { desk, places } = files
  const sources = byNameOf(desk.sources, openSource)
  try {
    await fillExamples(desk, sources, new Date())
    const tablesIn = async (name: string) => (await sources.get(name)?.tables()) ?? []
    return [...files.problems, ...(await checkSources(desk, places, tablesIn))]
  } finally {
    await closeAll(sources)
  }
}
