import { FrontdeskError } from '../../../errors.ts'
import type { AgentFile } from './agent-file.ts'

/**
 * The files of the one agent among these, by their path from the agent's own folder: repositories and zips made by
 * hand have it in some folder. Throws `transfer/no-agent` when there is none, or more than one.
 */
export function agentWithin(files: readonly AgentFile[]): readonly AgentFile[] {
  const roots = rootsIn(files)
  const depth = Math.min(...roots.map(depthOf))
  const [root, another] = roots.filter((one) => depthOf(one) === depth)
  if (root === undefined)
    throw new FrontdeskError('transfer/no-agent', 'There is no agent: no agent.json, no intents/.')
  if (another !== undefined)
    throw new FrontdeskError('transfer/no-agent', 'There is more than one agent.', {
      hint: `Name one of the folders: ${roots.slice(0, 5).join(', ')}.`,
    })
  return files
    .filter(({ path }) => path.startsWith(root))
    .map((file) => ({ ...file, path: file.path.slice(root.length) }))
}

/** Folders, with a slash at the end, that hold intents or an `agent.json`. A folder of intents may hold a stray one. */
function rootsIn(files: readonly AgentFile[]): readonly string[] {
  const roots = files.flatMap(({ path }) => {
    const [, root] = /^(|.*\/)(?:intents|entities)\/[^/]+$/i.exec(path) ?? []
    return root ?? /^(|.*\/)agent\.json$/i.exec(path)?.[1] ?? []
  })
  return [...new Set(roots)].filter((root) => !/(^|\/)(intents|entities)\/$/i.test(root)).toSorted()
}

function depthOf(root: string): number {
  return root.split('/').length
}
