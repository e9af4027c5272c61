import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const program = fileURLToPath(new URL('../../bin/frontdesk.mjs', import.meta.url))

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/**
 * Runs `frontdesk` as a process of its own, as a person at a terminal or a script does. Whoever reads the first line only
 * closes its output then, as `head` does.
 */
export function frontdesk(
  argv: readonly string[],
  input = '',
  reads: 'all' | 'first line' = 'all',
): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...argv], { stdio: 'pipe' })
  return new Promise((resolve, reject) => {
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (reads === 'first line') child.stdout.destroy()
    })
    // A program that has ended reads no more.
    child.stdin.on('error', () => {})
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(input)
  })
}

/** A folder for the desks of a test file, removed after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
