/**
 * The files of a desk as they were written: read (`read-folder`), parsed (`yaml-document`), with the environment filled
 * in (`environment`) and what is mistaken left out (`salvage`). A `Spot` is a place in a file; every mistake is reported
 * at one. The rest of `config` imports from here; this folder imports nothing of it.
 *
 * @module
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FrontdeskError } from '../../errors.ts'
import { closest } from '../../util/closest.ts'
import type { Problem } from './problem.ts'
import type { YamlDocument } from './yaml-document.ts'
import { readYaml } from './yaml-document.ts'

/** The folders of a desk whose files are read, each file holding one thing or several. */
const folders = ['intents', 'tables', 'entities', 'conversations'] as const

/** The text of one file, by its path relative to the desk folder. */
export interface TextFile {
  readonly file: string
  readonly text: string
}

/** What a desk folder holds, not yet checked. */
export interface DeskFolder {
  readonly desk: YamlDocument | null
  readonly intents: readonly YamlDocument[]
  readonly tables: readonly YamlDocument[]
  readonly entities: readonly YamlDocument[]
  readonly conversations: readonly TextFile[]
  /** The text of `.env`, empty when there is none. */
  readonly envFile: string
}

/** Reads the files of a desk. Rejects with `config/folder-missing` when there is no `desk.yaml`. */
export async function readFolder(folder: string, problems: Problem[]): Promise<DeskFolder> {
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
  const before = problems.length
  const [first = null, second] = parse([desk], problems)
  if (first === null && problems.length === before) problems.push(emptyDesk)
  if (second !== undefined) problems.push(oneDeskOnly(second))
  return {
    desk: first,
    intents: parse(intents, problems),
    tables: parse(tables, problems),
    entities: parse(entities, problems),
    conversations,
    envFile: envFile?.text ?? '',
  }
}

function parse(files: readonly TextFile[], problems: Problem[]): readonly YamlDocument[] {
  return files.flatMap(({ file, text }) => {
    const read = readYaml(file, text)
    problems.push(...read.problems)
    return read.documents
  })
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

const emptyDesk: Problem = {
  code: 'missing',
  file: 'desk.yaml',
  line: 1,
  column: 1,
  message: 'The file is empty.',
  hint: 'Begin with `name`, `timezone`, `currency` and `country`.',
}

function oneDeskOnly(second: YamlDocument): Problem {
  return {
    code: 'not-allowed',
    file: second.file,
    ...second.at([], 'value'),
    message: 'desk.yaml holds one document.',
    hint: 'Take out the `---`.',
  }
}
