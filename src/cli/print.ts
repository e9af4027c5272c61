import { harmless, harmlessJson } from '../util/harmless.ts'

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
