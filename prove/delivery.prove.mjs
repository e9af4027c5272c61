/**
 * What people write to a desk is answered once and in order, whatever happens to the process: many write at once over
 * Telegram and WhatsApp while the desk is killed without a warning, again and again; then its state is read.
 *
 *     npm run prove -- delivery --messages 10000
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '../test/servers/private-server.mjs'
import { compare, turnsIn } from './delivery/kept.mjs'
import { telegram, whatsapp } from './delivery/platforms.mjs'

const program = join(import.meta.dirname, '../bin/frontdesk.mjs')

/** What one person writes, at the most as fast as a chat may be answered at once. */
const perVisitor = 5

/** Milliseconds between two messages, and in which everything must be answered after the last kill. */
const [gap, patience] = [15, 180_000]

/** @typedef {import('./delivery/platforms.mjs').Platform} Platform */
/** What one visitor wrote on one platform, in order. @typedef {{ platform: Platform, visitor: number, ids: string[] }} Written */

/** @param {number} messages how many are written, half of them on each platform */
export async function prove(messages = asked()) {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-prove-'))
  const platforms = await Promise.all([telegram(), whatsapp()])
  try {
    const desk = await makeDesk(join(folder, 'desk'), platforms)
    const first = await serve(desk)
    for (const platform of platforms) await platform.begin(desk.url)
    const written = writeAll(platforms, messages)
    const kills = await killUntil(desk, first, written)
    await serveUntil(desk, await written, platforms)
    const each = (await written).map(({ platform, visitor, ids }) => ({
      ids,
      sent: platform.sent(visitor),
    }))
    const figures = compare(each, turnsIn(join(desk.folder, '.frontdesk/state.db')))
    const mistakes = platforms.flatMap((platform) => platform.mistakes()).length
    const { lost, duplicated, reordered, unsent } = figures
    const ok = lost + duplicated + reordered + unsent + mistakes === 0 && kills > 0
    return { ok, messages, kills, ...figures, mistakes }
  } finally {
    for (const platform of platforms) await platform.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What `--messages` says. */
function asked() {
  const at = process.argv.indexOf('--messages')
  return at === -1 ? 1_000 : Number(process.argv[at + 1])
}

/** @typedef {{ folder: string, url: string, port: number }} Desk */

/**
 * @param {string} folder
 * @param {readonly Platform[]} platforms
 * @returns {Promise<Desk>}
 */
async function makeDesk(folder, platforms) {
  await once(spawn(process.execPath, [program, 'new', folder]), 'close')
  const file = join(folder, 'desk.yaml')
  const channels = ['channels:', ...platforms.map(({ channel }) => `  ${channel}`)].join('\n')
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/^channels:$/m, () => channels),
  )
  appendFileSync(join(folder, '.env'), platforms.map(({ env }) => `${env}\n`).join(''))
  const port = await freePort()
  return { folder, port, url: `http://127.0.0.1:${port}` }
}

/**
 * @param {readonly Platform[]} platforms
 * @param {number} messages
 * @returns {Promise<Written[]>}
 */
async function writeAll(platforms, messages) {
  const visitors = Math.ceil(messages / perVisitor)
  /** @type {Written[]} */
  const all = Array.from({ length: visitors }, (_, visitor) => ({
    platform: /** @type {Platform} */ (platforms[visitor % platforms.length]),
    visitor: visitor + 1,
    ids: [],
  }))
  for (let i = 0; i < messages; i++) {
    const { platform, visitor, ids } = /** @type {Written} */ (all[i % visitors])
    ids.push(platform.say(visitor))
    await setTimeout(gap)
  }
  return all
}

/**
 * Kills the desk at random moments while it answers, as long as messages are written.
 *
 * @param {Desk} desk
 * @param {import('node:child_process').ChildProcess} first
 * @param {Promise<unknown>} written
 */
async function killUntil(desk, first, written) {
  const ended = new AbortController()
  void written.then(() => ended.abort())
  let child = first
  for (let kills = 1; ; kills++) {
    await setTimeout(200 + Math.random() * 3_800)
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    if (ended.signal.aborted) return kills
    child = await serve(desk)
  }
}

/**
 * @param {Desk} desk
 * @param {readonly Written[]} written
 * @param {readonly Platform[]} platforms
 */
async function serveUntil(desk, written, platforms) {
  const child = await serve(desk)
  const deadline = Date.now() + patience + written.length * 20
  const isDone = () =>
    platforms.every((platform) => platform.isIdle()) &&
    written.every(({ platform, visitor, ids }) => platform.sent(visitor) >= ids.length)
  while (!isDone() && Date.now() < deadline) await setTimeout(100)
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Serves the desk; resolves when it answers. @param {Desk} desk */
async function serve({ folder, port, url }) {
  const args = [program, 'serve', folder, '--quiet', '--port', String(port)]
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
  while (child.exitCode === null && !(await isReady())) await setTimeout(20)
  if (child.exitCode !== null) throw new Error(`The desk ended by itself: ${child.exitCode}.`)
  return child
}
