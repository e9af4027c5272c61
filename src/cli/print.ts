/** Writes a line to standard output: what was asked for, and nothing else. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Writes a line to standard error: what an operator should know. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}
