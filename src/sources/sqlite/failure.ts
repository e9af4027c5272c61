import type { ErrorCode } from '../../errors.ts'

/** What went wrong inside a worker, in the words of the error family; `message` holds no path and no value. */
export class SqliteFailure extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** An error of SQLite or of its library, as it travels between threads. */
export function describeFailure(error: unknown): { code: ErrorCode; message: string } {
  if (error instanceof SqliteFailure) return { code: error.code, message: error.message }
  const { message = String(error), errcode = 0 } = error as { message?: string; errcode?: number }
  const named = namedFailures.find(({ pattern }) => pattern.test(message))
  if (named) {
    const name = named.pattern.exec(message)?.[1]
    return {
      code: named.code,
      message: name === undefined ? message : `${named.words} \`${name}\`.`,
    }
  }
  return { code: codes[errcode & 0xff] ?? 'source/invalid-query', message }
}

const namedFailures: readonly { pattern: RegExp; code: ErrorCode; words: string }[] = [
  {
    pattern: /no such table: (?:\w+\.)?(.+)/,
    code: 'source/no-such-table',
    words: 'There is no table',
  },
  {
    pattern: /no such column: (?:[^.]+\.)?(.+)/,
    code: 'source/no-such-column',
    words: 'There is no column',
  },
  { pattern: /readonly database/, code: 'source/read-only', words: '' },
  {
    pattern: /Cannot find (?:module|package)/,
    code: 'source/driver-missing',
    words: '',
  },
]

/** SQLite's primary result codes. */
const codes: Readonly<Record<number, ErrorCode>> = {
  5: 'source/busy',
  6: 'source/busy',
  8: 'source/read-only',
  9: 'source/stopped',
  14: 'source/no-such-database',
  23: 'source/denied',
  26: 'source/no-such-database',
}
