/**
 * Questions over tables nobody wrote an intent for: each database below `bench/questions/` is connected with no hand
 * edits and asked its questions, each with the SQL that is right. Told by database are the shares right by set and by
 * multiset of rows, what was refused, what was answered wrong, and the time from a question to its query. `tuned` are
 * the databases looked at while the reading was written; the others were asked first and mended in general only.
 * FRONTDESK_GEOGRAPHY names a folder with the GeoQuery data (geography.sqlite, geography.json); without it that set is
 * left out. FRONTDESK_QUESTIONS_MISSES=1 prints what was not right.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import { build, isFresh } from '../build.mjs'
import { isRight } from './questions/score.mjs'

const root = join(import.meta.dirname, '..')
const folder = join(import.meta.dirname, 'questions')
const tuned = ['office', 'hotel', 'shop', 'concerts', 'pets', 'films', 'airline', 'geography']
const leastRight = 0.85

/** @typedef {{ question: string, sql: readonly string[] }} Question */
/** @typedef {{ asked: number, set: number, multiset: number, refused: number, wrong: number, milliseconds: number[] }} Score */

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
    for (const set of [...ownSets(data), ...geography()]) {
      const score = await ask(frontdesk, set, join(data, `desk-${set.name}`))
      databases[set.name] = { ...told(score), tuned: tuned.includes(set.name) }
      if (set.name !== 'geography') add(all, score)
    }
    return { ok: all.set >= leastRight * all.asked, ...told(all), databases }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** @returns {Score} */
function blank() {
  return { asked: 0, set: 0, multiset: 0, refused: 0, wrong: 0, milliseconds: [] }
}

/** @param {Score} all @param {Score} one */
function add(all, one) {
  all.asked += one.asked
  all.set += one.set
  all.multiset += one.multiset
  all.refused += one.refused
  all.wrong += one.wrong
  all.milliseconds.push(...one.milliseconds)
}

/** @param {Score} score */
function told({ asked, set, multiset, refused, wrong, milliseconds }) {
  const percent = (/** @type {number} */ count) => Math.round((1000 * count) / asked) / 10
  const sorted = milliseconds.toSorted((a, b) => a - b)
  return {
    asked,
    set: percent(set),
    multiset: percent(multiset),
    refused: percent(refused),
    wrong: percent(wrong),
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
 * The questions of GeoQuery with their variables filled in; where several queries are right, any is. Its texts stand in
 * double quotes and it compares with `> ALL`, which SQLite has not.
 */
function geography() {
  const place = process.env['FRONTDESK_GEOGRAPHY'] ?? ''
  const file = join(place, 'geography.sqlite')
  if (place === '' || !existsSync(file)) return []
  const entries =
    /** @type {{ sentences: { text: string, variables: Record<string, string> }[], sql: string[] }[]} */ (
      JSON.parse(readFileSync(join(place, 'geography.json'), 'utf8'))
    )
  const questions = entries.flatMap(({ sentences, sql }) =>
    sentences.map(({ text, variables }) => ({
      question: fill(text, variables),
      sql: sql.map((one) => fill(inSqlite(one), quoted(variables))),
    })),
  )
  return [{ name: 'geography', file, questions }]
}

/** @param {string} sql */
function inSqlite(sql) {
  return sql
    .replaceAll(/> ALL \( SELECT (\S+)/g, '> ( SELECT MAX($1)')
    .replaceAll(/"([^"]*)"/g, "'$1'")
}

/**
 * @param {Record<string, string>} variables
 * @returns {Record<string, string>}
 */
function quoted(variables) {
  const pairs = Object.entries(variables).map(([name, value]) => [
    name,
    value.replaceAll("'", "''"),
  ])
  return /** @type {Record<string, string>} */ (Object.fromEntries(pairs))
}

/** @param {string} text @param {Record<string, string>} variables */
function fill(text, variables) {
  const longestFirst = Object.entries(variables).toSorted(([a], [b]) => b.length - a.length)
  return longestFirst.reduce((filled, [name, value]) => filled.replaceAll(name, value), text)
}

/**
 * @param {typeof import('../src/index.ts')} frontdesk
 * @param {{ name: string, file: string, questions: readonly Question[] }} set
 * @param {string} desk
 */
async function ask(frontdesk, { name, file, questions }, desk) {
  const order = { url: `sqlite:${file}`, folder: desk, open: true, told: () => {} }
  await (await frontdesk.planConnection(order)).write()
  const opened = await frontdesk.openDesk(desk, { keep: false })
  const database = new DatabaseSync(file, { readOnly: true })
  const score = blank()
  try {
    for (const [i, { question, sql }] of questions.entries()) {
      const at = new Date().toISOString()
      const message = {
        id: `${i}`,
        conversation: `${name}-${i}`,
        channel: 'terminal',
        text: question,
        at,
      }
      const { turn } = await opened.desk.take(message)
      judge(
        score,
        question,
        turn,
        sql.map((text) => rowsOf(database, text)).filter((rows) => rows !== null),
      )
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
 * @param {string} question
 * @param {import('../src/index.ts').Turn} turn
 * @param {readonly (readonly (readonly unknown[])[])[]} wanted
 */
function judge(score, question, turn, wanted) {
  const rows = turn.move.kind === 'question' ? turn.queries[0]?.result.rows : undefined
  const isSet = rows !== undefined && wanted.some((one) => isRight(rows, one, 'set'))
  score.asked += 1
  score.milliseconds.push(turn.timings.understand)
  if (isSet) score.set += 1
  if (rows !== undefined && wanted.some((one) => isRight(rows, one, 'multiset')))
    score.multiset += 1
  if (rows === undefined) score.refused += 1
  else if (!isSet) score.wrong += 1
  if (!isSet && process.env['FRONTDESK_QUESTIONS_MISSES'] === '1')
    process.stdout.write(`${rows === undefined ? 'refused' : 'wrong  '} ${question}\n`)
}
