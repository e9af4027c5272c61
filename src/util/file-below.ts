import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'

/** A file that is there, read when it is asked for. */
export interface FileBelow {
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** Changes whenever the file is written: ASCII, without quotes. */
  readonly version: string
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>
}

/**
 * The file at a path below the folder; null where there is none. Nothing outside the folder, where links lead as well, and
 * nothing hidden.
 *
 * @param path with `/` between its parts
 */
export async function fileBelow(folder: string, path: string): Promise<FileBelow | null> {
  const parts = path.split('/')
  if (!parts.every((part) => /^[^.\\\0/:][^\\\0/:]*$/.test(part))) return null
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, ...parts))])
    const found = await stat(file)
    if (!file.startsWith(root + sep) || !found.isFile()) return null
    const { size, mtimeMs } = found
    const version = `${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}`
    return { name: basename(file), size, version, read: () => readFile(file) }
  } catch {
    return null
  }
}
