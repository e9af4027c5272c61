import { timingSafeEqual } from 'node:crypto'
import type { ChannelAuth } from '../../model/index.ts'

/** Whether a call carries all the credentials. Takes the same time whichever of them is wrong, and wherever. */
export type Verify = (headers: Headers) => boolean

/** A check of the credentials in `desk.yaml`. */
export function verifier(auth: ChannelAuth): Verify {
  const checks = Object.entries(auth.headers).map(([name, value]) => {
    const isRight = equals(Buffer.from(value))
    return (headers: Headers) => isRight(bytesOf(headers.get(name)))
  })
  if (auth.basic !== null) {
    const isRight = equals(Buffer.from(`${auth.basic.username}:${auth.basic.password}`))
    checks.push((headers) => isRight(basicBytes(headers.get('authorization'))))
  }
  // Every check is made: stopping at the first failure would tell which one it was.
  return (headers) => checks.map((check) => check(headers)).every(Boolean)
}

/** All of the secret is compared whatever is given, so that the time tells neither its length nor where they differ. */
function equals(expected: Uint8Array): (given: Uint8Array) => boolean {
  return (given) => {
    const padded = new Uint8Array(expected.length)
    padded.set(given.subarray(0, expected.length))
    const isSame = timingSafeEqual(padded, expected)
    return isSame && given.length === expected.length
  }
}

/** The bytes of a header as they were sent: HTTP hands them over as Latin-1, whatever they mean. */
function bytesOf(header: string | null): Uint8Array {
  return Buffer.from(header ?? '', 'latin1')
}

function basicBytes(header: string | null): Uint8Array {
  const encoded = /^basic +([A-Za-z0-9+/=_-]*) *$/i.exec(header ?? '')?.[1] ?? ''
  return Buffer.from(encoded, 'base64')
}
