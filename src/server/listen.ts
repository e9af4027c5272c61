import { once } from 'node:events'
import type { Server } from 'node:http'
import { createServer } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { FrontdeskError } from '../errors.ts'

/** Where a desk listens. */
export interface Address {
  readonly port: number
  /** `127.0.0.1` unless its owner says otherwise: nobody else's computer reaches it. */
  readonly host: string
}

/** A desk that listens. */
export interface Listening {
  /** Such as `http://127.0.0.1:8300`. */
  readonly url: string
  /** Stops taking calls; resolves when those under way are answered. What does not come to an end is cut off. */
  readonly close: () => Promise<void>
}

/** What answers calls: `app.fetch`. */
export type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

/** Milliseconds calls under way are given when the desk stops. */
const patience = 3_000

/** Milliseconds between two looks at which calls have been answered meanwhile. */
const tidyEvery = 20

/**
 * Milliseconds a caller has for its headers and for its whole request, and between two looks at who is late. Node's own
 * are so long that a few hundred callers who send a byte now and then hold on to everything.
 */
const callersTime = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
}

/** Begins to listen. Rejects with `cli/port-busy`. */
export function listen(
  fetch: Fetch,
  address: Address,
  serverOptions = callersTime,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, hostname: address.host, serverOptions }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(explain(cause, address)))
    server.listen(address.port, address.host, () =>
      resolve({ url: urlOf(server, address.host), close: () => close(server) }),
    )
  })
}

/** Rejects with `cli/port-busy` where nobody could listen: told before a desk is opened in vain. */
export async function failIfBusy({ port, host }: Address): Promise<void> {
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (cause) {
    throw explain(cause as NodeJS.ErrnoException, { port, host })
  } finally {
    server.close()
  }
}

function explain(cause: NodeJS.ErrnoException, { port, host }: Address): unknown {
  if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') return cause
  const message =
    cause.code === 'EACCES'
      ? `Port ${port} needs rights this user does not have.`
      : `Another program already listens on ${host}:${port}.`
  return new FrontdeskError('cli/port-busy', message, { cause })
}

function urlOf(server: Server, host: string): string {
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : ''
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), patience)
    // Node would keep a connection for further calls although its last one was answered after the server closed.
    const tidy = setInterval(() => server.closeIdleConnections(), tidyEvery)
    server.close(() => {
      clearTimeout(impatient)
      clearInterval(tidy)
      resolve()
    })
    server.closeIdleConnections()
  })
}
