import { createSign } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { FrontdeskError } from '../../errors.ts'

/** Who asks Google on the desk's behalf. */
export interface ServiceAccount {
  readonly project: string
  readonly email: string
  /** PEM. */
  readonly key: string
  readonly keyId: string
  /** Where a token is to be had. */
  readonly tokenUri: string
}

/** The file Google Cloud makes for a service account. */
const accountFile = z.object({
  type: z.literal('service_account'),
  project_id: z.string().min(1),
  client_email: z.string().min(1),
  private_key: z.string().min(1),
  private_key_id: z.string().default(''),
  token_uri: z.url(),
})

const tokenAnswer = z.object({ access_token: z.string().min(1) })

const scope = 'https://www.googleapis.com/auth/dialogflow'

/** Seconds a signed request for a token is good for. */
const lifetime = 600

/** Reads the file of a service account. Rejects with `channel/refused`. */
export async function readServiceAccount(path: string): Promise<ServiceAccount> {
  try {
    const file = accountFile.parse(JSON.parse(await readFile(path, 'utf8')))
    return {
      project: file.project_id,
      email: file.client_email,
      key: file.private_key,
      keyId: file.private_key_id,
      tokenUri: file.token_uri,
    }
  } catch {
    // What the reader says may quote the key.
    throw new FrontdeskError('channel/refused', `${path} is no file of a service account.`, {
      hint: 'Make a key for a service account in the Google Cloud console, as JSON, and name that file.',
    })
  }
}

interface Asking {
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly call: typeof fetch
  readonly signal: AbortSignal
}

/**
 * A token for one task, by the exchange of https://developers.google.com/identity/protocols/oauth2/service-account.
 * Rejects with `channel/refused`, or `channel/unreachable`.
 */
export async function tokenOf(account: ServiceAccount, asking: Asking): Promise<string> {
  const { tokenUri } = account
  const response = await asking
    .call(tokenUri, {
      method: 'POST',
      signal: asking.signal,
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: assertionOf(account, Math.floor(asking.clock() / 1_000)),
      }),
    })
    .catch(() => {
      throw new FrontdeskError('channel/unreachable', `${tokenUri} does not answer.`)
    })
  const answer = tokenAnswer.safeParse(await response.json().catch(() => null))
  if (response.ok && answer.success) return answer.data.access_token
  throw new FrontdeskError(
    'channel/refused',
    `Google refused the key of ${account.email}: ${response.status}`,
    { hint: 'The key may have been deleted, or the clock of this computer may be wrong.' },
  )
}

/** A JSON Web Token, signed with the account's key. */
function assertionOf({ email, key, keyId, tokenUri }: ServiceAccount, now: number): string {
  const header = { alg: 'RS256', typ: 'JWT', kid: keyId }
  const claims = { iss: email, scope, aud: tokenUri, iat: now, exp: now + lifetime }
  const signed = [header, claims].map(encoded).join('.')
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
