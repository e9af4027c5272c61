import { FrontdeskError } from '../errors.ts'

/**
 * The JSON body of a call, not yet checked. Rejects with `server/method`, `channel/wrong-type` or `channel/bad-body`.
 */
export async function readJson(request: Request): Promise<unknown> {
  if (request.method !== 'POST')
    throw new FrontdeskError('server/method', `This address takes POST, not ${request.method}.`)
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new FrontdeskError('channel/wrong-type', `The content type is "${type.slice(0, 100)}".`)
  return parseJson(await request.text())
}

/** What is written in JSON. Throws `channel/bad-body`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new FrontdeskError('channel/bad-body', 'The body is not JSON.', { cause })
  }
}
