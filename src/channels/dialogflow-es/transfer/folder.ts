import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { FrontdeskError } from '../../../errors.ts'
import { type AgentFile, isOfInterest, Measure } from './agent-file.ts'
import { type Opened, readArchive } from './archive.ts'
import type { Note } from './agent.ts'

/**
 * The JSON files of an agent's zip, or of the folder it was unpacked to. Rejects with `transfer/not-there`,
 * `transfer/not-an-archive` and `transfer/too-large`.
 */
export async function readAgentFiles(path: string): Promise<Opened> {
  const there = await stat(path).catch(() => null)
  if (there === null)
    throw new FrontdeskError('transfer/not-there', `There is nothing at ${path}.`, { at: path })
  if (there.isDirectory()) return readFolder(path)
  new Measure().add(there.size)
  return readArchive(await readFile(path))
}

/** The JSON files below a folder; none where there is no folder. Rejects with `transfer/too-large`. */
export async function readFolder(root: string): Promise<Opened> {
  const paths = (await pathsBelow(root, root, 0)).toSorted()
  const measure = new Measure()
  const files: AgentFile[] = []
  const notes: Note[] = []
  for (const path of paths) {
    try {
      const { size } = await stat(join(root, path))
      measure.add(size)
      files.push({ path, bytes: await readFile(join(root, path)) })
    } catch (thrown) {
      if (thrown instanceof FrontdeskError) throw thrown
      notes.push({ kind: 'left-out', about: path, what: 'Not read: the file cannot be opened.' })
    }
  }
  return { files, notes }
}

/** Deeper than this no agent lies in a repository. */
const deepest = 8

async function pathsBelow(root: string, folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found: string[] = []
  for (const entry of entries) {
    const full = join(folder, entry.name)
    const path = relative(root, full).split(sep).join('/')
    if (entry.isDirectory() && depth < deepest && isOfInterest(`${path}/x.json`))
      found.push(...(await pathsBelow(root, full, depth + 1)))
    // A link may lead anywhere, so only files that lie here are read.
    else if (entry.isFile() && isOfInterest(path)) found.push(path)
  }
  return found
}
