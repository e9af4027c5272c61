import { harmless, harmlessJson } from '../util/harmless.ts'

/**
 * Ends the program quietly when nobody reads its output any more: `frontdesk … | head`. What nobody reads of standard
 * error is let go.
 */
export function endUnread(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
  process.stderr.on('error', () => {})
}

/** Writes a line to standard output for a person: what was asked for, and nothing else. */
export function print(line: string): void {
  process.stdout.write(`${harmless(line)}\n`)
}

/** Writes a value to standard output as one line of JSON, for a program. */
export function printJson(value: unknown): void {
  process.stdout.write(`${harmlessJson(value)}\n`)
}

/** Writes a line to standard error: what an operator should know. */
export function tell(line: string): void {
  process.stderr.write(`${harmless(line)}\n`)
}
