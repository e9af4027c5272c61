import { extname } from 'node:path'
import { FrontdeskError } from '../errors.ts'
import { fileBelow } from '../util/file-below.ts'

/** The content types of what a desk serves; anything else is a download. */
const contentTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Serves the files of a folder by the path below it. Rejects with `server/not-found`. */
export type Files = (path: string, request: Request) => Promise<Response>

/** A desk's media: read when asked for, because its owner changes them; nothing outside the folder, nothing hidden. */
export function mediaFiles(folder: string): Files {
  return async (path, request) => {
    const file = await fileBelow(folder, path)
    if (file === null) throw notFound(path)
    const etag = `"${file.version}"`
    if (isUnchanged(request, etag)) return unchanged(etag)
    return respond(path, await file.read(), { etag, 'cache-control': 'max-age=300' })
  }
}

/** Nothing is at this path. */
export function notFound(path: string): FrontdeskError {
  return new FrontdeskError('server/not-found', `There is no file "${path.slice(0, 200)}".`)
}

/** Whether the caller has the file already, as far as its etag tells. */
export function isUnchanged(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match') ?? ''
  return known.split(',').some((one) => bare(one.trim()) === bare(etag))
}

function bare(etag: string): string {
  return etag.replace(/^W\//, '')
}

/** What such a caller is told. */
export function unchanged(etag: string): Response {
  return new Response(null, { status: 304, headers: { etag } })
}

/** A file, with the content type of its name. */
export function respond(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Response {
  const type = contentTypes[extname(path).toLowerCase()]
  const download = type === undefined ? { 'content-disposition': 'attachment' } : {}
  const contentType = type ?? 'application/octet-stream'
  return new Response(bytes, { headers: { 'content-type': contentType, ...headers, ...download } })
}
