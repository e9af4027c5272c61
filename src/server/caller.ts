import type { Caller } from '../model/index.ts'
import { networkOf } from './network-of.ts'

/** The slice of Node's socket that tells where a call came from. */
export interface CallEnvironment {
  /** Set at a door that the world comes through: whatever a call says, it was not made on this computer. */
  readonly outside?: true
  readonly incoming?: {
    readonly httpVersion: string
    readonly socket: { readonly remoteAddress?: string | undefined }
  }
}

const passedOn = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'] as const

/**
 * Who calls. A proxy or tunnel on this computer makes every call look local, so what one passed on counts as coming
 * from the last address it names, and a call is local only under a local host name: a page that points its own name
 * at 127.0.0.1 is not. Nor is a call in HTTP/1.0: no browser speaks it, and nginx does where its owner set no header at all.
 */
export function callerOf(request: Request, environment: CallEnvironment | undefined): Caller {
  const socket = environment?.incoming?.socket.remoteAddress ?? 'unknown'
  return new CallerOf(request, environment, socket)
}

/** Finds out who calls when it is asked for: a platform's call is told by its credentials. */
class CallerOf implements Caller {
  readonly #request: Request
  readonly #environment: CallEnvironment | undefined
  readonly #socket: string

  constructor(request: Request, environment: CallEnvironment | undefined, socket: string) {
    this.#request = request
    this.#environment = environment
    this.#socket = socket
  }

  get address(): string {
    const near = isLoopback(this.#socket)
    const forwarded = (near ? this.#request.headers.get('x-forwarded-for') : null) ?? ''
    const last = forwarded.slice(forwarded.lastIndexOf(',') + 1).trim()
    return networkOf(last === '' ? this.#socket : last.slice(0, 64))
  }

  get local(): boolean {
    const isNear = isLoopback(this.#socket) && isLocalName(this.#request)
    const isOutside = this.#environment?.outside === true
    return isNear && !isOutside && !isPassedOn(this.#request, this.#environment)
  }
}

function isPassedOn(request: Request, environment: CallEnvironment | undefined): boolean {
  const isOld = environment?.incoming?.httpVersion === '1.0'
  return isOld || passedOn.some((name) => request.headers.has(name))
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}

function isLocalName(request: Request): boolean {
  return /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?\//.test(request.url)
}
