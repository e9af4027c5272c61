import { randomBytes, timingSafeEqual } from 'node:crypto'
import { within } from './within.ts'

/** Where a desk proves who it is, before a nonce. */
const proofPath = '/.well-known/frontdesk/'

/** Milliseconds an answer may take. */
const patience = 5_000

/**
 * Looks from outside whether an address leads to the desk that proves itself so: null when it does, else what is wrong,
 * to come after the address: "answers 502". Never rejects.
 *
 * @param prove what the desk answers to a nonce
 */
export async function lookAt(
  url: string,
  prove: (nonce: string) => string,
  signal: AbortSignal,
  call: typeof fetch = fetch,
): Promise<string | null> {
  const nonce = randomBytes(18).toString('base64url')
  try {
    const { status, given } = await within(patience, signal, async (limit) => {
      const response = await call(url + proofPath + nonce, { redirect: 'manual', signal: limit })
      return { status: response.status, given: (await response.text()).slice(0, 200) }
    })
    if (status !== 200) return `answers ${status}`
    return isSame(given, prove(nonce)) ? null : 'answers, but is not this desk'
  } catch (thrown) {
    return `does not answer (${reasonOf(thrown)})`
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The code of what lies at the bottom of it: ECONNREFUSED, ENOTFOUND, CERT_HAS_EXPIRED. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  if (thrown.name === 'AbortError') return 'too slow'
  if (thrown.cause !== undefined) return reasonOf(thrown.cause)
  return (thrown as NodeJS.ErrnoException).code ?? thrown.message
}
