import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { run } from '../servers/command.mjs'
import { freePort } from '../servers/private-server.mjs'
import { root } from './pages.ts'

/** What a page's commands are given besides a folder. */
export interface World {
  /** Words of the page and what they are here: `localhost:3306` → where the test's server listens. */
  readonly here?: Readonly<Record<string, string>>
  /** More programs, as shell scripts by name. */
  readonly programs?: Readonly<Record<string, string>>
}

/** What makes one terminal of many commands: each begins in the folder and with the variables the last one left. */
const terminal = `
exec 2>&1
cd "$(cat "$TERMINAL/folder")"
. "$TERMINAL/variables"
trap 'code=$?; pwd > "$TERMINAL/folder"; export -p > "$TERMINAL/variables"; exit $code' EXIT
set -eo pipefail
`

/** The address pages give a desk that is served. */
const servedAt = '127.0.0.1:8300'

/**
 * A folder that looks like a clone, with `frontdesk` in the path, in which a page's commands run one after another as
 * if typed into one terminal. Call `close` in any case.
 */
export class Playground {
  readonly #home = fs.mkdtempSync(join(tmpdir(), 'frontdesk-page-'))
  readonly #folder = join(this.#home, 'frontdesk')
  readonly #here: Map<string, string>
  readonly #servers: ChildProcess[] = []

  constructor({ here = {}, programs = {} }: World = {}) {
    this.#here = new Map(Object.entries(here))
    makeClone(this.#folder)
    const frontdesk = `exec '${process.execPath}' '${join(root, 'bin/frontdesk.mjs')}' "$@"`
    for (const [name, script] of Object.entries({ frontdesk, ...programs }))
      writeAt(join(this.#home, 'bin', name), `#!/bin/sh\n${script}\n`, 0o755)
    writeAt(join(this.#home, 'folder'), this.#folder)
    writeAt(join(this.#home, 'variables'), '')
  }

  /** A text of the page as it has to read here. */
  here(text: string): string {
    return [...this.#here].reduce((all, [theirs, ours]) => all.replaceAll(theirs, ours), text)
  }

  /** Writes a file below the folder. */
  write(path: string, text: string): void {
    writeAt(join(this.#folder, path), this.here(text))
  }

  /** The text of a file below the folder. */
  read(path: string): string {
    return fs.readFileSync(join(this.#folder, path), 'utf8')
  }

  /** Runs commands to their end; folder and variables stay for the next ones. */
  async type(commands: string): Promise<{ code: number; output: string }> {
    return run('bash', ['-c', terminal + this.here(commands)], { env: this.#env() })
  }

  /** Starts a command that serves a desk, on a port of its own; resolves with what it said when the desk can answer. */
  async serve(command: string): Promise<string> {
    const port = await freePort()
    this.#here.set(servedAt, `127.0.0.1:${port}`)
    const withPort = `${command.trim()} ${command.startsWith('npm') ? '-- ' : ''}--port ${port}`
    const server = spawn('bash', ['-c', terminal + this.here(withPort)], {
      env: this.#env(),
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#servers.push(server)
    const isPublic = command.includes('--public')
    const said = await untilSaid(server, isPublic ? / calls; .*\n/ : / is at http\S+ .*\n/)
    await untilReady(`http://127.0.0.1:${port}/readyz`)
    return said
  }

  /** Says these lines to the served desk in one conversation; rejects when one of them is not answered. */
  async ask(lines: readonly string[]): Promise<void> {
    let conversation: string | undefined
    for (const text of lines) {
      const said = await this.#post({
        text,
        ...(conversation === undefined ? {} : { conversation }),
      })
      ;({ conversation } = said)
      const { move, queries } = await this.#get(`behind/${said.turn}`)
      const isAnswered = move !== 'say' || queries.some(({ rowCount }) => rowCount > 0)
      if (!isAnswered) throw new Error(`"${text}" is not answered: ${JSON.stringify(said)}`)
    }
  }

  async #post(body: object): Promise<{ conversation: string; turn: string }> {
    const headers = { 'content-type': 'application/json' }
    const request = { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(this.here(`http://${servedAt}/channels/web`), request)
    return (await response.json()) as { conversation: string; turn: string }
  }

  async #get(path: string): Promise<{ move: string; queries: readonly { rowCount: number }[] }> {
    const response = await fetch(this.here(`http://${servedAt}/channels/web/${path}`))
    return (await response.json()) as { move: string; queries: { rowCount: number }[] }
  }

  /** Ends what was started and removes the folder. */
  async close(): Promise<void> {
    await Promise.all(this.#servers.map(endGroup))
    fs.rmSync(this.#home, { recursive: true, force: true })
  }

  #env(): NodeJS.ProcessEnv {
    const path = [join(this.#home, 'bin'), dirname(process.execPath), process.env['PATH'] ?? '']
    return { ...process.env, PATH: path.join(delimiter), NO_COLOR: '1', TERMINAL: this.#home }
  }
}

/** Links to what a clone has; the examples are copied, because a desk writes into its folder. */
function makeClone(folder: string): void {
  fs.mkdirSync(folder, { recursive: true })
  for (const name of fs.readdirSync(root).filter((one) => one !== 'examples' && one !== '.git'))
    fs.symlinkSync(join(root, name), join(folder, name))
  fs.cpSync(join(root, 'examples'), join(folder, 'examples'), {
    recursive: true,
    filter: (path) => !/\.frontdesk$|\.db\b[^/]*$/.test(path),
  })
}

function writeAt(path: string, text: string, mode = 0o644): void {
  fs.mkdirSync(dirname(path), { recursive: true })
  fs.writeFileSync(path, text, { mode })
}

function untilSaid(server: ChildProcess, words: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += String(chunk)
      if (words.test(said)) resolve(said)
    }
    server.stdout?.on('data', hear)
    server.once('close', () => reject(new Error(`It ended and said: ${said}`)))
  })
}

async function untilReady(address: string): Promise<void> {
  while (!(await fetch(address)).ok) await setTimeout(50)
}

/** Ends a command and what it started, and waits until it has. */
async function endGroup(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null) return
  const ended = once(server, 'close')
  process.kill(-server.pid, 'SIGTERM')
  await ended
}
