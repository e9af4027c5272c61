/**
 * Whether the rows of an answer are those of the right one: column names do not count, further columns are allowed, and
 * numbers may differ by a ten-thousandth. As a set, or as a multiset where a row that comes twice counts twice.
 *
 * @typedef {readonly (readonly unknown[])[]} Rows
 */

/** @param {Rows} rows @param {Rows} wanted @param {'set' | 'multiset'} as */
export function isRight(rows, wanted, as) {
  if (as === 'multiset' && rows.length !== wanted.length) return false
  if (rows.length === 0 || wanted.length === 0) return rows.length === wanted.length
  const told = rows.map((row) => row.map(plain))
  const right = wanted.map((row) => row.map(plain))
  const columns = (right[0] ?? []).map((_, k) => columnsLike(told, right, k))
  const goal = bag(right, as)
  return choices(columns).some((picked) =>
    isSame(
      bag(
        told.map((row) => picked.map((i) => row[i] ?? '')),
        as,
      ),
      goal,
    ),
  )
}

/** @param {unknown} value */
function plain(value) {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'boolean') return String(Number(value))
  const number = Number(value)
  const isNumber = String(value).trim() !== '' && Number.isFinite(number)
  return isNumber ? String(Math.round(number * 1e4) / 1e4) : String(value).toLowerCase()
}

/**
 * The columns whose values are those of column `k`.
 *
 * @param {string[][]} told @param {string[][]} right @param {number} k
 */
function columnsLike(told, right, k) {
  const values = new Set(right.map((row) => row[k]))
  return (told[0] ?? []).flatMap((_, i) => {
    const own = new Set(told.map((row) => row[i]))
    return own.size === values.size && [...own].every((value) => values.has(value)) ? [i] : []
  })
}

/**
 * Every way to take one of each without taking any twice.
 *
 * @param {number[][]} columns
 * @returns {number[][]}
 */
function choices(columns) {
  const [first, ...rest] = columns
  if (first === undefined) return [[]]
  const others = choices(rest)
  return first.flatMap((one) =>
    others.filter((some) => !some.includes(one)).map((some) => [one, ...some]),
  )
}

/** @param {string[][]} rows @param {'set' | 'multiset'} as */
function bag(rows, as) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const row of rows) {
    const key = JSON.stringify(row)
    counts.set(key, as === 'set' ? 1 : (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** @param {Map<string, number>} a @param {Map<string, number>} b */
function isSame(a, b) {
  return a.size === b.size && [...a].every(([key, count]) => b.get(key) === count)
}
