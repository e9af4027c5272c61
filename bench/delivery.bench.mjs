/**
 * Messages in and their answers out: bots of one desk, each called by Telegram as a webhook, every message kept before
 * it is acknowledged, answered from a SQLite database, its answer sent by a call of its own. Against grammY's webhook
 * handler, which one would write instead: it answers within the call and keeps nothing. Then a thousand conversations
 * at once, each of which must be answered in its order. Milliseconds; `fsync` is what the disk takes to keep anything.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  closeSync,
  cpSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '../test/servers/private-server.mjs'
import { sqlite } from '../test/sqlite.mjs'
import { Platform, tokenOf } from './delivery/platform.mjs'
import { Visitors } from './delivery/visitors.mjs'
import { teachers } from './webhook/faculty.mjs'
import { spentOn } from './webhook/processor.mjs'

const here = join(import.meta.dirname, 'delivery')
const program = join(import.meta.dirname, '../bin/frontdesk.mjs')

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const SLICE_SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5)

/** Messages a second, and the bots they come to: Telegram lets one send thirty a second. */
const [RATE, BOTS] = [200, 8]

/** People who write, in turn: nobody more often than a chat may be answered. */
const VISITORS = 400

/** Conversations at once, and what each says without waiting for an answer. */
const [CONVERSATIONS, MESSAGES] = [1_000, 3]

/** Milliseconds in which everything must be answered. */
const PATIENCE = 60_000

/** At the most, in milliseconds. */
const limits = { answered: 1_000, acknowledged: 20 }

/** @typedef {{ name: string, url: string, child: import('node:child_process').ChildProcess }} Rival */
/** @typedef {{ answered: number, slowest: number, acknowledged: number, microseconds: number }} Slice */

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-delivery-'))
  const platform = await new Platform().start()
  /** @type {Rival[]} */
  const rivals = []
  try {
    for (const begin of [startDesk, startBare]) rivals.push(await begin(folder, platform))
    for (const rival of rivals) await stream(rival, platform, 0)
    /** @type {Map<string, Slice[]>} */
    const slices = new Map(rivals.map(({ name }) => [name, []]))
    for (let round = 1; round <= ROUNDS; round++)
      for (const rival of round % 2 === 0 ? rivals : rivals.toReversed())
        slices.get(rival.name)?.push(await stream(rival, platform, round))
    const atOnce = await burst(rivals[0], platform)
    return figuresOf(slices, atOnce, fsync(folder))
  } finally {
    await Promise.all(rivals.map(stop))
    platform.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {Map<string, Slice[]>} slices
 * @param {{ reordered: number, unanswered: number, seconds: number }} atOnce
 * @param {number} sync
 */
function figuresOf(slices, atOnce, sync) {
  const of = (/** @type {string} */ name) => medians(slices.get(name) ?? [])
  const [frontdesk, bare] = [of('frontdesk'), of('bare')]
  const ratio = (/** @type {keyof Slice} */ key) => rounded(frontdesk[key] / bare[key])
  const inTime = frontdesk.slowest < limits.answered && frontdesk.acknowledged < limits.acknowledged
  return {
    ok: inTime && atOnce.reordered + atOnce.unanswered === 0,
    perSecond: RATE,
    frontdesk,
    bare,
    ratios: {
      answered: ratio('answered'),
      slowest: ratio('slowest'),
      microseconds: ratio('microseconds'),
    },
    atOnce: { conversations: CONVERSATIONS, messages: CONVERSATIONS * MESSAGES, ...atOnce },
    fsync: sync,
    fsyncsToAnswer: rounded(frontdesk.answered / sync),
    limits,
    rounds: ROUNDS,
  }
}

/** @param {readonly Slice[]} slices @returns {Slice} */
function medians(slices) {
  const middle = (/** @type {keyof Slice} */ key) =>
    rounded(
      quantile(
        slices.map((each) => each[key]),
        0.5,
      ),
    )
  return {
    answered: middle('answered'),
    slowest: middle('slowest'),
    acknowledged: middle('acknowledged'),
    microseconds: Math.round(middle('microseconds')),
  }
}

/**
 * Messages at an even rate, whatever comes of them.
 *
 * @param {Rival} rival
 * @param {Platform} platform
 * @param {number} round
 * @returns {Promise<Slice>} medians, but for `slowest`: all but one in a hundred are faster
 */
async function stream({ url, child, name }, platform, round) {
  const visitors = new Visitors(platform, url, BOTS)
  const before = spentOn(child.pid) ?? 0
  const start = performance.now()
  const messages = RATE * SLICE_SECONDS
  for (let i = 0; i < messages; i++) {
    const wait = start + (i * 1_000) / RATE - performance.now()
    if (wait > 1) await setTimeout(wait)
    visitors.ask(1 + (i % VISITORS), i + round)
  }
  await visitors.handedOver()
  await untilAnswered(visitors)
  visitors.close()
  const { heard, waiting } = visitors
  if (heard.wrong + waiting > 0)
    throw new Error(`${name}: ${heard.wrong} answers were wrong, ${waiting} did not come`)
  return {
    answered: quantile(heard.answered, 0.5),
    slowest: quantile(heard.answered, 0.99),
    acknowledged: quantile(heard.acknowledged, 0.5),
    microseconds: ((spentOn(child.pid) ?? 0) - before) / messages,
  }
}

/**
 * Many conversations at once. Their answers leave at the pace of the platform.
 *
 * @param {Rival | undefined} rival
 * @param {Platform} platform
 */
async function burst(rival, platform) {
  const visitors = new Visitors(platform, rival?.url ?? '', BOTS)
  const start = performance.now()
  for (let message = 0; message < MESSAGES; message++)
    for (let i = 0; i < CONVERSATIONS; i++) visitors.ask(1_000 + i, i + message)
  await visitors.handedOver()
  await untilAnswered(visitors)
  visitors.close()
  const seconds = rounded((performance.now() - start) / 1_000)
  return { reordered: visitors.heard.wrong, unanswered: visitors.waiting, seconds }
}

/** @param {Visitors} visitors */
async function untilAnswered(visitors) {
  const deadline = performance.now() + PATIENCE
  while (visitors.waiting > 0 && performance.now() < deadline) await setTimeout(10)
}

/**
 * @param {string} folder
 * @param {Platform} platform
 * @returns {Promise<Rival>}
 */
async function startDesk(folder, platform) {
  const desk = join(folder, 'desk')
  cpSync(join(here, 'desk'), desk, { recursive: true })
  makeTable(join(desk, 'office.db'))
  for (let bot = 0; bot < BOTS; bot++) {
    const settings = `kind: telegram, updates: webhook, token: "\${BOT_${bot}}", api: "${platform.url}"`
    appendFileSync(join(desk, 'desk.yaml'), `  bot-${bot}: { ${settings} }\n`)
    appendFileSync(join(desk, '.env'), `BOT_${bot}=${tokenOf(bot)}\n`)
  }
  const port = String(await freePort())
  const rival = spawned('frontdesk', [program, 'serve', desk, '--quiet', '--port', port], port)
  const isReady = async () => {
    const ready = await fetch(`${rival.url}/readyz`).catch(() => null)
    return ready?.ok === true && platform.secrets.size === BOTS
  }
  await until(isReady, rival)
  return rival
}

/**
 * @param {string} folder
 * @param {Platform} platform
 */
async function startBare(folder, platform) {
  const file = join(folder, 'desk/office.db')
  const port = String(await freePort())
  const args = [join(here, 'bare.mjs'), port, file, platform.url, String(BOTS)]
  const rival = spawned('bare', args, port)
  await until(
    () =>
      fetch(rival.url).then(
        ({ ok }) => ok,
        () => false,
      ),
    rival,
  )
  return rival
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {string} port
 * @returns {Rival}
 */
function spawned(name, args, port) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return { name, child, url: `http://127.0.0.1:${port}` }
}

/** @param {() => Promise<boolean>} isReady @param {Rival} rival */
async function until(isReady, { name, child }) {
  for (let tries = 0; tries < 600; tries++) {
    if (await isReady()) return
    if (child.exitCode !== null) throw new Error(`${name} ended before it was ready`)
    await setTimeout(100)
  }
  throw new Error(`${name} does not get ready`)
}

/** @param {Rival} rival */
async function stop({ child }) {
  child.kill('SIGTERM')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** @param {string} file */
function makeTable(file) {
  const db = new (sqlite().DatabaseSync)(file)
  db.exec(
    'create table faculty (id integer primary key, name text not null unique, cabin text not null, phone text not null)',
  )
  const insert = db.prepare('insert into faculty values (?, ?, ?, ?)')
  teachers.forEach((name, i) => insert.run(i, name, `CS-${100 + i}`, `022 2547 ${4000 + i}`))
  db.close()
}

/** The median time the disk takes to keep a page, in milliseconds. @param {string} folder */
function fsync(folder) {
  const file = openSync(join(folder, 'pages'), 'w')
  const page = Buffer.alloc(4096)
  const times = Array.from({ length: 200 }, () => {
    const began = performance.now()
    writeSync(file, page)
    fdatasyncSync(file)
    return performance.now() - began
  })
  closeSync(file)
  return rounded(quantile(times, 0.5))
}

/** @param {readonly number[]} numbers @param {number} share */
function quantile(numbers, share) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0
}

/** @param {number} number */
function rounded(number) {
  return Math.round(number * 100) / 100
}
