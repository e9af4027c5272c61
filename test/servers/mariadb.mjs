import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './cache.mjs'
import { findProgram, isRoot, mustRun } from './command.mjs'
import { installPackages, unpackPackages } from './debian.mjs'
import { startPrivateServer } from './private-server.mjs'

/** @typedef {{ server: string, create: string, base: string, env: NodeJS.ProcessEnv }} Programs */

/** The server and its tools without the service: nothing starts by itself, no account is made. */
const PACKAGES = ['mariadb-server-core', 'mariadb-client-core']

/** MariaDB, as tests use it. */
export const mariadb = {
  name: 'mariadb',
  running: ['mysql://root@127.0.0.1:3306/'],
  installed,
  unpacked,
  install: () => installPackages(PACKAGES),
  unpack: () => unpackPackages('mariadb', PACKAGES),
  /** @param {Programs} programs */
  start: (programs) => startPrivateServer(recipe(programs)),
}

/** @returns {Programs | undefined} */
function installed() {
  const server = findProgram(['mariadbd', 'mysqld'])
  const create = findProgram(['mariadb-install-db', 'mysql_install_db'])
  return server && create
    ? { server, create, base: join(server, '../..'), env: process.env }
    : undefined
}

/** @returns {Programs | undefined} */
function unpacked() {
  const folder = cacheFolder('mariadb')
  const base = join(folder, 'usr')
  const server = join(base, 'sbin/mariadbd')
  if (!existsSync(server)) return undefined
  const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64'
  const libraries = ['lib', 'usr/lib'].map((name) => join(folder, name, `${machine}-linux-gnu`))
  const env = { ...process.env, LD_LIBRARY_PATH: libraries.join(':') }
  return { server, create: join(base, 'bin/mariadb-install-db'), base, env }
}

/**
 * @param {Programs} programs
 * @returns {import('./private-server.mjs').Recipe}
 */
function recipe({ server, create, base, env }) {
  const user = isRoot ? ['--user=root'] : []
  const where = (/** @type {string} */ folder) => [
    '--no-defaults',
    `--basedir=${base}`,
    `--datadir=${join(folder, 'data')}`,
    ...user,
  ]
  const small = ['--performance-schema=OFF', '--innodb-buffer-pool-size=64M', '--skip-log-bin']
  return {
    name: 'mariadb',
    create: (folder) =>
      mustRun(
        create,
        [...where(folder), '--auth-root-authentication-method=normal', '--skip-test-db'],
        { env },
      ),
    command: (folder, port) => [
      server,
      ...where(folder),
      ...small,
      '--bind-address=127.0.0.1',
      '--character-set-server=utf8mb4',
      `--port=${port}`,
      `--socket=${join(folder, 'socket')}`,
    ],
    ready: /ready for connections/,
    powerCut: 'SIGKILL',
    url: (port) => `mysql://root@127.0.0.1:${port}/`,
    env,
    user: undefined,
  }
}
