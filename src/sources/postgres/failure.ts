import type { ErrorCode } from '../../errors.ts'
import { FrontdeskError } from '../../errors.ts'
import type { Address } from '../address.ts'
import { unreachableCodes } from '../address.ts'

/** An error of the driver or the server in the words of the error family. Never quotes the password. */
export function postgresFailure(name: string, address: Address, thrown: unknown): FrontdeskError {
  if (thrown instanceof FrontdeskError) return thrown
  const { code = '', message = '' } = thrown as { code?: string; message?: string }
  const ours = codeOf(code, message)
  return new FrontdeskError(ours, `${name}: ${describe(ours, address, message)}`, { cause: thrown })
}

function codeOf(code: string, message: string): ErrorCode {
  if (unreachableCodes.has(code) || /^Connection terminated|timeout expired/.test(message)) {
    return 'source/unreachable'
  }
  return codes[code] ?? codes[code.slice(0, 2)] ?? 'source/invalid-query'
}

/** The server's error codes, and its classes of them. */
const codes: Readonly<Record<string, ErrorCode>> = {
  '08': 'source/unreachable',
  '28': 'source/denied',
  '40001': 'source/busy',
  '40P01': 'source/busy',
  '25006': 'source/read-only',
  '25001': 'source/read-only',
  '3D000': 'source/no-such-database',
  '42501': 'source/denied',
  '42703': 'source/no-such-column',
  '42P01': 'source/no-such-table',
  '53300': 'source/busy',
  '55P03': 'source/busy',
  '57014': 'source/stopped',
  '57P01': 'source/unreachable',
  '57P02': 'source/unreachable',
  '57P03': 'source/unreachable',
}

function describe(code: ErrorCode, address: Address, message: string): string {
  switch (code) {
    case 'source/unreachable':
      return `no PostgreSQL server answers at ${address.host}:${address.port}.`
    case 'source/no-such-database':
      return `the server at ${address.host}:${address.port} has no database \`${address.database}\`.`
    case 'source/no-such-table':
      return `There is no table \`${/relation "(?:[^"]*\.)?([^".]+)"/.exec(message)?.[1] ?? ''}\`.`
    case 'source/no-such-column':
      return `There is no column \`${/column "?(?:[^" ]*\.)?([^" .]+)"?/.exec(message)?.[1] ?? ''}\`.`
    default:
      return message
  }
}
