/**
 * Large schemas: how long connecting a thousand tables takes, and the time from a question to its query with 100 tables and
 * with 1,000, each with 100,000 values in its columns.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import { build, isFresh } from '../build.mjs'

const root = join(import.meta.dirname, '..')
const values = 100_000
const promised = { medianMilliseconds: 2, ratio: 2 }

export async function bench() {
  if (!isFresh()) await build()
  const frontdesk = /** @type {typeof import('../src/index.ts')} */ (
    await import(pathToFileURL(join(root, 'dist/index.js')).href)
  )
  const data = mkdtempSync(join(tmpdir(), 'frontdesk-tables-'))
  try {
    const hundred = await measure(frontdesk, join(data, 'hundred'), 100)
    const thousand = await measure(frontdesk, join(data, 'thousand'), 1000)
    const ratio = Math.round((100 * thousand.median) / hundred.median) / 100
    return {
      ok: hundred.median < promised.medianMilliseconds && ratio < promised.ratio,
      hundred,
      thousand,
      ratio,
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

const things = 'order invoice member visit book room course ticket parcel device'.split(' ')
const trades = 'north south east west city harbour campus clinic market museum'.split(' ')
const parts = 'main branch guest night annual spare local public school garden'.split(' ')

/** Tables of a large house: each trade and part has its members, what they did, and where. @param {number} count */
function namesOf(count) {
  return Array.from({ length: count }, (_, i) => {
    const [thing, trade, part] = [
      things[i % 10],
      trades[Math.floor(i / 10) % 10],
      parts[Math.floor(i / 100)],
    ]
    return [part, trade, thing].filter((word) => word !== undefined).join('_')
  })
}

/** @param {string} file @param {readonly string[]} names */
function fill(file, names) {
  const database = new DatabaseSync(file)
  database.exec('begin')
  const each = values / names.length / 2
  for (const [i, name] of names.entries()) {
    const before = names[i - 1]
    const link = before === undefined ? '' : `, ${before}_id integer references ${before} (id)`
    database.exec(
      `create table ${name} (id integer primary key, name text, city text, price integer, opened_on date${link})`,
    )
    const insert = database.prepare(
      `insert into ${name} values (?, ?, ?, ?, ?${before === undefined ? '' : ', 1'})`,
    )
    for (let n = 1; n <= each; n++)
      insert.run(n, `${name} ${n} item`, `${name} town ${n}`, (n * 37) % 1000, '2024-01-01')
  }
  database.exec('commit')
  database.close()
}

/** @param {typeof import('../src/index.ts')} frontdesk @param {string} folder @param {number} count */
async function measure(frontdesk, folder, count) {
  const file = `${folder}.db`
  const names = namesOf(count)
  fill(file, names)
  const start = performance.now()
  const order = { url: `sqlite:${file}`, folder, open: true, told: () => {} }
  await (await frontdesk.planConnection(order)).write()
  const connectSeconds = (performance.now() - start) / 1000
  const at = performance.now()
  const opened = await frontdesk.openDesk(folder, { keep: false })
  const openSeconds = (performance.now() - at) / 1000
  try {
    /** @type {number[]} */
    const times = []
    let read = 0
    for (const [i, text] of questionsOn(names).entries()) {
      const message = { id: `${i}`, conversation: `c${i}`, channel: 'terminal', text }
      const { turn } = await opened.desk.take({ ...message, at: new Date().toISOString() })
      times.push(turn.timings.understand)
      if (turn.move.kind === 'question') read++
    }
    const sorted = times.slice(40).toSorted((a, b) => a - b)
    const round = (/** @type {number} */ n) => Math.round(100 * n) / 100
    return {
      tables: count,
      connectSeconds: round(connectSeconds),
      openSeconds: round(openSeconds),
      asked: times.length,
      read,
      median: round(sorted[Math.floor(sorted.length / 2)] ?? 0),
      p95: round(sorted[Math.floor(0.95 * sorted.length)] ?? 0),
    }
  } finally {
    await opened.close()
  }
}

/** The same kinds of question over different tables; the first forty warm up. @param {readonly string[]} names */
function questionsOn(names) {
  return Array.from({ length: 240 }, (_, i) => {
    const name = names[(i * 7919) % names.length] ?? ''
    const said = name.replaceAll('_', ' ')
    const kinds = [
      `how many ${said}s are there`,
      `what is the price of ${said} 3 item`,
      `the cheapest ${said}`,
      `${said}s in ${said} town 2`,
      `average price of ${said}s per city`,
      `${said}s opened after 2020 with a price above 100`,
    ]
    return kinds[i % kinds.length] ?? ''
  })
}
