import type { FileBelow } from '../../util/file-below.ts'
import { Upload } from './api.ts'
import { fileKinds } from './file-call.ts'
import type { Params } from './call.ts'

/** The desk's file at an address of its own, such as `/media/map.png`; null where there is none. */
export type OwnFile = (address: string) => Promise<FileBelow | null>

/** Bytes of a file at the most: Telegram takes 50 MB, a slow line not in the time a call has. */
const mostBytes = 20_000_000

/** A call with its files, each with the name by which it is known here; null for one that stands elsewhere. */
export interface Ready {
  readonly params: Params
  readonly files: readonly (Known | null)[]
}

interface Known {
  readonly kind: string
  readonly key: string
}

/**
 * The desk's own files on their way: with what is in them the first time, afterwards by the name Telegram has given them. What is
 * known is forgotten with the process, and with the next version of a file.
 */
export class OwnFiles {
  readonly #ownFile: OwnFile
  /** What Telegram calls a file, by its kind, address and version. */
  readonly #names = new Map<string, string>()

  constructor(ownFile: OwnFile) {
    this.#ownFile = ownFile
  }

  /** The parameters of a call as they are sent; null where a file is not there, or too large. */
  async ready(params: Params): Promise<Ready | null> {
    const { media } = params
    if (Array.isArray(media)) return this.#readyAlbum(params, media as readonly Params[])
    const kind = fileKinds.find((each) => params[each] !== undefined)
    if (kind === undefined) return { params, files: [] }
    const file = await this.#file(kind, params[kind])
    return file && { params: { ...params, [kind]: file.value }, files: [file.known] }
  }

  /** Keeps how Telegram calls what was sent. */
  keep({ files }: Ready, sent: unknown): void {
    const messages = (Array.isArray(sent) ? sent : [sent]) as readonly Params[]
    files.forEach((known, i) => {
      const name = known === null ? null : nameIn(messages[i]?.[known.kind])
      if (known !== null && name !== null) this.#names.set(known.key, name)
    })
  }

  async #readyAlbum(params: Params, media: readonly Params[]): Promise<Ready | null> {
    const each = media.map((one) => this.#file(String(one['type']), one['media']))
    const files = (await Promise.all(each)).filter((file) => file !== null)
    if (files.length < media.length) return null
    const ready = media.map((one, i) => ({ ...one, media: files[i]?.value }))
    return { params: { ...params, media: ready }, files: files.map(({ known }) => known) }
  }

  async #file(kind: string, address: unknown) {
    if (typeof address !== 'string' || !address.startsWith('/'))
      return { value: address, known: null }
    const file = await this.#ownFile(address)
    if (file === null || file.size > mostBytes) return null
    const key = `${kind} ${file.version} ${address}`
    const value = this.#names.get(key) ?? new Upload(await file.read(), file.name)
    return { value, known: { kind, key } }
  }
}

/** The `file_id` of what a message tells of its file; of a photo, which comes in several sizes, that of the largest. */
function nameIn(told: unknown): string | null {
  const file: unknown = Array.isArray(told) ? told.at(-1) : told
  const isNamed = typeof file === 'object' && file !== null && 'file_id' in file
  return isNamed ? String(file.file_id) : null
}
