import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Bytes of the checksum a file begins with. */
const checksumBytes = 32

/** The value kept in a file, or null when it is not there, broken or somebody else's. */
export async function readKept(path: string): Promise<unknown> {
  try {
    const file = await readFile(path)
    const content = file.subarray(checksumBytes)
    if (!checksumOf(content).equals(file.subarray(0, checksumBytes))) return null
    return deserialize(content)
  } catch {
    return null
  }
}

/** Keeps plain data: written beside and renamed, so that a file is whole or not there. */
export async function keep(value: unknown, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const content = serialize(value)
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}`)
  try {
    await writeFile(beside, Buffer.concat([checksumOf(content), content]))
    await rename(beside, path)
  } catch (thrown) {
    await rm(beside, { force: true })
    throw thrown
  }
}

function checksumOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}
