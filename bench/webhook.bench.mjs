/**
 * The Dialogflow ES webhook answering one look-up on MariaDB, its turn kept by group commit, against what a user would
 * write instead: a bare `node:http` handler with `mysql2`, Flask's own server opening a connection per request (the
 * student's code), and Flask under gunicorn with kept connections. All are asked in shuffled short slices; each round
 * gives one ratio per rival, and the median of the rounds is reported. Requests are per second; beside them stands the
 * time of the processor a request took, in microseconds, which a busy machine changes less.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { execute, provide } from '../test/servers/provide.mjs'
import { contenders, start, stop } from './webhook/contenders.mjs'
import { callFor, makeTable, teachers } from './webhook/faculty.mjs'
import { spentOn } from './webhook/processor.mjs'

/** @typedef {import('./webhook/contenders.mjs').Rival} Rival */

/**
 * What came of one round, by rival: requests per second, and microseconds of the processor for each.
 *
 * @typedef {ReadonlyMap<string, { readonly perSecond: number, readonly microseconds: number | null }>} Round
 */

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9)
const SLICE_SECONDS = Number(process.env['BENCH_SECONDS'] ?? 2)
const CONNECTIONS = 32

/** Requests before the first slice: by then each has compiled what it will. */
const WARMING = Number(process.env['BENCH_WARMING'] ?? 5_000)

/** Least ratio of requests per second against each rival. */
const limits = { bare: 0.7, flask: 6, gunicorn: 2 }

export async function bench() {
  const database = await makeDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-webhook-'))
  /** @type {Rival[]} */
  const rivals = []
  try {
    for (const contender of contenders(folder)) rivals.push(await start(contender, database.url))
    for (const rival of rivals) await shoot(rival, { amount: WARMING })
    const rounds = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await playRound(rivals))
    return figuresOf(rounds, rivals)
  } finally {
    await Promise.all(rivals.map(stop))
    rmSync(folder, { recursive: true, force: true })
    await database.drop()
  }
}

/**
 * @param {readonly Round[]} rounds
 * @param {readonly Rival[]} rivals
 */
function figuresOf(rounds, rivals) {
  const speed = (/** @type {Round} */ round, /** @type {string} */ name) =>
    round.get(name)?.perSecond ?? 0
  const ratios = Object.keys(limits).map((name) => {
    const each = rounds.map((round) => speed(round, 'frontdesk') / speed(round, name))
    return /** @type {const} */ ([name, Math.round(median(each) * 100) / 100])
  })
  const perSecond = rivals.map(({ name }) => {
    const each = rounds.map((round) => speed(round, name))
    return /** @type {const} */ ([name, Math.round(median(each))])
  })
  const microseconds = rivals.map(({ name }) => {
    const each = rounds.map((round) => round.get(name)?.microseconds ?? null)
    const known = each.filter((one) => one !== null)
    return /** @type {const} */ ([name, known.length === 0 ? null : Math.round(median(known))])
  })
  const least = new Map(Object.entries(limits))
  return {
    ok: ratios.every(([name, ratio]) => ratio >= (least.get(name) ?? 0)),
    ratios: Object.fromEntries(ratios),
    limits,
    perSecond: Object.fromEntries(perSecond),
    microseconds: Object.fromEntries(microseconds),
    rounds: ROUNDS,
    connections: CONNECTIONS,
  }
}

async function makeDatabase() {
  const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`)
  const server = await provide('mariadb', { fetch: true, say })
  if ('missing' in server) throw new Error(server.missing)
  const name = `frontdesk_bench_${process.pid}`
  await execute(server.url, `create database ${name} character set utf8mb4`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  await makeTable(url.href)
  const drop = async () => {
    await execute(server.url, `drop database ${name}`)
    await server.stop()
  }
  return { url: url.href, drop }
}

/**
 * One slice for every rival, in an order of its own.
 *
 * @param {readonly Rival[]} rivals
 * @returns {Promise<Round>}
 */
async function playRound(rivals) {
  const shuffled = rivals
    .map((rival) => ({ rival, order: Math.random() }))
    .toSorted((a, b) => a.order - b.order)
  const round = new Map()
  for (const { rival } of shuffled)
    round.set(rival.name, await shoot(rival, { duration: SLICE_SECONDS }))
  return round
}

/**
 * Asks for a slice of time, each connection beginning with another visitor, as visitors do.
 *
 * @param {Rival} rival
 * @param {{ duration: number } | { amount: number }} length in seconds or in requests
 */
async function shoot({ name, url, child }, length) {
  let connection = 0
  const before = spentOn(child.pid)
  const result = await autocannon({
    url,
    ...length,
    connections: CONNECTIONS,
    requests: calls,
    setupClient: (client) => client.setRequests(beginningAt(connection++)),
    idReplacement: true,
    verifyBody: (body) => body.includes(' sits in CS-'),
  })
  const after = spentOn(child.pid)
  const { non2xx, errors, mismatches } = result
  if (non2xx + errors + mismatches > 0)
    throw new Error(`${name}: ${non2xx} refused, ${errors} failed, ${mismatches} wrong`)
  const answered = result['2xx']
  const microseconds = before === null || after === null ? null : (after - before) / answered
  return { perSecond: answered / result.duration, microseconds }
}

const calls = teachers.map((teacher, i) => ({
  method: /** @type {const} */ ('POST'),
  headers: { 'content-type': 'application/json' },
  body: callFor(teacher, i),
}))

/** @param {number} connection */
function beginningAt(connection) {
  const first = Math.floor((connection * calls.length) / CONNECTIONS)
  return [...calls.slice(first), ...calls.slice(0, first)]
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
