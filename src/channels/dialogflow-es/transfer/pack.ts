import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { AgentFile } from './agent-file.ts'

/** Files as a zip; the same files are the same zip. */
export async function pack(files: readonly AgentFile[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const { path, bytes } of files)
    zip.addBuffer(Buffer.from(bytes), path, { mtime: beginning, mode: 0o100644 })
  zip.end()
  return buffer(zip.outputStream)
}

/** The first day a zip can tell. */
const beginning = new Date(1980, 0, 1)
