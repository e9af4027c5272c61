import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Files, isUnchanged, notFound, respond, unchanged } from './files.ts'

/** What the page's files say of the desk. */
export interface PageDesk {
  /** The name of the web channel the page talks to. */
  readonly channel: string
  readonly name: string
  /** `#rrggbb`. */
  readonly color: string
  readonly languages: readonly string[]
  /** The address at which the desk is shown on phones; null where it is not. */
  readonly phones: string | null
}

/** A file of the page, ready to be sent. */
interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Weak, because it stands for the bytes packed and unpacked alike. */
  readonly etag: string
  /** The bytes packed by gzip; null where that would not make them smaller. */
  readonly packed: Uint8Array<ArrayBuffer> | null
}

/**
 * The page's own files, a few of them: read once, packed once and kept in memory, apart from source maps, which only
 * developers' tools ask for and which are larger than the rest. Names with a hash in them never change.
 *
 * @param desk what is written into them, at this moment
 */
export async function pageFiles(folder: string, desk: () => PageDesk): Promise<Files> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const read = names.map(async (name) => {
    const path = urlPath(folder, name)
    const map = () => readFile(name).then(unpacked)
    return [path, name.endsWith('.map') ? map : toFile(await readFile(name))] as const
  })
  const files = new Map(await Promise.all(read))
  const write = writer()
  return async (path, request) => {
    const found = files.get(path)
    if (found === undefined) throw notFound(path)
    const file = typeof found === 'function' ? await found() : found
    return send(path, write(path, file, desk()), request)
  }
}

function urlPath(folder: string, file: string): string {
  return file.slice(folder.length).split(sep).filter(Boolean).join('/')
}

function toFile(bytes: Uint8Array<ArrayBuffer>): PageFile {
  const packed = new Uint8Array(gzipSync(bytes))
  return { ...unpacked(bytes), packed: packed.length < bytes.length ? packed : null }
}

function unpacked(bytes: Uint8Array<ArrayBuffer>): PageFile {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  return { bytes, etag: `W/"${hash}"`, packed: null }
}

type Write = (text: string) => string

/** Files that say something of the desk. */
const writers: Readonly<Record<string, (desk: PageDesk) => Write>> = {
  'index.html':
    ({ channel, phones }) =>
    (html) =>
      withMeta(
        withMeta(html, 'channel', `/channels/${encodeURIComponent(channel)}`),
        'phones',
        phones ?? '',
      ),
  // The script asks for nothing before it is needed, so it is told what its button says and looks like.
  'widget.js':
    ({ name, color, languages }) =>
    (script) =>
      script.replace('FRONTDESK_DESK', () => JSON.stringify({ name, color, languages })),
}

/** The HTML with an address in one of its `frontdesk-…` meta elements. */
function withMeta(html: string, name: string, address: string): string {
  const meta = new RegExp(`(<meta name="frontdesk-${name}" content=")[^"]*`)
  return html.replace(meta, (_, start: string) => start + address)
}

/** Writes what files say of the desk into them, and packs them anew only when that has changed. */
function writer(): (path: string, file: PageFile, desk: PageDesk) => PageFile {
  const last = new Map<string, { readonly text: string; readonly file: PageFile }>()
  return (path, file, desk) => {
    const write = writers[path]?.(desk)
    if (write === undefined) return file
    const text = write(Buffer.from(file.bytes).toString('utf8'))
    const known = last.get(path)
    if (known?.text === text) return known.file
    const made = toFile(new TextEncoder().encode(text))
    last.set(path, { text, file: made })
    return made
  }
}

function send(path: string, { bytes, etag, packed }: PageFile, request: Request): Response {
  if (isUnchanged(request, etag)) return unchanged(etag)
  const headers = { etag, 'cache-control': cacheOf(path), vary: 'accept-encoding' }
  if (packed === null || !takesGzip(request)) return respond(path, bytes, headers)
  return respond(path, packed, { ...headers, 'content-encoding': 'gzip' })
}

/** How long browsers keep a file. Other sites load the widget's script with each of their pages: these must not wait. */
function cacheOf(path: string): string {
  if (path === 'widget.js') return 'public, max-age=300, stale-while-revalidate=604800'
  return /-[A-Z0-9]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

function takesGzip(request: Request): boolean {
  const accepted = request.headers.get('accept-encoding') ?? ''
  return accepted.split(',').some((one) => /^\s*gzip\s*(;\s*q=(1|0?\.\d*[1-9]).*)?$/.test(one))
}
