import { createHmac, timingSafeEqual } from 'node:crypto'
import { FrontdeskError } from '../../errors.ts'

/**
 * The body of a call whose signature fits it, to the byte. Rejects with `channel/unauthorized`.
 *
 * @param secret the app's secret
 */
export async function signedBody(request: Request, secret: string): Promise<Buffer> {
  const body = Buffer.from(await request.arrayBuffer())
  const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  if (isSame(request.headers.get('x-hub-signature-256') ?? '', expected)) return body
  throw new FrontdeskError('channel/unauthorized', 'A call was not signed with the app secret.', {
    hint: 'Compare `appSecret` with the App secret under App settings, Basic, of the Meta app.',
  })
}

/**
 * Answers the platform's question whether this address is ours. Throws `channel/unauthorized`.
 *
 * @param word what was written into the platform's form
 */
export function handshake(url: string, word: string): Response {
  const asked = new URL(url).searchParams
  if (asked.get('hub.mode') !== 'subscribe' || !isSame(asked.get('hub.verify_token') ?? '', word))
    throw new FrontdeskError('channel/unauthorized', 'A call had not the verify token.', {
      hint: 'Write the same words as "Verify token" at Meta and as `verifyToken` in .env.',
    })
  return new Response(asked.get('hub.challenge') ?? '', {
    headers: { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' },
  })
}

/** Hashes are as long as each other: the time it takes tells nothing of what was given. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
