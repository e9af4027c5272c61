import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const program = fileURLToPath(new URL('../../bin/frontdesk.mjs', import.meta.url))

const started: ChildProcess[] = []
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
})

/** A desk served by a process of its own. */
export interface Served {
  readonly url: string
  readonly process: ChildProcess
  /** What it told so far, on both outputs. */
  told(): string
  /** Says something as the page does. */
  say(body: object): Promise<Said>
  /** Sends a signal and resolves with the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string | null>
}

/** What the page gets back. */
export interface Said {
  readonly status: number
  readonly conversation: string
  readonly text: string
}

/**
 * Starts `frontdesk serve` on a free port; resolves when it listens, rejects with what it told when it ends first.
 * What a failed test leaves running ends with its file.
 */
export async function serve(folder: string, ...args: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [program, 'serve', folder, '--port', '0', ...args])
  started.push(child)
  let told = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      told += chunk.toString()
      const found = /http:\/\/[\d.]+:\d+/.exec(told)?.[0]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${told}`)))
  })
  return {
    url,
    process: child,
    told: () => told,
    say: (body) => say(url, body),
    async end(signal) {
      const exited = once(child, 'exit') as Promise<[number | null, string | null]>
      child.kill(signal)
      const [code, by] = await exited
      return code ?? by
    },
  }
}

async function say(url: string, body: object): Promise<Said> {
  const response = await fetch(`${url}/channels/web`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const said = (await response.json()) as {
    conversation?: string
    blocks?: { plain: string }[]
    error?: { message: string }
  }
  const text = said.error?.message ?? (said.blocks ?? []).map((block) => block.plain).join('\n')
  return { status: response.status, conversation: said.conversation ?? '', text }
}
