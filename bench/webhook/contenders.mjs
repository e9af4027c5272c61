/** Who answers the webhook, and how each is started. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '../../test/servers/private-server.mjs'
import { callFor, teachers } from './faculty.mjs'

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} path where it is called
 * @property {(port: string, url: string) => readonly string[]} command program and arguments
 * @property {Readonly<Record<string, string>>} [env]
 *
 * @typedef {{ name: string, child: import('node:child_process').ChildProcess, url: string }} Rival
 */

const here = import.meta.dirname
const python = '/usr/bin/python3'
const program = join(here, '../../bin/frontdesk.mjs')

/**
 * @param {string} folder an empty one, for the desk and what it keeps
 * @returns {readonly Contender[]}
 */
export function contenders(folder) {
  checkPackages()
  const desk = join(folder, 'desk')
  cpSync(join(here, 'desk'), desk, { recursive: true })
  return [
    {
      name: 'frontdesk',
      path: '/channels/dialogflow-es',
      command: (port) => [process.execPath, program, 'serve', desk, '--quiet', '--port', port],
    },
    {
      name: 'bare',
      path: '/',
      command: (port, url) => [process.execPath, join(here, 'bare.mjs'), url, port],
    },
    {
      name: 'flask',
      path: '/',
      command: (port) => [python, '-m', 'flask', '--app', 'student', 'run', '--port', port],
    },
    { name: 'gunicorn', path: '/', command: gunicorn, env: { KEEP: '1' } },
  ]
}

/** Flask and gunicorn are measured as Debian ships them. Throws when they are not there. */
function checkPackages() {
  const { status } = spawnSync(python, ['-c', 'import flask, pymysql, gunicorn'])
  if (status !== 0)
    throw new Error('Run `apt-get install python3-flask python3-pymysql gunicorn` first.')
}

/**
 * A worker for each core and one more, threads that keep the visitor's connection and the database's.
 *
 * @param {string} port
 */
function gunicorn(port) {
  const workers = ['--workers', '3', '--worker-class', 'gthread', '--threads', '8']
  const address = ['--bind', `127.0.0.1:${port}`]
  return [python, '-m', 'gunicorn', ...workers, '--log-level', 'error', ...address, 'student:app']
}

/**
 * Starts a contender on the database, and waits until it gives the right answer: what is fast and wrong is not
 * measured.
 *
 * @param {Contender} contender
 * @param {string} database its URL
 * @returns {Promise<Rival>}
 */
export async function start({ name, path, command, env = {} }, database) {
  const port = String(await freePort())
  const [file = '', ...args] = command(port, database)
  const child = spawn(file, args, {
    cwd: here,
    env: { ...process.env, ...env, BENCH_URL: database },
    stdio: ['ignore', 'ignore', name === 'frontdesk' ? 'inherit' : 'ignore'],
  })
  const rival = { name, child, url: `http://127.0.0.1:${port}${path}` }
  for (let tries = 0; tries < 300; tries++) {
    if ((await ask(rival.url)) === 'Anita Rao sits in CS-100, phone 022 2547 4000.') return rival
    if (child.exitCode !== null) throw new Error(`${name} ended before it answered`)
    await setTimeout(100)
  }
  await stop(rival)
  throw new Error(`${name} does not give the right answer`)
}

/** @param {Rival} rival */
export async function stop({ child }) {
  child.kill('SIGTERM')
  if (child.exitCode === null) await once(child, 'exit')
}

/**
 * @param {string} url
 * @returns {Promise<unknown>} what was answered; null when nobody listens yet
 */
async function ask(url) {
  const headers = { 'content-type': 'application/json' }
  const body = callFor(teachers[0] ?? '', 0)
  try {
    const response = await fetch(url, { method: 'POST', headers, body })
    const answer = /** @type {{ fulfillmentText?: unknown }} */ (await response.json())
    return answer.fulfillmentText
  } catch {
    return null
  }
}
