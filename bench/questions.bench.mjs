/**
 * Questions over tables nobody wrote an intent for: each database below `bench/questions/` is connected with no hand
 * edits and asked its questions, each with the SQL that is right. Told by database are the shares right by set and by
 * multiset of rows, what was refused, what was answered wrong, and the time from a question to its query. `tuned` are
 * the databases looked at while the reading was written; the others were asked first and mended in general only.
 * `kinds` tells the shares by what the right query is like. FRONTDESK_GEOGRAPHY names a folder with the GeoQuery data
 * (geography.sqlite, geography.json), asked as it is connected and once more with a few lines of its owner's; without it
 * both are left out. FRONTDESK_QUESTIONS_MISSES=1 prints what was not right.
 */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import { build, isFresh } from '../build.mjs'
import { geography } from './questions/geography.mjs'
import { kindsOf } from './questions/kinds.mjs'
import { isRight } from './questions/score.mjs'

const root = join(import.meta.dirname, '..')
const folder = join(import.meta.dirname, 'questions')
const tuned = ['office', 'hotel', 'shop', 'concerts', 'pets', 'films', 'airline']
const leastRight = 0.85

/** `before` is what was asked before it in the same conversation. */
/** @typedef {{ question: string, sql: readonly string[], before?: readonly string[] }} Question */
/** @typedef {{ asked: number, set: number, multiset: number }} Right */
/** @typedef {Right & { refused: number, wrong: number, milliseconds: number[], kinds: Map<string, Right> }} Score */
/** @typedef {{ name: string, file: string, questions: readonly Question[], defined?: Readonly<Record<string, string>> }} Set */

export async function bench() {
  if (!isFresh()) await build()
  const frontdesk = /** @type {typeof import('../src/index.ts')} */ (
    await import(pathToFileURL(join(root, 'dist/index.js')).href)
  )
  const data = mkdtempSync(join(tmpdir(), 'frontdesk-questions-'))
  try {
    /** @type {Record<string, object>} */
    const databases = {}
    const all = blank()
    for (const set of [...ownSets(data), ...geography(process.env['FRONTDESK_GEOGRAPHY'] ?? '')]) {
      const score = await ask(frontdesk, set, join(data, `desk-${set.name}`))
      const isGeography = set.name.startsWith('geography')
      databases[set.name] = { ...told(score), tuned: isGeography || tuned.includes(set.name) }
      if (!isGeography) add(all, score)
    }
    return { ok: all.set >= leastRight * all.asked, ...told(all), databases }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** @returns {Score} */
function blank() {
  return { asked: 0, set: 0, multiset: 0, refused: 0, wrong: 0, milliseconds: [], kinds: new Map() }
}

/** @param {Score} all @param {Score} one */
function add(all, one) {
  all.asked += one.asked
  all.set += one.set
  all.multiset += one.multiset
  all.refused += one.refused
  all.wrong += one.wrong
  all.milliseconds.push(...one.milliseconds)
  for (const [kind, right] of one.kinds) {
    const sum = kindIn(all, kind)
    sum.asked += right.asked
    sum.set += right.set
    sum.multiset += right.multiset
  }
}

/** @param {Score} score @param {string} kind */
function kindIn({ kinds }, kind) {
  const known = kinds.get(kind) ?? { asked: 0, set: 0, multiset: 0 }
  kinds.set(kind, known)
  return known
}

/** @param {Score} score */
function told({ asked, set, multiset, refused, wrong, milliseconds, kinds }) {
  const percent = (/** @type {number} */ count, of = asked) => Math.round((1000 * count) / of) / 10
  const sorted = milliseconds.toSorted((a, b) => a - b)
  return {
    asked,
    set: percent(set),
    multiset: percent(multiset),
    refused: percent(refused),
    wrong: percent(wrong),
    kinds: Object.fromEntries(
      [...kinds].map(([kind, right]) => [
        kind,
        {
          asked: right.asked,
          set: percent(right.set, right.asked),
          multiset: percent(right.multiset, right.asked),
        },
      ]),
    ),
    medianMilliseconds: Math.round(100 * (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 100,
  }
}

/** @param {string} data where the databases are made */
function ownSets(data) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.map((name) => {
    const file = join(data, `${basename(name, '.sql')}.db`)
    const database = new DatabaseSync(file)
    database.exec(`pragma foreign_keys = off; ${readFileSync(join(folder, name), 'utf8')}`)
    database.close()
    const lines = readFileSync(join(folder, name.replace('.sql', '.jsonl')), 'utf8')
      .trim()
      .split('\n')
    const questions = lines.map((line) => /** @type {Question} */ (JSON.parse(line)))
    return { name: basename(name, '.sql'), file, questions }
  })
}

/**
 * @param {typeof import('../src/index.ts')} frontdesk
 * @param {Set} set
 * @param {string} desk
 */
async function ask(frontdesk, { name, file, questions, defined = {} }, desk) {
  const order = { url: `sqlite:${file}`, folder: desk, open: true, told: () => {} }
  await (await frontdesk.planConnection(order)).write()
  for (const [table, lines] of Object.entries(defined))
    appendFileSync(join(desk, `tables/${table}.yaml`), lines)
  const opened = await frontdesk.openDesk(desk, { keep: false })
  const database = new DatabaseSync(file, { readOnly: true })
  const score = blank()
  try {
    for (const [i, { question, sql, before = [] }] of questions.entries()) {
      const conversation = `${name}-${i}`
      const say = (/** @type {string} */ text, /** @type {number} */ n) =>
        opened.desk.take({
          id: `${i}-${n}`,
          conversation,
          channel: 'terminal',
          text,
          at: new Date().toISOString(),
        })
      for (const [n, text] of before.entries()) await say(text, n)
      const { turn } = await say(question, before.length)
      const wanted = sql.map((text) => rowsOf(database, text)).filter((rows) => rows !== null)
      judge(score, { question, turn, sql: sql[0] ?? '', wanted })
    }
    return score
  } finally {
    database.close()
    await opened.close()
  }
}

/**
 * What the right query gives; null where SQLite does not take it: one of GeoQuery names a table wrongly.
 *
 * @param {InstanceType<typeof DatabaseSync>} database
 * @param {string} sql
 */
function rowsOf(database, sql) {
  try {
    const rows = database.prepare(sql).all()
    return rows.map((/** @type {Record<string, unknown>} */ row) => Object.values(row))
  } catch {
    return null
  }
}

/**
 * @param {Score} score
 * @param {{ question: string, turn: import('../src/index.ts').Turn, sql: string,
 *   wanted: readonly (readonly (readonly unknown[])[])[] }} asked
 */
function judge(score, { question, turn, sql, wanted }) {
  const rows = turn.move.kind === 'question' ? turn.queries[0]?.result.rows : undefined
  const isSet = rows !== undefined && wanted.some((one) => isRight(rows, one, 'set'))
  const isMultiset = rows !== undefined && wanted.some((one) => isRight(rows, one, 'multiset'))
  for (const kind of kindsOf(sql)) {
    const right = kindIn(score, kind)
    right.asked += 1
    right.set += Number(isSet)
    right.multiset += Number(isMultiset)
  }
  score.asked += 1
  score.milliseconds.push(turn.timings.understand)
  if (isSet) score.set += 1
  if (isMultiset) score.multiset += 1
  if (rows === undefined) score.refused += 1
  else if (!isSet) score.wrong += 1
  if (!isSet && process.env['FRONTDESK_QUESTIONS_MISSES'] === '1')
    process.stdout.write(`${rows === undefined ? 'refused' : 'wrong  '} ${question}\n`)
}
