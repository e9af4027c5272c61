import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { FrontdeskError } from '../errors.ts'
import type { Exposure, LocalDoor, Way } from '../model/index.ts'

/** The program, and the tunnel of one's own account; null for a quick one. */
export interface CloudflaredSettings {
  readonly program: string
  readonly tunnel: { readonly url: string; readonly token: string } | null
}

type Child = ChildProcessByStdio<null, null, Readable>

/** Milliseconds the program has to say that a tunnel stands. */
const patience = 30_000

/** Characters of its words that are kept: enough to tell why it ended. */
const mostWords = 4_000

/**
 * A tunnel of Cloudflare, kept by the installed program. A quick one needs no account; its address is in a box the
 * program draws into its log, and lasts as long as the program runs.
 */
export function cloudflared(settings: CloudflaredSettings): Exposure {
  return {
    every: 15_000,
    async open(door, signal) {
      const child = start(settings, door)
      const stop = () => void end(child)
      signal.addEventListener('abort', stop)
      try {
        const url = await established(child, settings)
        return wayOf(child, url)
      } catch (thrown) {
        await end(child)
        throw thrown
      } finally {
        signal.removeEventListener('abort', stop)
      }
    },
  }
}

/** The token goes by the environment: what stands on a command line is seen by every user of the machine. */
function start({ program, tunnel }: CloudflaredSettings, { host, port }: LocalDoor): Child {
  const args =
    tunnel === null
      ? ['tunnel', '--no-autoupdate', '--url', `http://${host}:${port}`]
      : ['tunnel', '--no-autoupdate', 'run']
  const env = tunnel === null ? process.env : { ...process.env, TUNNEL_TOKEN: tunnel.token }
  return spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** The address, once the program has both told it and connected. Rejects with what it said when it ends first. */
function established(child: Child, { program, tunnel }: CloudflaredSettings): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (code: 'exposure/unreachable' | 'exposure/not-installed', message: string) => {
      clearTimeout(timer)
      reject(new FrontdeskError(code, message))
    }
    const timer = setTimeout(
      () => fail('exposure/unreachable', `${program} has no tunnel after ${patience / 1_000} s.`),
      patience,
    )
    child.on('error', () => fail('exposure/not-installed', `${program} cannot be started.`))
    child.on('close', () => fail('exposure/unreachable', `${program} ended: ${lastOf(said)}`))
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-mostWords)
      const url = tunnel?.url ?? quickUrlIn(said)
      if (url === undefined || !hasConnected(said)) return
      clearTimeout(timer)
      resolve(url)
    })
  })
}

/** In the box; its own API has an address of the same domain, which stands in complaints. */
function quickUrlIn(said: string): string | undefined {
  return /\|\s+(https:\/\/[a-z0-9-]+\.trycloudflare\.com)\s+\|/.exec(said)?.[1]
}

/** "Registered tunnel connection connIndex=0", and in versions before 2022.8 "Connection … registered". */
function hasConnected(said: string): boolean {
  return /Registered tunnel connection|Connection [\w-]+ registered/.test(said)
}

function lastOf(said: string): string {
  const lines = said.trim().split('\n')
  return lines.at(-1)?.replace(/^\S+Z (INF|WRN|ERR) /, '') ?? ''
}

function wayOf(child: Child, url: string): Way {
  const lost = new Promise<string>((resolve) => {
    const tell = () => resolve('cloudflared ended.')
    if (hasEnded(child)) tell()
    child.once('close', tell)
  })
  return { url, lost, close: () => end(child) }
}

function hasEnded({ exitCode, signalCode, pid }: Child): boolean {
  return exitCode !== null || signalCode !== null || pid === undefined
}

/** It closes its tunnel when it is asked to end; one that does not within two seconds is ended. */
async function end(child: Child): Promise<void> {
  if (hasEnded(child)) return
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 2_000)
  await ended
  clearTimeout(timer)
}
