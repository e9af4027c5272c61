import type { ErrorCode } from '../../errors.ts'
import { FrontdeskError } from '../../errors.ts'
import type { Address } from '../address.ts'
import { unreachableCodes } from '../address.ts'

/** An error of the driver or the server in the words of the error family. Never quotes the password. */
export function mysqlFailure(name: string, address: Address, thrown: unknown): FrontdeskError {
  if (thrown instanceof FrontdeskError) return thrown
  const error = thrown as { code?: string; errno?: number; message?: string }
  const code = codeOf(error)
  return new FrontdeskError(code, `${name}: ${describe(code, address, error)}`, { cause: thrown })
}

function codeOf({
  code = '',
  errno = 0,
  message = '',
}: {
  code?: string
  errno?: number
  message?: string
}): ErrorCode {
  if (unreachableCodes.has(code) || code === 'PROTOCOL_CONNECTION_LOST') return 'source/unreachable'
  if (/closed state|Connection lost/.test(message)) return 'source/unreachable'
  return codes[errno] ?? 'source/invalid-query'
}

/** The server's error numbers. */
const codes: Readonly<Record<number, ErrorCode>> = {
  1040: 'source/busy',
  1044: 'source/denied',
  1045: 'source/denied',
  1046: 'source/no-such-database',
  1049: 'source/no-such-database',
  1053: 'source/unreachable',
  1054: 'source/no-such-column',
  1142: 'source/denied',
  1143: 'source/denied',
  1146: 'source/no-such-table',
  1203: 'source/busy',
  1205: 'source/busy',
  1213: 'source/busy',
  1226: 'source/busy',
  1227: 'source/denied',
  1290: 'source/read-only',
  1317: 'source/stopped',
  1698: 'source/denied',
  1792: 'source/read-only',
  1927: 'source/unreachable',
  1969: 'source/too-slow',
}

function describe(
  code: ErrorCode,
  address: Address,
  { message = '' }: { message?: string },
): string {
  switch (code) {
    case 'source/unreachable':
      return `no MySQL or MariaDB server answers at ${address.host}:${address.port}.`
    case 'source/no-such-database':
      return `the server at ${address.host}:${address.port} has no database \`${address.database}\`.`
    case 'source/no-such-table':
      return `There is no table \`${/Table '(?:[^']*\.)?([^'.]+)'/.exec(message)?.[1] ?? ''}\`.`
    case 'source/no-such-column':
      return `There is no column \`${/column '(?:[^']*\.)?([^'.]+)'/.exec(message)?.[1] ?? ''}\`.`
    default:
      return message
  }
}
