import mysql from 'mysql2/promise'
import pg from 'pg'
import { whyNotInstallable } from './debian.mjs'
import { mariadb } from './mariadb.mjs'
import { postgres } from './postgres.mjs'

/** The servers tests can have, by name. */
export const kinds = { mariadb, postgres }

/** @typedef {keyof typeof kinds} Kind */
/** @typedef {{ url: string, stop: () => Promise<void> }} Provided */
/** @typedef {{ missing: string }} Missing why there is none, in words */
/** @typedef {{ fetch: boolean, say: (line: string) => void }} Means may software be fetched, and whom to tell first */

/** Nothing is fetched: what a test file run by itself may do. */
export const AT_HAND = { fetch: false, say: () => {} }

/**
 * A server to test on: the one named by the environment, else one already running, else one of our own.
 *
 * @param {Kind} kind
 * @param {Means} [means]
 * @returns {Promise<Provided | Missing>}
 */
export async function provide(kind, means = AT_HAND) {
  const known = process.env[missingVariable(kind)]
  if (known) return { missing: known }
  const running = await findRunning(kind)
  if (running) return { url: running, stop: async () => {} }
  const own = await startOwn(kind, means)
  return 'missing' in own ? own : { url: own.url, stop: own.stop }
}

/**
 * A server nobody else uses, whatever else is running.
 *
 * @param {Kind} kind
 * @param {Means} [means]
 * @returns {Promise<import('./private-server.mjs').PrivateServer | Missing>}
 */
export async function startOwn(kind, means = AT_HAND) {
  try {
    if (kind === 'mariadb') return await mariadb.start(await programs(mariadb, means))
    return await postgres.start(await programs(postgres, means))
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) }
  }
}

/** @param {Kind} kind */
export const urlVariable = (kind) => `FRONTDESK_TEST_${kind.toUpperCase()}_URL`

/** @param {Kind} kind */
export const missingVariable = (kind) => `FRONTDESK_TEST_${kind.toUpperCase()}_MISSING`

/** @param {Kind} kind */
async function findRunning(kind) {
  const named = process.env[urlVariable(kind)]
  if (named) return named
  if (process.env['FRONTDESK_TEST_OWN_SERVERS'] === '1') return undefined
  for (const url of kinds[kind].running) if (await answers(url)) return url
  return undefined
}

/** @param {string} url */
async function answers(url) {
  try {
    await execute(url, 'select 1')
    return true
  } catch {
    return false
  }
}

/**
 * Runs one statement on a connection of its own.
 *
 * @param {string} url
 * @param {string} sql
 * @returns {Promise<unknown>} what the driver gives
 */
export async function execute(url, sql) {
  const connection = await connect(url)
  try {
    return await connection.query(sql)
  } finally {
    await connection.end()
  }
}

/**
 * @param {string} url
 * @returns {Promise<{ query: (sql: string) => Promise<unknown>, end: () => Promise<void> }>}
 */
async function connect(url) {
  if (url.startsWith('mysql:')) return mysql.createConnection({ uri: url, connectTimeout: 3000 })
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  await client.connect()
  return client
}

/**
 * The programs of a server: installed, unpacked by an earlier run, or fetched now.
 *
 * @template Programs
 * @param {{
 *   name: string,
 *   installed: () => Programs | undefined,
 *   unpacked: () => Programs | undefined,
 *   install: () => Promise<void>,
 *   unpack: () => Promise<void>,
 * }} kind
 * @param {Means} means
 * @returns {Promise<Programs>}
 */
async function programs(kind, { fetch, say }) {
  const present = kind.installed() ?? kind.unpacked()
  if (present) return present
  if (!fetch) throw new Error(`${kind.name} is not here: \`npm test\` fetches it`)
  const refused = whyNotInstallable() ?? (await whyInstallFailed(kind, say))
  if (refused) {
    say(`unpacking ${kind.name} into .cache/ (${refused})`)
    await kind.unpack()
  }
  const fetched = kind.installed() ?? kind.unpacked()
  if (!fetched) throw new Error(`${kind.name} was fetched and cannot be found`)
  return fetched
}

/**
 * @param {{ name: string, install: () => Promise<void> }} kind
 * @param {(line: string) => void} say
 * @returns {Promise<string | undefined>} nothing when all went well
 */
async function whyInstallFailed(kind, say) {
  say(`installing ${kind.name} from Debian packages (FRONTDESK_NO_APT=1 refuses)`)
  try {
    await kind.install()
    return undefined
  } catch (error) {
    return String(error)
  }
}
