import { createHash, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { FrontdeskError } from '../errors.ts'
import type { Exposure, ExposureSettings, LocalDoor, Way } from '../model/index.ts'

/** A server of one's own, and what proves each to the other. */
export type SshSettings = Omit<Extract<ExposureSettings, { kind: 'ssh' }>, 'kind'>

/**
 * Milliseconds between two signs of life, and how many may stay away in a row: a connection that hangs is noticed
 * within five seconds.
 */
const signsOfLife = { keepaliveInterval: 1_500, keepaliveCountMax: 2 }

/** Milliseconds to wait for the server to take a connection. */
const readyTimeout = 8_000

/** The slice of `ssh2` in use. */
interface Ssh2 {
  readonly Client: new () => Client
}

interface Client {
  on(event: 'ready' | 'close', listener: () => void): Client
  on(event: 'error', listener: (error: ClientError) => void): Client
  on(event: 'tcp connection', listener: (_: unknown, accept: () => Duplex) => void): Client
  connect(settings: Readonly<Record<string, unknown>>): void
  forwardIn(host: string, port: number, done: (error: Error | undefined) => void): void
  end(): void
  destroy(): void
}

interface ClientError extends Error {
  /** Where it comes from: `client-authentication` where the server refused the key. */
  readonly level?: string
}

/**
 * A tunnel through a server of one's own, in this process: the server hands over what comes to a port on its own side.
 * The port is asked for on the server's loopback, so that only its proxy reaches it.
 *
 * @param load the library, where it is not the installed one
 */
export function ssh(
  settings: SshSettings,
  load: () => Promise<unknown> = () => import('ssh2'),
): Exposure {
  return {
    every: 15_000,
    async open(door, signal) {
      const { Client } = await loaded(load)
      const privateKey = await keyAt(settings)
      signal.throwIfAborted()
      const { passphrase } = settings
      const tunnel = new Tunnel(new Client(), settings, door)
      await tunnel.open({ privateKey, ...(passphrase === null ? {} : { passphrase }) }, signal)
      return tunnel
    },
  }
}

async function loaded(load: () => Promise<unknown>): Promise<Ssh2> {
  try {
    // CommonJS: all of it is the default, and some of it has names besides.
    const library = (await load()) as { readonly default?: Ssh2 } & Ssh2
    return library.default ?? library
  } catch (cause) {
    throw new FrontdeskError('exposure/not-installed', 'The tunnel needs the package ssh2.', {
      hint: 'Run `npm install ssh2`.',
      cause,
    })
  }
}

async function keyAt({ key }: SshSettings): Promise<Buffer> {
  try {
    return await readFile(key)
  } catch (cause) {
    throw new FrontdeskError('exposure/refused', `The key ${key} cannot be read.`, {
      hint: 'Make one with `ssh-keygen -t ed25519 -f …`, or name another under `exposure`.',
      cause,
    })
  }
}

class Tunnel implements Way {
  readonly url: string
  readonly lost: Promise<string>
  readonly #client: Client
  readonly #settings: SshSettings
  readonly #sockets = new Set<Socket>()
  #lose: (reason: string) => void = () => {}
  #shownKey: string | null = null

  constructor(client: Client, settings: SshSettings, door: LocalDoor) {
    this.url = settings.url
    this.lost = new Promise((resolve) => (this.#lose = resolve))
    this.#client = client
    this.#settings = settings
    client.on('tcp connection', (_, accept) => this.#pass(accept(), door))
    client.on('close', () => this.#lose(`${this.#place} closed the connection.`))
  }

  async open(proof: object, signal: AbortSignal): Promise<void> {
    const { host, port, user: username, remotePort } = this.#settings
    const giveUp = () => this.#client.destroy()
    signal.addEventListener('abort', giveUp)
    try {
      await new Promise<void>((resolve, reject) => {
        this.#client.on('ready', resolve)
        // Later ones end the connection, which is told as such.
        this.#client.on('error', (error) => reject(this.#explain(error)))
        this.#client.on('close', () => reject(this.#unreachable('It closed the connection.')))
        const hostVerifier = (shown: Buffer) => this.#isPinned(shown)
        const settings = { host, port, username, readyTimeout, ...signsOfLife, hostVerifier }
        this.#client.connect({ ...settings, ...proof })
      })
      await this.#ask(remotePort)
    } catch (thrown) {
      this.#client.destroy()
      throw thrown
    } finally {
      signal.removeEventListener('abort', giveUp)
    }
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#client.end()
    this.#client.destroy()
  }

  get #place(): string {
    return `${this.#settings.host}:${this.#settings.port}`
  }

  #ask(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#client.on('close', () => reject(this.#unreachable('It closed the connection.')))
      this.#client.forwardIn('127.0.0.1', port, (cause) => {
        if (cause === undefined) return resolve()
        // Until the server has noticed that a connection is gone, its port is taken.
        const message = `${this.#place} does not hand over its port ${port}.`
        reject(new FrontdeskError('exposure/port-refused', message, { cause }))
      })
    })
  }

  /** One connection from outside: what comes is passed on as it is, and an end on one side is the end of both. */
  #pass(outside: Duplex, door: LocalDoor): void {
    const inside = connect(door)
    this.#sockets.add(inside)
    const end = () => {
      this.#sockets.delete(inside)
      inside.destroy()
      outside.destroy()
    }
    outside.on('error', end).on('close', end)
    inside.on('error', end).on('close', end)
    outside.pipe(inside).pipe(outside)
  }

  #isPinned(shown: Buffer): boolean {
    const digest = createHash('sha256').update(shown).digest()
    this.#shownKey = `SHA256:${digest.toString('base64').replace(/=+$/, '')}`
    const pinned = Buffer.from(this.#settings.hostKey.replace(/^SHA256:/, ''), 'base64')
    return pinned.length === digest.length && timingSafeEqual(pinned, digest)
  }

  #explain(error: ClientError): FrontdeskError {
    const shown = this.#shownKey
    if (shown !== null && shown !== this.#settings.hostKey.replace(/=+$/, ''))
      return new FrontdeskError(
        'exposure/host-key',
        `${this.#place} showed the key ${shown}, which is not the one in desk.yaml.`,
      )
    if (error.level === 'client-authentication')
      return new FrontdeskError(
        'exposure/refused',
        `${this.#place} refused the key of ${this.#settings.user}.`,
        { hint: 'Add the public half of the key to ~/.ssh/authorized_keys there.', cause: error },
      )
    return this.#unreachable(error.message, error)
  }

  #unreachable(why: string, cause?: Error): FrontdeskError {
    return new FrontdeskError('exposure/unreachable', `${this.#place}: ${why}`, { cause })
  }
}
