import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { FrontdeskError } from '../../../errors.ts'
import { type AgentFile, isOfInterest, Measure } from './agent-file.ts'
import type { Note } from './agent.ts'
import { decode } from './decode.ts'

/** What an archive holds. */
export interface Opened {
  readonly files: readonly AgentFile[]
  readonly notes: readonly Note[]
}

/**
 * The JSON files of a zip, in memory: nothing is written anywhere. A name that leads out of the archive, an encrypted
 * or a broken file is noted and passed over. Rejects with `transfer/not-an-archive` and `transfer/too-large`.
 */
export async function readArchive(bytes: Uint8Array): Promise<Opened> {
  const zip = await open(bytes)
  const measure = new Measure()
  const files = new Map<string, AgentFile>()
  const notes: Note[] = []
  for await (const entry of entriesOf(zip)) {
    const path = pathOf(entry)
    if (path === null) {
      notes.push(leftOut(decode(nameOf(entry)).text, 'its name leads out of the archive'))
      continue
    }
    if (!isOfInterest(path)) continue
    measure.add(entry.uncompressedSize)
    const read = await contentOf(zip, entry)
    if (typeof read === 'string') notes.push(leftOut(path, read))
    else if (files.has(path))
      notes.push(leftOut(path, 'the archive holds another file of this name'))
    else files.set(path, { path, bytes: read })
  }
  return { files: [...files.values()], notes }
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  try {
    // Names are decoded here: the library refuses a whole archive for one that begins with a slash, as the console's do.
    return await fromBufferPromise(Buffer.from(bytes), { decodeStrings: false, lazyEntries: true })
  } catch (cause) {
    throw notAnArchive(cause)
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry()
  } catch (thrown) {
    throw thrown instanceof FrontdeskError ? thrown : notAnArchive(thrown)
  }
}

function notAnArchive(cause: unknown): FrontdeskError {
  return new FrontdeskError('transfer/not-an-archive', 'The file is no zip that can be read.', {
    cause,
  })
}

/** Without decoding, the library gives names as bytes, whatever its types say. */
function nameOf(entry: Entry): Uint8Array {
  return entry.fileName as unknown as Uint8Array
}

/** The path within the archive, a slash before it forgiven; null when it would lead elsewhere. */
function pathOf(entry: Entry): string | null {
  const path = decode(nameOf(entry)).text.replaceAll('\\', '/').replace(/^\/+/, '')
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  const isAbroad = parts.includes('..') || /^[A-Za-z]:/.test(path) || path.includes('\0')
  return isAbroad ? null : parts.join('/')
}

/** The bytes of an entry, or why there are none. */
async function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array | string> {
  if (entry.isEncrypted()) return 'it is encrypted'
  try {
    // The library stops as soon as there are more bytes than the list says.
    return await buffer(await zip.openReadStreamPromise(entry))
  } catch {
    return 'it is damaged and cannot be unpacked'
  }
}

function leftOut(path: string, why: string): Note {
  return { kind: 'left-out', about: path, what: `Not read: ${why}.` }
}
