import { FrontdeskError } from '../errors.ts'

/** Where a database server is and who asks it. Only `host`, `port`, `user` and `database` may be shown. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  /** Whether the connection is encrypted: `?ssl=true`, or `?ssl=no-verify` for a certificate nobody vouches for. */
  readonly ssl: 'off' | 'verify' | 'no-verify'
}

/** Reads `kind://user:password@host:port/database`. The error quotes nothing of the URL: it may hold a password. */
export function parseAddress(source: string, url: string, defaultPort: number): Address {
  if (!URL.canParse(url)) {
    throw new FrontdeskError('source/unreachable', `The URL of ${source} cannot be read.`, {
      hint: 'Write it as `kind://user:password@host:port/database`, with `%40` for an `@` in the password.',
    })
  }
  const parsed = new URL(url)
  return {
    host: decodeURIComponent(parsed.hostname).replaceAll(/^\[|\]$/g, '') || '127.0.0.1',
    port: parsed.port === '' ? defaultPort : Number(parsed.port),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    ssl: sslOf(parsed.searchParams.get('ssl') ?? parsed.searchParams.get('sslmode')),
  }
}

/** What every driver is told of an address, by the names they share. */
export function loginAt({ ssl, ...login }: Address): Readonly<Record<string, unknown>> {
  return ssl === 'off' ? login : { ...login, ssl: { rejectUnauthorized: ssl === 'verify' } }
}

function sslOf(wanted: string | null): Address['ssl'] {
  if (wanted === null || ['false', 'disable', '0'].includes(wanted)) return 'off'
  return wanted === 'no-verify' ? 'no-verify' : 'verify'
}

/** Errors of a connection, whichever database is at its end. */
export const unreachableCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
])
