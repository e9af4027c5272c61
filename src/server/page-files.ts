import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Files, isUnchanged, notFound, respond, unchanged } from './files.ts'

/** A file of the page, ready to be sent. */
interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Weak, because it stands for the bytes packed and unpacked alike. */
  readonly etag: string
  /** The bytes packed by gzip; null where that would not make them smaller. */
  readonly packed: Uint8Array<ArrayBuffer> | null
}

/** What the page's HTML tells its script, by the name of a `frontdesk-…` meta element. */
export type PageMetas = Readonly<Record<string, string>>

/**
 * The page's own files, a few of them: read once, packed once and kept in memory, apart from source maps, which only
 * developers' tools ask for and which are larger than the rest. Names with a hash in them never change.
 *
 * @param metas what its HTML tells in the place of what is written there, at this moment
 */
export async function pageFiles(
  folder: string,
  metas: () => PageMetas = () => ({}),
): Promise<Files> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const read = names.map(async (name) => {
    const file = () => readFile(name).then(toFile)
    return [urlPath(folder, name), name.endsWith('.map') ? file : await file()] as const
  })
  const files = new Map(await Promise.all(read))
  return async (path, request) => {
    const found = files.get(path)
    if (found === undefined) throw notFound(path)
    const file = typeof found === 'function' ? await found() : found
    return send(path, path === 'index.html' ? telling(metas(), file) : file, request)
  }
}

function urlPath(folder: string, file: string): string {
  return file.slice(folder.length).split(sep).filter(Boolean).join('/')
}

function toFile(bytes: Uint8Array<ArrayBuffer>): PageFile {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const packed = new Uint8Array(gzipSync(bytes))
  return { bytes, etag: `W/"${hash}"`, packed: packed.length < bytes.length ? packed : null }
}

/** The page's HTML with these contents in its meta elements. Contents are addresses: they have no quotes. */
function telling(metas: PageMetas, file: PageFile): PageFile {
  const html = Buffer.from(file.bytes).toString('utf8')
  const told = Object.entries(metas).reduce((text, [name, content]) => {
    const meta = new RegExp(`(<meta name="frontdesk-${name}" content=")[^"]*`)
    return text.replace(meta, (_, start: string) => start + content)
  }, html)
  return told === html ? file : toFile(new TextEncoder().encode(told))
}

function send(path: string, { bytes, etag, packed }: PageFile, request: Request): Response {
  if (isUnchanged(request, etag)) return unchanged(etag)
  const isForEver = /-[A-Z0-9]{8}\.\w+$/.test(path)
  const cache = isForEver ? 'public, max-age=31536000, immutable' : 'no-cache'
  const headers = { etag, 'cache-control': cache, vary: 'accept-encoding' }
  if (packed === null || !takesGzip(request)) return respond(path, bytes, headers)
  return respond(path, packed, { ...headers, 'content-encoding': 'gzip' })
}

function takesGzip(request: Request): boolean {
  const accepted = request.headers.get('accept-encoding') ?? ''
  return accepted.split(',').some((one) => /^\s*gzip\s*(;\s*q=(1|0?\.\d*[1-9]).*)?$/.test(one))
}
