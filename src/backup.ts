import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { FrontdeskError } from './errors.ts'
import { loadSqlite } from './util/load-sqlite.ts'
import { version } from './util/package-root.ts'

/** What a backup holds. */
export interface BackedUp {
  readonly files: number
  readonly bytes: number
}

/** The entry by which a backup is known. */
export const manifestName = 'backup.json'

/** Of what the desk remembers, what cannot be made again. */
const remembered = ['state.db', 'secret', 'addresses.jsonl']

/** Never part of a desk. */
const strangers = ['node_modules', '.git']

/** What every SQLite file begins with. */
const sqliteMark = 'SQLite format 3\0'

/**
 * Backs a desk up into a zip that only its owner may read: its files, secrets and all, what it remembers, and the SQLite
 * databases in its folder, each as it is at one moment, also while it is written. Rejects with `config/folder-missing`
 * and `backup/unwritable`.
 *
 * @param now milliseconds since 1970
 */
export async function backUp(folder: string, to: string, now: number): Promise<BackedUp> {
  const root = resolve(folder)
  const target = resolve(to)
  const making = await folderBeside(target)
  try {
    const paths = await filesOf(root)
    const zip = new ZipFile()
    zip.on('error', (cause) => (zip.outputStream as Readable).destroy(cause as Error))
    zip.addBuffer(manifest(now), manifestName, { mode: 0o100600 })
    for (const path of paths.filter((each) => resolve(root, each) !== target))
      await add(zip, path, join(root, path), making)
    zip.end()
    const beside = join(making, 'backup.zip')
    await pipeline(zip.outputStream, createWriteStream(beside, { mode: 0o600 }))
    const { size } = await stat(beside)
    await rename(beside, target)
    return { files: paths.length, bytes: size }
  } catch (thrown) {
    throw thrown instanceof FrontdeskError ? thrown : unwritable(target, thrown)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

/** A folder of a new name: one that somebody else made beforehand would be theirs. */
async function folderBeside(target: string): Promise<string> {
  try {
    await mkdir(dirname(target), { recursive: true })
    return await mkdtemp(`${target}.making-`)
  } catch (cause) {
    throw unwritable(target, cause)
  }
}

function unwritable(target: string, cause: unknown): FrontdeskError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new FrontdeskError('backup/unwritable', `${target} cannot be made: ${reason}`, { cause })
}

function manifest(now: number): Buffer {
  const content = { version: 1, frontdesk: version(), at: new Date(now).toISOString() }
  return Buffer.from(`${JSON.stringify(content)}\n`)
}

/** The files of a desk that belong into a backup, relative to its folder. */
async function filesOf(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  if (!entries.some(({ name, parentPath }) => name === 'desk.yaml' && parentPath === root))
    throw new FrontdeskError('config/folder-missing', `There is no desk in ${root}.`)
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => relative(root, join(parentPath, name)))
  const known = new Set(paths)
  return paths.filter((path) => isWanted(path) && !isBesideDatabase(path, known))
}

function isWanted(path: string): boolean {
  const [first = '', ...rest] = path.split(sep)
  if (first === '.frontdesk') return remembered.includes(rest.join('/'))
  return !strangers.some((name) => path.split(sep).includes(name))
}

/** What SQLite puts beside a database is in the copy of the database. */
function isBesideDatabase(path: string, known: ReadonlySet<string>): boolean {
  const database = /^(.*)-(?:wal|shm|journal)$/.exec(path)?.[1]
  return database !== undefined && known.has(database)
}

/** Adds a file as it is at this moment: what is only ever added to may grow before the zip is written. */
async function add(zip: ZipFile, path: string, file: string, making: string): Promise<void> {
  const name = path.split(sep).join('/')
  if (path.endsWith('.jsonl')) zip.addBuffer(await readFile(file), name, { mode: 0o100600 })
  else zip.addFile(await frozen(file, making), name)
}

/** A file that stays as it is: of a database a copy as of this moment, of others the file itself. */
async function frozen(file: string, making: string): Promise<string> {
  if (!(await isSqlite(file))) return file
  const copy = join(making, `${(await readdir(making)).length}.db`)
  const db = new (loadSqlite().DatabaseSync)(file, { readOnly: true })
  try {
    db.exec('pragma busy_timeout = 10000')
    db.prepare('vacuum into ?').run(copy)
  } finally {
    db.close()
  }
  return copy
}

async function isSqlite(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0)
    return bytesRead === 16 && buffer.toString('latin1') === sqliteMark
  } finally {
    await handle.close()
  }
}

/** Names a backup after its desk and its day, beside the desk. */
export function backupName(folder: string, now: number): string {
  const root = resolve(folder)
  const day = new Date(now).toISOString().slice(0, 16).replaceAll(/[:T]/g, '-')
  return join(dirname(root), `${root.slice(dirname(root).length + 1)}-${day}.zip`)
}
