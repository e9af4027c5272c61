import { createWriteStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import * as z from 'zod'
import { manifestName } from './backup.ts'
import { FrontdeskError } from './errors.ts'
import { verifyState } from './state/index.ts'

/** What came out of a backup. */
export interface Restored {
  readonly files: number
  /** When it was made, ISO. */
  readonly at: string
}

const manifest = z.object({ version: z.literal(1), at: z.string() })

/**
 * Makes a desk out of a backup, in a folder that does not exist yet or is empty: whole or not at all. Rejects with
 * `config/folder-taken`, `backup/not-one` and `state/newer-schema`.
 */
export async function restore(file: string, folder: string): Promise<Restored> {
  const root = resolve(folder)
  const there = await readdir(root).catch(() => [])
  if (there.length > 0)
    throw new FrontdeskError('config/folder-taken', `The folder ${root} is not empty.`, {
      at: root,
    })
  await mkdir(dirname(root), { recursive: true })
  // A name of its own: a folder somebody else made beforehand would be theirs.
  const making = await mkdtemp(join(dirname(root), '.restoring-'))
  try {
    const restored = await unpack(resolve(file), making)
    verifyState(join(making, '.frontdesk'))
    await rmdir(root).catch(() => {})
    await rename(making, root)
    await chmod(root, 0o755)
    return restored
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

async function unpack(file: string, to: string): Promise<Restored> {
  const zip = await openPromise(file).catch((cause: unknown) => {
    throw notOne(`${file} cannot be read as a zip.`, cause)
  })
  let at: string | null = null
  let files = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === manifestName) at = await madeAt(zip, entry)
      else {
        await write(zip, entry, to)
        files++
      }
    }
  } catch (thrown) {
    throw thrown instanceof FrontdeskError ? thrown : notOne(`${file} is damaged.`, thrown)
  }
  if (at === null) throw notOne(`${file} holds no ${manifestName}.`)
  return { files, at }
}

async function madeAt(zip: ZipFile, entry: Entry): Promise<string> {
  const parsed = manifest.safeParse(
    JSON.parse((await buffer(await zip.openReadStreamPromise(entry))).toString('utf8')),
  )
  if (parsed.success) return parsed.data.at
  throw notOne('It was made by a newer Frontdesk.')
}

/** The library refuses names that lead out of the archive. */
async function write(zip: ZipFile, entry: Entry, to: string): Promise<void> {
  const target = join(to, entry.fileName)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const mode = (entry.externalFileAttributes >>> 16) & 0o700 || 0o600
  const content = await zip.openReadStreamPromise(entry)
  await pipeline(content, createWriteStream(target, { mode, flags: 'wx' }))
}

function notOne(message: string, cause?: unknown): FrontdeskError {
  return new FrontdeskError('backup/not-one', message, { cause })
}
