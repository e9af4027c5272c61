import { FrontdeskError } from '../errors.ts'

/** The largest body a call may have, in bytes, unless its channel takes more. */
export const largestBody = 256 * 1024

/**
 * The request with a body known to be small enough. One that tells its length is taken at its word, because the
 * server reads no more than that; any other is read here. Throws `channel/too-large`, or rejects with it.
 */
export function withSmallBody(
  request: Request,
  most: number = largestBody,
): Request | Promise<Request> {
  if (request.method === 'GET' || request.method === 'HEAD') return request
  const length = request.headers.get('content-length')
  if (length !== null && !request.headers.has('transfer-encoding')) {
    if (Number(length) <= most) return request
    throw tooLarge(most)
  }
  return withBodyRead(request, most)
}

async function withBodyRead(request: Request, most: number): Promise<Request> {
  const { url, method, headers } = request
  return new Request(url, { method, headers, body: await readAll(request, most) })
}

async function readAll(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function tooLarge(most: number): FrontdeskError {
  return new FrontdeskError('channel/too-large', `The body has more than ${most} bytes.`)
}
