import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FrontdeskError } from '../../errors.ts'
import { closest } from '../../util/closest.ts'
import type { Problem } from './problem.ts'

/** The folders of a desk whose files are read, each file holding one thing or several. */
const folders = ['intents', 'tables', 'entities', 'conversations'] as const

/** The text of one file, by its path relative to the desk folder. */
export interface TextFile {
  readonly file: string
  readonly text: string
}

/** What stands in the files of a desk. */
export interface FolderTexts {
  readonly desk: TextFile
  readonly intents: readonly TextFile[]
  readonly tables: readonly TextFile[]
  readonly entities: readonly TextFile[]
  readonly conversations: readonly TextFile[]
  /** The text of `.env`, empty when there is none. */
  readonly envFile: string
}

/** Reads the files of a desk. Rejects with `config/folder-missing` when there is no `desk.yaml`. */
export async function readTexts(folder: string, problems: Problem[]): Promise<FolderTexts> {
  const [desk, envFile, entries, intents, tables, entities, conversations] = await Promise.all([
    readText({ folder, problems }, 'desk.yaml'),
    readText({ folder, problems }, '.env'),
    readdir(folder, { withFileTypes: true }).catch(() => []),
    readAll({ folder, problems }, 'intents', /\.ya?ml$/i),
    readAll({ folder, problems }, 'tables', /\.ya?ml$/i),
    readAll({ folder, problems }, 'entities', /\.ya?ml$/i),
    readAll({ folder, problems }, 'conversations', /\.md$/i),
  ])
  if (desk === null)
    throw new FrontdeskError('config/folder-missing', `There is no desk.yaml in ${folder}.`, {
      at: folder,
    })
  for (const entry of entries) if (entry.isDirectory()) checkFolderName(entry.name, problems)
  return { desk, intents, tables, entities, conversations, envFile: envFile?.text ?? '' }
}

/** Where files are read, and where it is told that one cannot be. */
interface Place {
  readonly folder: string
  readonly problems: Problem[]
}

async function readAll(
  place: Place,
  below: (typeof folders)[number],
  names: RegExp,
): Promise<readonly TextFile[]> {
  const entries = await readdir(join(place.folder, below)).catch(() => [])
  const files = entries.filter((name) => names.test(name) && !name.startsWith('.')).toSorted()
  const texts = await Promise.all(files.map((name) => readText(place, `${below}/${name}`)))
  return texts.filter((text) => text !== null)
}

/** The text of a file, or null when it is not there; one that is there and cannot be read is a problem. */
async function readText({ folder, problems }: Place, file: string): Promise<TextFile | null> {
  try {
    return { file, text: await readFile(join(folder, file), 'utf8') }
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'ENOTDIR') problems.push(unreadable(file, code ?? ''))
    return null
  }
}

function unreadable(file: string, code: string): Problem {
  return {
    code: 'missing',
    file,
    line: 1,
    column: 1,
    message: `The file cannot be read (${code}).`,
    hint: 'Let the user the desk runs as read it.',
  }
}

/** A folder that was meant to be one of those that are read. */
function checkFolderName(name: string, problems: Problem[]): void {
  if (name.startsWith('.') || folders.some((folder) => folder === name)) return
  const meant = closest(name, folders)
  if (meant === null) return
  problems.push({
    code: 'unknown-name',
    file: `${name}/`,
    line: 1,
    column: 1,
    message: `Nothing reads the folder \`${name}\`.`,
    hint: `Did you mean \`${meant}\`?`,
    allowed: folders,
  })
}
