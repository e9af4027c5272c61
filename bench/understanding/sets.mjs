import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ text: string, intent: string | null, english?: string }} Row */
/** @typedef {{ name: string, train: readonly Row[], test: readonly Row[] }} Set */

/**
 * The sets there are in a folder: `nlu/clinc150`, `nlu/banking77` and `hinglish`, each with `train.jsonl` and, where it
 * has one, `validation.jsonl`; of BANKING77, which has none, every fifth row is held back.
 *
 * @param {string} folder
 * @returns {readonly Set[]}
 */
export function readSets(folder) {
  return [...clinc(folder), ...banking(folder), ...hinglish(folder)]
}

/** @param {string} folder */
function clinc(folder) {
  const train = read(folder, 'nlu/clinc150/train.jsonl')
  const test = read(folder, 'nlu/clinc150/validation.jsonl')
  if (train.length === 0) return []
  return [
    { name: 'clinc150', train, test },
    { name: 'clinc150-noise', train, test: test.map(withNoise) },
    { name: 'clinc150-10', train: few(train, 10), test },
    { name: 'clinc150-5', train: few(train, 5), test },
  ]
}

/** @param {string} folder */
function banking(folder) {
  const all = shuffled(read(folder, 'nlu/banking77/train.jsonl'))
  const test = all.filter((_, i) => i % 5 === 0)
  const train = all.filter((_, i) => i % 5 !== 0)
  if (all.length === 0) return []
  return [
    { name: 'banking77', train, test },
    { name: 'banking77-10', train: few(train, 10), test },
  ]
}

/** @param {string} folder */
function hinglish(folder) {
  const train = read(folder, 'hinglish/train.jsonl')
  const test = read(folder, 'hinglish/validation.jsonl')
  if (train.length === 0) return []
  const english = train.map((row) => ({ ...row, text: row.english ?? row.text }))
  return [
    { name: 'hinglish', train, test },
    { name: 'hinglish-from-english', train: english, test },
  ]
}

/**
 * @param {string} folder
 * @param {string} file
 * @returns {readonly Row[]}
 */
function read(folder, file) {
  const path = join(folder, file)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => /** @type {Row} */ (JSON.parse(line)))
}

/**
 * So many rows of each intent.
 *
 * @param {readonly Row[]} rows
 * @param {number} most
 */
function few(rows, most) {
  /** @type {Map<string | null, number>} */
  const counts = new Map()
  return shuffled(rows).filter(({ intent }) => {
    const count = counts.get(intent) ?? 0
    counts.set(intent, count + 1)
    return count < most
  })
}

/** Numbers from 0 to 1, the same at every run. */
function sequence() {
  let state = 1
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/**
 * @template T
 * @param {readonly T[]} rows
 */
function shuffled(rows) {
  const random = sequence()
  return rows
    .map((row) => ({ row, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ row }) => row)
}

const random = sequence()

/**
 * Typing mistakes: every second word of four letters or more has one letter left out, put in, swapped or changed.
 *
 * @param {Row} row
 * @returns {Row}
 */
function withNoise(row) {
  let nth = 0
  const text = row.text.replaceAll(/[a-z]{4,}/gi, (word) =>
    nth++ % 2 === 0 ? mistyped(word) : word,
  )
  return { ...row, text }
}

/** @param {string} word */
function mistyped(word) {
  const at = Math.floor(random() * (word.length - 1))
  const letter = String.fromCodePoint(97 + Math.floor(random() * 26))
  const [before, own, next, rest] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)]
  const mistakes = [
    `${before}${next}${rest}`,
    `${before}${letter}${own}${next}${rest}`,
    `${before}${next}${own}${rest}`,
    `${before}${letter}${next}${rest}`,
  ]
  return mistakes[Math.floor(random() * mistakes.length)] ?? word
}
