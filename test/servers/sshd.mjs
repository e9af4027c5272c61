/**
 * An SSH server of one's own: Debian's, started by the test with its own keys, without rights, on a free port.
 *
 *     const sshd = await startSshd()
 *     test.skipIf('missing' in sshd)(…)
 */
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import ssh2 from 'ssh2'
import { cacheFolder } from './cache.mjs'
import { findProgram, isRoot } from './command.mjs'
import { unpackPackages } from './debian.mjs'
import { startPrivateServer } from './private-server.mjs'

/** @typedef {{ sshd: string, libraries: string | null }} Programs where it is, and the libraries unpacked with it */
/** @typedef {import('./provide.mjs').Missing} Missing */

/**
 * @typedef {object} Sshd
 * @property {number} port
 * @property {string} user who may sign in
 * @property {string} key the file of the private key that opens it
 * @property {string} strangersKey one that does not
 * @property {string} hostKey `SHA256:…`
 * @property {() => number} signedIn how many have signed in so far
 * @property {(signal: NodeJS.Signals) => void} signal to those who are signed in: SIGKILL cuts their connections,
 *   SIGSTOP leaves them hanging
 * @property {() => Promise<void>} kill ends it and all connections
 * @property {() => Promise<void>} restart
 * @property {() => Promise<void>} stop
 */

/**
 * The program: installed, unpacked by an earlier run, or unpacked now. It is never installed: that would open a port.
 *
 * @param {import('./provide.mjs').Means} means
 * @returns {Promise<Programs | Missing>}
 */
export async function sshdPrograms({ fetch, say }) {
  const found = installed() ?? unpacked()
  if (found !== undefined) return found
  if (!fetch) return { missing: 'there is no sshd: `npm test` fetches it' }
  if (findProgram(['apt-get']) === undefined) return { missing: 'this system has no apt-get' }
  say('unpacking sshd into .cache/')
  try {
    await unpackPackages('sshd', ['openssh-server'])
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) }
  }
  return unpacked() ?? { missing: 'sshd was fetched and cannot be found' }
}

/** @returns {Promise<Sshd | Missing>} */
export async function startSshd() {
  const programs = await sshdPrograms({ fetch: false, say: () => {} })
  if ('missing' in programs) return programs
  /** @type {number[]} */
  const sessions = []
  const keys = makeKeys()
  let folder = ''
  const server = await startPrivateServer({
    ...recipe(programs, keys, (place) => (folder = place)),
    hear(words) {
      for (const [, pid] of words.matchAll(/User child is on pid (\d+)/g))
        sessions.push(Number(pid))
    },
  })
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    for (const pid of sessions.filter(isAlive)) process.kill(pid, name)
  }
  const killAll = async () => {
    await server.kill()
    signal('SIGKILL')
  }
  return {
    port: server.port,
    user: user?.name ?? userInfo().username,
    key: join(folder, 'user'),
    strangersKey: join(folder, 'stranger'),
    hostKey: keys.host.fingerprint,
    signedIn: () => sessions.length,
    signal,
    kill: killAll,
    async restart() {
      await killAll()
      await server.restart()
    },
    async stop() {
      signal('SIGKILL')
      await server.stop()
    },
  }
}

/** @returns {Programs | undefined} */
function installed() {
  const sshd = findProgram(['sshd'])
  return sshd === undefined ? undefined : { sshd, libraries: null }
}

/** @returns {Programs | undefined} */
function unpacked() {
  const folder = cacheFolder('sshd')
  const sshd = join(folder, 'usr/sbin/sshd')
  const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64'
  const libraries = join(folder, `usr/lib/${machine}-linux-gnu`)
  return existsSync(sshd) ? { sshd, libraries } : undefined
}

/** As root it would want an account of its own; as anybody else it lets that one user in. */
const user = isRoot ? anotherUser() : undefined

function anotherUser() {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m)
  return { name: 'nobody', uid: Number(line?.[1] ?? 65534), gid: Number(line?.[2] ?? 65534) }
}

function makeKeys() {
  const make = () => {
    const pair = ssh2.utils.generateKeyPairSync('ed25519')
    const blob = Buffer.from(pair.public.split(' ')[1] ?? '', 'base64')
    const digest = createHash('sha256').update(blob).digest('base64')
    return { ...pair, fingerprint: `SHA256:${digest.replace(/=+$/, '')}` }
  }
  return { host: make(), user: make(), stranger: make() }
}

/**
 * @param {Programs} programs
 * @param {ReturnType<typeof makeKeys>} keys
 * @param {(folder: string) => void} isAt
 * @returns {import('./private-server.mjs').Recipe}
 */
function recipe({ sshd, libraries }, keys, isAt) {
  // The cache may lie in a folder that only root may enter, so another user gets a copy.
  const isCopied = isRoot && libraries !== null
  const program = (/** @type {string} */ folder) => (isCopied ? join(folder, 'sshd') : sshd)
  const env = { ...process.env }
  return {
    name: 'sshd',
    async create(folder) {
      isAt(folder)
      if (isCopied) {
        cpSync(sshd, join(folder, 'sshd'))
        cpSync(libraries, join(folder, 'lib'), { recursive: true, verbatimSymlinks: true })
      }
      if (libraries !== null) env['LD_LIBRARY_PATH'] = isCopied ? join(folder, 'lib') : libraries
      writeFileSync(join(folder, 'config'), configuration(folder))
      write(join(folder, 'host'), keys.host.private)
      write(join(folder, 'user'), keys.user.private)
      write(join(folder, 'stranger'), keys.stranger.private)
      writeFileSync(join(folder, 'authorized'), `restrict,port-forwarding ${keys.user.public}\n`)
    },
    command: (folder, port) => [
      program(folder),
      '-D',
      '-e',
      '-f',
      join(folder, 'config'),
      '-p',
      String(port),
    ],
    ready: /Server listening/,
    powerCut: 'SIGKILL',
    url: (port) => `ssh://127.0.0.1:${port}`,
    env,
    user,
  }
}

/** @param {string} folder */
function configuration(folder) {
  return `ListenAddress 127.0.0.1
HostKey ${join(folder, 'host')}
PidFile none
AuthorizedKeysFile ${join(folder, 'authorized')}
StrictModes no
UsePAM yes
PasswordAuthentication no
KbdInteractiveAuthentication no
AllowTcpForwarding remote
ClientAliveInterval 1
ClientAliveCountMax 1
LogLevel VERBOSE
`
}

/** A key as sshd takes it: readable by its owner alone. @param {string} file @param {string} text */
function write(file, text) {
  writeFileSync(file, text, { mode: 0o600 })
  if (user !== undefined && file.endsWith('host')) chownSync(file, user.uid, user.gid)
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
