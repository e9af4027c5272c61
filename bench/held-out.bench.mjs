/**
 * Questions by people who had not read the desk, each asked once: how many are answered right, asked back, refused or
 * answered wrong. What is right comes from the databases. Two sets, in test/college/held-out: sixty, of which at most
 * 5 % may be wrong, and two hundred in three languages, many mistyped, of which at most 10 % may be.
 * The verdicts are printed one a line; HELD_OUT_REPLIES=1 prints the replies too.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import { build, isFresh } from '../build.mjs'
import { judge, replyText } from './held-out/judge.mjs'

const root = join(import.meta.dirname, '..')
const NOW = '2026-11-23T10:00:00+05:30'
/** The sets by name, and the share of each that may be wrong. */
const sets = [
  { name: 'first', file: 'questions.jsonl', mostWrong: 0.05 },
  { name: 'second', file: 'more-questions.jsonl', mostWrong: 0.1 },
]

/** @typedef {import('./held-out/judge.mjs').Expectation} Expectation */
/** @typedef {import('./held-out/judge.mjs').Turn} Turn */
/** @typedef {import('./held-out/judge.mjs').Verdict} Verdict */
/** @typedef {typeof import('../src/index.ts')} Frontdesk */

/**
 * `turns` are said in one conversation and the reply to the last is judged; `as` is the roll number of whoever asks.
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {string} topic
 * @property {readonly string[]} turns
 * @property {string} [as]
 * @property {Expectation & { sql?: { source: string, text: string, match?: import('./held-out/judge.mjs').Match } }} expect
 */

export async function bench() {
  const data = mkdtempSync(join(tmpdir(), 'frontdesk-held-out-'))
  try {
    let ok = true
    /** @type {Record<string, object>} */
    const figures = {}
    for (const { name, file, mostWrong } of sets) {
      const verdicts = await judgeAll(data, file)
      const counts = tally(verdicts)
      ok &&= counts.wrong <= mostWrong * verdicts.length
      figures[name] = { asked: verdicts.length, ...counts, topics: byTopic(verdicts) }
    }
    return { ok, ...figures }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** @param {readonly { topic: string, verdict: Verdict }[]} verdicts */
function byTopic(verdicts) {
  /** @type {Record<string, ReturnType<typeof tally>>} */
  const topics = {}
  for (const { topic } of verdicts)
    topics[topic] ??= tally(verdicts.filter((one) => one.topic === topic))
  return topics
}

/**
 * @param {string} data where the databases are made
 * @param {string} file
 */
async function judgeAll(data, file) {
  const frontdesk = await load()
  const opened = await open(frontdesk, data)
  try {
    const verdicts = []
    for (const question of readQuestions(file)) {
      const turn = /** @type {Turn} */ (frontdesk.turnJson(await ask(opened, question)))
      const verdict = judge(turn, expectationOf(question, data))
      report(question, turn, verdict)
      verdicts.push({ topic: question.topic, verdict })
    }
    return verdicts
  } finally {
    await opened.close()
  }
}

/** The program as it is built. */
async function load() {
  if (!isFresh()) await build()
  const url = pathToFileURL(join(root, 'dist/index.js')).href
  return /** @type {Frontdesk} */ (await import(url))
}

/**
 * The college with its clock standing still. A busy machine gets the time it needs: with values missing, something
 * else would be judged than the desk.
 *
 * @param {Frontdesk} frontdesk
 * @param {string} data
 */
async function open(frontdesk, data) {
  /** @type {string[]} */
  const failures = []
  const opened = await frontdesk.openDesk(join(root, 'examples/college'), {
    keep: false,
    learnsAll: true,
    env: {},
    clock: () => Date.parse(NOW),
    random: () => 0,
    relocate: ({ name }) => ({
      kind: 'sqlite',
      name,
      file: join(data, `${name}.db`),
      timeoutSeconds: 60,
    }),
    observe: (observation) => {
      if (observation.kind === 'error') failures.push(observation.message)
    },
  })
  if (failures.length > 0) throw new Error(failures.join('\n'))
  return opened
}

/**
 * @param {string} file
 * @returns {readonly Question[]}
 */
function readQuestions(file) {
  const path = join(root, 'test/college/held-out', file)
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line) => /** @type {Question} */ (JSON.parse(line)))
}

/**
 * The turn that answers the last thing said.
 *
 * @param {import('../src/index.ts').OpenedDesk} opened
 * @param {Question} question
 */
async function ask({ desk }, { id, turns, as }) {
  const person = as === undefined ? {} : { as: { identity: 'student', key: as } }
  const at = new Date(NOW).toISOString()
  let last
  for (const [nth, said] of turns.entries()) {
    const message = { id: `${id}-${nth}`, conversation: id, channel: 'terminal', text: said, at }
    last = (await desk.take(message, person)).turn
  }
  if (last === undefined) throw new Error(`${id} says nothing`)
  return last
}

/**
 * What a right reply must tell, looked up in the databases the desk has just answered from.
 *
 * @param {Question} question
 * @param {string} data
 * @returns {Expectation}
 */
function expectationOf({ id, expect: { sql, ...expected } }, data) {
  if (sql === undefined) return expected
  const database = new DatabaseSync(join(data, `${sql.source}.db`), { readOnly: true })
  try {
    const rows = database.prepare(sql.text).all()
    if (rows.length === 0) throw new Error(`${id} expects rows, and there are none`)
    const match = sql.match ?? 'all'
    return { ...expected, match, rows: rows.map((row) => Object.values(/** @type {{}} */ (row))) }
  } finally {
    database.close()
  }
}

/**
 * @param {Question} question
 * @param {Turn} turn
 * @param {Verdict} verdict
 */
function report({ id, topic, turns }, turn, verdict) {
  const said = process.env['HELD_OUT_REPLIES'] === '1' ? `\n${replyText(turn)}\n` : ''
  process.stderr.write(`${verdict.padEnd(9)} ${id} ${topic}: ${turns.join(' / ')}${said}\n`)
}

/** @param {readonly { verdict: Verdict }[]} verdicts */
function tally(verdicts) {
  const counts = { right: 0, clarified: 0, refused: 0, wrong: 0 }
  for (const { verdict } of verdicts) counts[verdict]++
  return counts
}
