/**
 * What people write to a bot is answered once and in order, whatever happens to the process: many write at once through
 * a Bot API server while the desk is killed without a warning, again and again; then its state is read.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { FakeBotApi, token } from '../simulated/telegram/fake-bot-api.mjs'

const program = join(import.meta.dirname, '../bin/frontdesk.mjs')

/** What one person writes, at the most as fast as a chat may be answered at once. */
const perVisitor = 5

/** Milliseconds between two messages, and in which everything must be answered after the last kill. */
const [gap, patience] = [15, 180_000]

/** @typedef {{ conversation: string, message: string }} Kept */

/** @param {number} messages how many are written */
export async function prove(messages = 1_000) {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-prove-'))
  const desk = join(folder, 'desk')
  const api = await new FakeBotApi().start()
  try {
    await once(spawn(process.execPath, [program, 'new', desk]), 'close')
    connect(desk, api.url)
    const written = writeAll(api, messages)
    const kills = await killUntil(desk, written, api)
    await serveUntil(desk, () => api.waiting === 0 && api.sent().length >= messages)
    const figures = compare(await written, turnsIn(join(desk, '.frontdesk/state.db')), api)
    const { lost, duplicated, reordered, unsent } = figures
    const ok = lost + duplicated + reordered + unsent + api.mistakes.length === 0 && kills > 0
    return { ok, messages, kills, ...figures }
  } finally {
    await api.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} desk
 * @param {string} url
 */
function connect(desk, url) {
  const file = join(desk, 'desk.yaml')
  const channel = `channels:\n  telegram: { token: "\${TELEGRAM_TOKEN}", api: "${url}" }`
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^channels:$/m, channel))
  appendFileSync(join(desk, '.env'), `TELEGRAM_TOKEN=${token}\n`)
}

/**
 * @param {FakeBotApi} api
 * @param {number} messages
 * @returns {Promise<Map<number, number[]>>} the updates of each visitor, in order
 */
async function writeAll(api, messages) {
  const visitors = Math.ceil(messages / perVisitor)
  /** @type {Map<number, number[]>} */
  const written = new Map()
  for (let i = 0; i < messages; i++) {
    const chat = 1 + (i % visitors)
    const { update_id } = api.say({ text: 'when is the office open?' }, { chat })
    written.set(chat, [...(written.get(chat) ?? []), update_id])
    await setTimeout(gap)
  }
  return written
}

/**
 * Kills the desk at random moments once it has begun to ask for messages, as long as they are written.
 *
 * @param {string} desk
 * @param {Promise<unknown>} written
 * @param {FakeBotApi} api
 */
async function killUntil(desk, written, api) {
  const ended = new AbortController()
  void written.then(() => ended.abort())
  let kills = 0
  while (!ended.signal.aborted) {
    const polled = polls(api)
    const child = serve(desk)
    while (polls(api) === polled) await setTimeout(20)
    await setTimeout(200 + Math.random() * 3_800)
    await kill(child)
    kills++
  }
  return kills
}

/** @param {FakeBotApi} api */
function polls(api) {
  return api.calls.filter(({ method }) => method === 'getUpdates').length
}

/**
 * @param {string} desk
 * @param {() => boolean} isDone
 */
async function serveUntil(desk, isDone) {
  const child = serve(desk)
  const deadline = Date.now() + patience
  while (!isDone() && Date.now() < deadline) await setTimeout(100)
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** @param {string} desk */
function serve(desk) {
  return spawn(process.execPath, [program, 'serve', desk, '--quiet', '--port', '0'], {
    stdio: 'ignore',
  })
}

/** @param {import('node:child_process').ChildProcess} child */
async function kill(child) {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/**
 * @param {string} file
 * @returns {Kept[]} the turns kept, oldest first
 */
function turnsIn(file) {
  const { DatabaseSync } = sqlite()
  const db = new DatabaseSync(file, { readOnly: true })
  const rows = db.prepare('select conversation, message from turns order by number').all()
  db.close()
  return rows.map(({ conversation, message }) => ({
    conversation: String(conversation),
    message: String(message),
  }))
}

/** @typedef {import('../src/util/load-sqlite.ts').SqliteLibrary} Library */

/** @returns {Library} */
function sqlite() {
  const require = createRequire(import.meta.url)
  try {
    return /** @type {Library} */ (require('node:sqlite'))
  } catch {
    return /** @type {Library} */ (require('@photostructure/sqlite'))
  }
}

/**
 * A bubble may be sent twice: when the desk dies between Telegram's answer and noting it. No name goes along by which
 * Telegram would know it again, and twice is better than never.
 *
 * @param {Map<number, number[]>} written
 * @param {Kept[]} turns
 * @param {FakeBotApi} api
 */
function compare(written, turns, api) {
  const answered = turns.map(({ message }) => Number(message.slice(message.lastIndexOf('/') + 1)))
  const all = new Set(answered)
  const figures = { lost: 0, duplicated: answered.length - all.size, reordered: 0 }
  const place = new Map(answered.map((update, i) => [update, i]))
  let [unsent, duplicateBubbles] = [0, 0]
  for (const [chat, updates] of written) {
    figures.lost += updates.filter((update) => !all.has(update)).length
    const places = updates.map((update) => place.get(update) ?? -1)
    figures.reordered += places.filter((each, i) => i > 0 && each < (places[i - 1] ?? 0)).length
    const sent = api.sent(chat).length
    unsent += Math.max(0, updates.length - sent)
    duplicateBubbles += Math.max(0, sent - updates.length)
  }
  return { ...figures, unsent, duplicateBubbles }
}
