/**
 * From a clone to the first answer: a clean copy of the repository, npm's cache warm, the college desk.
 * Times are in seconds, sizes in megabytes; `busy` is processor time, which a busy machine hardly changes.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { npm } from '../bin/npm.mjs'
import { pruneForeign } from '../bin/prune.mjs'
import { freePort } from '../test/servers/private-server.mjs'

const root = join(import.meta.dirname, '..')
const RUNS = Number(process.env['BENCH_ROUNDS'] ?? 5)

/** Milliseconds after which nobody has asked for so long that the desk is idle: by then it has put threads away. */
const QUIET = 15_000

const limits = { install: 15, listening: 1.5, answer: 3, memory: 110, dependencies: 80 }

export async function bench() {
  const folder = cleanCopy()
  try {
    await fetchPackages(folder)
    const install = await seconds(() => fetchPackages(folder))
    const firstEver = await startAndAsk(folder)
    const runs = []
    for (let run = 0; run < RUNS; run++) runs.push(await startAndAsk(folder))
    const listening = median(runs.map((run) => run.listening))
    const answer = median(runs.map((run) => run.answer))
    const memory = median(runs.map((run) => run.memory))
    const figures = { install, listening, answer, memory, dependencies: dependencies(folder) }
    const ok = Object.entries(limits).every(([key, limit]) => Reflect.get(figures, key) <= limit)
    const busy = runs.map((run) => run.busy).toSorted((a, b) => a.answer - b.answer)[RUNS >> 1]
    return { ok, ...figures, busy, firstEver, limits }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What git keeps, as it is in the working tree. */
function cleanCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-start-'))
  const list = ['ls-files', '--cached', '--others', '--exclude-standard']
  const { stdout } = spawnSync('git', list, { cwd: root, encoding: 'utf8' })
  for (const file of stdout.split('\n').filter(Boolean))
    cpSync(join(root, file), join(folder, file))
  return folder
}

/**
 * What the program does in a fresh clone; npm removes what was there before.
 *
 * @param {string} folder
 */
async function fetchPackages(folder) {
  const args = ['ci', '--prefer-offline', '--workspaces=false', '--omit=dev']
  const { code, output } = await npm(args, { cwd: folder })
  if (code !== 0) throw new Error(output)
  pruneForeign(folder)
}

/** @param {string} folder */
async function startAndAsk(folder) {
  const port = await freePort()
  const started = performance.now()
  const args = [...startArguments(folder), '--port', String(port)]
  const desk = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await untilAnswered(`http://127.0.0.1:${port}/healthz`)
    const listening = since(started)
    const busyListening = processorSeconds(desk.pid)
    await untilAnswered(`http://127.0.0.1:${port}/channels/web`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'who is the HOD of computer science?' }),
    })
    const answer = since(started)
    const busy = { listening: busyListening, answer: processorSeconds(desk.pid) }
    await setTimeout(QUIET)
    return { listening, answer, busy, memory: residentMegabytes(desk.pid) }
  } finally {
    const ended = once(desk, 'exit')
    desk.kill()
    await ended
  }
}

/**
 * What `npm start` gives to Node.
 *
 * @param {string} folder
 */
function startArguments(folder) {
  const manifest = /** @type {{ scripts: { start: string } }} */ (
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  )
  return manifest.scripts.start.split(' ').slice(1)
}

/**
 * @param {string} url
 * @param {RequestInit} [request]
 */
async function untilAnswered(url, request) {
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline) {
    const response = await fetch(url, request).catch(() => undefined)
    await response?.arrayBuffer()
    if (response?.ok) return
    await setTimeout(10)
  }
  throw new Error(`${url} does not answer`)
}

/**
 * What it has computed so far, whatever else the machine does meanwhile.
 *
 * @param {number | undefined} pid
 */
function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const ticksPerSecond = 100
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** @param {number | undefined} pid */
function residentMegabytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024)
}

/** @param {string} folder */
function dependencies(folder) {
  const { stdout } = spawnSync('du', ['-sm', 'node_modules'], { cwd: folder, encoding: 'utf8' })
  return Number(stdout.split('\t')[0])
}

/** @param {() => Promise<unknown>} work */
async function seconds(work) {
  const started = performance.now()
  await work()
  return since(started)
}

/** @param {number} started */
function since(started) {
  return Math.round(performance.now() - started) / 1000
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
