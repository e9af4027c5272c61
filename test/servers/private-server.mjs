import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/**
 * How to run one kind of server out of a folder.
 *
 * @typedef {object} Recipe
 * @property {string} name
 * @property {(folder: string) => Promise<unknown>} create makes the empty databases, once
 * @property {(folder: string, port: number) => readonly [string, ...string[]]} command the server, in the foreground
 * @property {RegExp} ready what it prints once it takes connections
 * @property {(port: number) => string} url
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Signals} powerCut ends it at once, saving nothing
 * @property {{ uid: number, gid: number } | undefined} user who runs it, when not we ourselves
 * @property {(words: string) => void} [hear] is told what it prints
 */

/**
 * A server of one's own, on a port and in a folder of its own.
 *
 * @typedef {object} PrivateServer
 * @property {string} url
 * @property {number} port
 * @property {() => Promise<void>} kill ends it like a power cut
 * @property {() => Promise<void>} restart kills it if it runs, and starts it with the same data and port
 * @property {() => Promise<void>} stop ends it for good and removes its folder
 */

const PATIENCE_MS = 60_000

/**
 * @param {Recipe} recipe
 * @returns {Promise<PrivateServer>}
 */
export async function startPrivateServer(recipe) {
  const folder = mkdtempSync(join(tmpdir(), `frontdesk-${recipe.name}-`))
  if (recipe.user) chownSync(folder, recipe.user.uid, recipe.user.gid)
  const port = await freePort()
  await recipe.create(folder)
  let child = await launch(recipe, folder, port)

  const kill = () => end(child, recipe.powerCut)
  const killAtExit = () => void kill()
  process.once('exit', killAtExit)
  return {
    url: recipe.url(port),
    port,
    kill,
    async restart() {
      await kill()
      child = await launch(recipe, folder, port)
    },
    async stop() {
      process.removeListener('exit', killAtExit)
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * @param {Recipe} recipe
 * @param {string} folder
 * @param {number} port
 */
async function launch(recipe, folder, port) {
  const [program, ...args] = recipe.command(folder, port)
  const options = { cwd: folder, env: recipe.env, ...recipe.user }
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stderr.on('data', (chunk) => recipe.hear?.(String(chunk)))
  const said = await Promise.race([firstWords(child, recipe.ready), inVain()])
  if (!recipe.ready.test(said)) {
    child.kill('SIGKILL')
    throw new Error(`${recipe.name} does not start: ${said.trim().slice(-500)}`)
  }
  child.unref()
  return child
}

/** @typedef {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} Child */

/**
 * @param {Child} child
 * @param {RegExp} ready
 * @returns {Promise<string>} what it printed until it was ready, or until it ended
 */
function firstWords(child, ready) {
  return new Promise((resolve) => {
    let said = ''
    const listen = (/** @type {Buffer} */ chunk) => {
      said = (said + chunk.toString()).slice(-5000)
      if (ready.test(said)) resolve(said)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code) => resolve(`${said} (exit code ${code})`))
  })
}

function inVain() {
  return setTimeout(PATIENCE_MS, `not ready after ${PATIENCE_MS / 1000} s`, { ref: false })
}

/**
 * @param {Child} child
 * @param {NodeJS.Signals} signal
 */
async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.ref()
  child.kill(signal)
  await ended
}

/** Below the ports a system lends to outgoing connections: nobody gets one of these by chance while its server is down. */
const LENT_FROM = 32_768
const OURS_FROM = 20_000

/** @returns {Promise<number>} a port nobody listens on */
export async function freePort() {
  const port = OURS_FROM + Math.floor(Math.random() * (LENT_FROM - OURS_FROM))
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return freePort()
  }
  server.close()
  await once(server, 'close')
  return port
}
