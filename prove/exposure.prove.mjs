/**
 * A desk stays reachable: people write to its bot through a tunnel of a real SSH server while that tunnel is cut, left
 * hanging and ended with its server, again and again, and while the address changes; then its state is read.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { FakeBotApi, token } from '../simulated/telegram/fake-bot-api.mjs'
import { freePort } from '../test/servers/private-server.mjs'
import { sshdPrograms, startSshd } from '../test/servers/sshd.mjs'
import { Wire } from '../test/servers/wire.mjs'
import { compare, turnsIn } from './delivery/kept.mjs'

const program = join(import.meta.dirname, '../bin/frontdesk.mjs')

/** Milliseconds between two messages, and in which everything must be answered at the end. */
const [gap, patience] = [40, 120_000]

/** What one person writes, at the most as fast as a chat may be answered at once. */
const perVisitor = 5

/** One in so many tunnels is left hanging, and one in so many is ended together with its server. */
const [hangs, ends] = [10, 7]

/** @typedef {import('../test/servers/sshd.mjs').Sshd} Sshd */
/** @typedef {{ folder: string, api: FakeBotApi, sshd: Sshd, wire: Wire, port: number }} World */

/**
 * @param {number} kills how often the tunnel is ended
 * @param {number} changes how often the address changes
 */
export async function prove(kills = 50, changes = 10) {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-prove-'))
  await sshdPrograms({ fetch: true, say: (line) => void process.stderr.write(`${line}\n`) })
  const sshd = await startSshd()
  if ('missing' in sshd) throw new Error(sshd.missing)
  const wire = await new Wire(sshd.port).start()
  const api = await new FakeBotApi().start()
  const world = { folder: join(folder, 'desk'), api, sshd, wire, port: await freePort() }
  try {
    await makeDesk(world)
    return await proveOn(world, kills, changes)
  } finally {
    await api.stop()
    await wire.stop()
    await sshd.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {World} world
 * @param {number} kills
 * @param {number} changes
 */
async function proveOn(world, kills, changes) {
  const { api, folder } = world
  const args = [program, 'serve', folder, '--quiet', '--port', '0']
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const ended = new AbortController()
  try {
    await untilBack(world)
    const written = writeUntil(api, ended.signal)
    const recoveries = []
    const each = Math.max(1, Math.floor(kills / (changes + 1)))
    for (let i = 1; i <= kills; i++) {
      await setTimeout(300 + Math.random() * 900)
      recoveries.push(await timed(() => breakTunnel(world, i)))
      if (i % each === 0 && i / each <= changes) recoveries.push(await timed(() => move(world)))
    }
    ended.abort()
    return await judge(world, await written, recoveries)
  } finally {
    ended.abort()
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
}

/** @param {World} world */
async function makeDesk({ folder, api, sshd, wire, port }) {
  await once(spawn(process.execPath, [program, 'new', folder]), 'close')
  const file = join(folder, 'desk.yaml')
  const channel = `channels:
  telegram: { token: "\${TELEGRAM_TOKEN}", api: "${api.url}", updates: webhook }`
  const exposure = `
publicUrl: http://127.0.0.1:${port}
exposure:
  kind: ssh
  host: 127.0.0.1
  port: ${wire.port}
  user: ${sshd.user}
  key: ${sshd.key}
  hostKey: ${sshd.hostKey}
  remotePort: ${port}
`
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^channels:$/m, channel) + exposure)
  appendFileSync(join(folder, '.env'), `TELEGRAM_TOKEN=${token}\n`)
}

/**
 * People write, each a few times.
 *
 * @param {FakeBotApi} api
 * @param {AbortSignal} signal
 * @returns {Promise<Map<number, number[]>>} the updates of each visitor, in order
 */
async function writeUntil(api, signal) {
  /** @type {Map<number, number[]>} */
  const written = new Map()
  // Twenty at a time, so that each waits a while between two of theirs.
  for (let i = 0; !signal.aborted; i++) {
    const chat = 1 + (i % 20) + 20 * Math.floor(i / (20 * perVisitor))
    const { update_id } = api.say({ text: 'when is the office open?' }, { chat })
    written.set(chat, [...(written.get(chat) ?? []), update_id])
    await setTimeout(gap)
  }
  return written
}

/**
 * Ends the tunnel in one way or another.
 *
 * @param {World} world
 * @param {number} number
 */
async function breakTunnel(world, number) {
  if (number % hangs === 0) world.wire.hang()
  else if (number % ends === 0) await world.sshd.restart()
  else world.wire.cut()
  await untilBack(world)
}

/**
 * Moves the desk to another address, by its file, as its owner does.
 *
 * @param {World} world
 */
async function move(world) {
  const port = await freePort()
  const file = join(world.folder, 'desk.yaml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replaceAll(String(world.port), String(port)))
  world.port = port
  await untilBack(world)
}

/**
 * Resolves when the address leads to the desk and the platform knows it.
 *
 * @param {World} world
 */
async function untilBack({ api, port }) {
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + patience
  for (;;) {
    const answered = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1_000) }).then(
      async (response) => (await response.text()).includes('"ok":true'),
      () => false,
    )
    if (answered && api.webhook === `${url}/channels/telegram`) return
    if (Date.now() > deadline) throw new Error(`nothing is at ${url} after ${patience / 1_000} s`)
    await setTimeout(25)
  }
}

/** @param {() => Promise<void>} work @returns {Promise<number>} milliseconds */
async function timed(work) {
  const start = performance.now()
  await work()
  return Math.round(performance.now() - start)
}

/**
 * @param {World} world
 * @param {Map<number, number[]>} written
 * @param {number[]} recoveries milliseconds
 */
async function judge({ api, folder }, written, recoveries) {
  const messages = [...written.values()].flat().length
  const deadline = Date.now() + patience
  const isDone = () => api.waiting === 0 && api.sent().length >= messages
  while (!isDone() && Date.now() < deadline) await setTimeout(100)
  await setTimeout(500)
  const [bot] = token.split(':')
  const each = [...written].map(([chat, updates]) => ({
    ids: updates.map((update) => `telegram/${bot}/${update}`),
    sent: api.sent(chat).length,
  }))
  const figures = compare(each, turnsIn(join(folder, '.frontdesk/state.db')))
  const sorted = recoveries.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? Infinity
  const worst = sorted.at(-1) ?? Infinity
  const { lost, duplicated, reordered, unsent } = figures
  const wrong = lost + duplicated + reordered + unsent + api.mistakes.length
  const ok = wrong === 0 && messages > 0 && median < 3_000 && worst < 10_000
  return { ok, messages, breaks: recoveries.length, medianMs: median, worstMs: worst, ...figures }
}
