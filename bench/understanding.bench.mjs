/**
 * Understanding on public sets, trained on one part and measured on another, beside NLP.js on the same parts and what
 * others published. NLP.js takes minutes for the large sets; `UNDERSTANDING_RIVAL=0` leaves it out. The sets are not in
 * this repository: `UNDERSTANDING_DATA` names the folder that holds them, `UNDERSTANDING_SETS` some of them by
 * name, with commas between. Without the folder there is nothing to measure, and the bench says so.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byNlpJs } from './understanding/nlp-js.mjs'
import { published } from './understanding/published.mjs'
import { readSets } from './understanding/sets.mjs'

const program = join(import.meta.dirname, '../bin/frontdesk.mjs')

/** At least, in shares. */
const promised = {
  clinc150: { accuracy: 0.95, outOfScopeRecallAt3: 0.8, auroc: 0.97 },
  banking77: { accuracy: 0.92 },
  hinglish: { accuracy: 0.9 },
  'hinglish-from-english': { accuracy: 0.7 },
}

export async function bench() {
  const folder = process.env['UNDERSTANDING_DATA']
  if (folder === undefined) return { ok: false, missing: 'UNDERSTANDING_DATA' }
  const withRival = process.env['UNDERSTANDING_RIVAL'] !== '0'
  const wanted = process.env['UNDERSTANDING_SETS']?.split(',')
  const sets = readSets(folder).filter(({ name }) => wanted?.includes(name) ?? true)
  /** @type {Record<string, Record<string, unknown>>} */
  const measured = {}
  for (const set of sets) {
    const nlpJs = withRival ? await byNlpJs(set.train, set.test) : null
    measured[set.name] = { ...figuresOf(set), nlpJs, published: publishedOn(set.name) }
    process.stderr.write(`${set.name} ${JSON.stringify(measured[set.name])}\n`)
  }
  return { ok: sets.length > 0 && isAsPromised(measured), promised, ...measured }
}

/** @typedef {Record<string, unknown> & { perIntent: readonly { intent: string, f1: number }[] }} Printed */

/** @param {import('./understanding/sets.mjs').Set} set */
function figuresOf({ train, test }) {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-understanding-'))
  try {
    const files = [train, test].map((rows, i) => {
      const file = join(folder, `${i}.jsonl`)
      writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      return file
    })
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [program, 'evaluate', ...files, '--json'],
      { encoding: 'utf8', maxBuffer: 1e8 },
    )
    if (status !== 0) throw new Error(stderr)
    const { perIntent, ...figures } = /** @type {Printed} */ (JSON.parse(stdout))
    return { ...figures, worstIntents: worst(perIntent) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {readonly { intent: string, f1: number }[]} perIntent */
function worst(perIntent) {
  return perIntent
    .toSorted((a, b) => a.f1 - b.f1)
    .slice(0, 3)
    .map(({ intent }) => intent)
}

/** @param {string} name */
function publishedOn(name) {
  return /** @type {Record<string, unknown>} */ (published)[name] ?? {}
}

/** @param {Record<string, Record<string, unknown>>} measured */
function isAsPromised(measured) {
  return Object.entries(promised).every(([name, least]) =>
    Object.entries(least).every(([key, share]) => {
      const figure = measured[name]?.[key]
      return figure === undefined || Number(figure) >= share
    }),
  )
}
