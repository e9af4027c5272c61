import type { Vector } from './features.ts'

/** Vectors side by side: row `i` is `ids` and `values` from `starts[i]` to `starts[i + 1]`. */
export interface Rows {
  readonly starts: Int32Array
  readonly ids: Int32Array
  readonly values: Float32Array
  /** One more than the greatest id. */
  readonly dimensions: number
  /** By row: its squared length, the constant feature of the bias included. */
  readonly squares: Float32Array
}

/** A separating plane: positive on one side. */
export interface Plane {
  readonly weights: Float32Array
  readonly bias: number
  /** By row: its dual variable, 0 for a row that did not matter. */
  readonly alphas: Float32Array
}

/** How hard to try. */
export interface Effort {
  /** The price of a row on the wrong side. */
  readonly cost: number
  /** Passes over the rows at the most. */
  readonly sweeps: number
  /** Stop when no projected gradient is farther from 0 than this. */
  readonly tolerance: number
}

/** Packs vectors for training. */
export function packRows(vectors: readonly Vector[], dimensions: number): Rows {
  const starts = new Int32Array(vectors.length + 1)
  vectors.forEach((vector, i) => (starts[i + 1] = (starts[i] ?? 0) + vector.ids.length))
  const ids = new Int32Array(starts[vectors.length] ?? 0)
  const values = new Float32Array(ids.length)
  const squares = new Float32Array(vectors.length)
  vectors.forEach((vector, i) => {
    ids.set(vector.ids, starts[i])
    values.set(vector.values, starts[i])
    squares[i] = vector.values.reduce((sum, value) => sum + value * value, 1)
  })
  return { starts, ids, values, dimensions, squares }
}

/**
 * The plane with the widest margin between the rows whose `side` is 1 and those whose `side` is -1; rows whose `side`
 * is 0 take no part. L2-regularised, squared hinge loss, solved in the dual one coordinate at a time, setting aside
 * rows that stay at their bound: Hsieh, Chang, Lin, Keerthi, Sundararajan, "A Dual Coordinate Descent Method for
 * Large-scale Linear SVM", ICML 2008, algorithm 3. `start` are dual variables to begin from.
 */
export function separate(rows: Rows, side: Int8Array, effort: Effort, start?: Float32Array): Plane {
  const plane = planeFrom(rows, side, start)
  const descent = { rows, side, cost: effort.cost, plane, order: rowsTakingPart(side) }
  const all = descent.order.length
  let active = all
  let highest = Infinity
  for (let sweep = 0; sweep < effort.sweeps; sweep++) {
    shuffle(descent.order, active, sweep)
    const pass = descend(descent, active, highest)
    ;({ active } = pass)
    highest = pass.greatest > 0 ? pass.greatest : Infinity
    if (pass.greatest - pass.least > effort.tolerance) continue
    if (active === all) break
    // Converged on the rows still active: look once more at those set aside.
    active = all
    highest = Infinity
  }
  return plane
}

interface MutablePlane {
  weights: Float32Array
  bias: number
  alphas: Float32Array
}

/** What a descent works on: `order` holds the active rows first. */
interface Descent {
  readonly rows: Rows
  readonly side: Int8Array
  readonly cost: number
  readonly plane: MutablePlane
  readonly order: Int32Array
}

interface Pass {
  /** Rows still active. */
  readonly active: number
  /** The greatest and least projected gradient met. */
  readonly greatest: number
  readonly least: number
}

/**
 * One pass over the active rows; rows whose gradient is above `highest` are set aside. This is the inner loop of
 * training, so it is written for speed.
 */
function descend(descent: Descent, activeBefore: number, highest: number): Pass {
  const { rows, side, plane, order } = descent
  const { starts, ids, values, squares } = rows
  const { weights, alphas } = plane
  const diagonal = 0.5 / descent.cost
  let active = activeBefore
  let greatest = -Infinity
  let least = Infinity
  for (let at = 0; at < active; at++) {
    const row = order[at]!
    const sign = side[row]!
    const end = starts[row + 1]!
    let dot = plane.bias
    for (let p = starts[row]!; p < end; p++) dot += weights[ids[p]!]! * values[p]!
    const alpha = alphas[row]!
    const gradient = dot * sign - 1 + alpha * diagonal
    if (alpha === 0 && gradient > highest) {
      active--
      order[at] = order[active]!
      order[active] = row
      at--
      continue
    }
    const projected = alpha === 0 && gradient > 0 ? 0 : gradient
    if (projected > greatest) greatest = projected
    if (projected < least) least = projected
    if (Math.abs(projected) < 1e-12) continue
    const next = Math.max(0, alpha - gradient / (squares[row]! + diagonal))
    alphas[row] = next
    const step = (next - alpha) * sign
    for (let p = starts[row]!; p < end; p++) weights[ids[p]!]! += step * values[p]!
    plane.bias += step
  }
  return { active, greatest, least }
}

/** The plane that dual variables stand for: zero without any. */
function planeFrom(rows: Rows, side: Int8Array, start: Float32Array | undefined): MutablePlane {
  const plane = {
    weights: new Float32Array(rows.dimensions),
    bias: 0,
    alphas: new Float32Array(side.length),
  }
  if (start === undefined) return plane
  for (let row = 0; row < side.length; row++) {
    const step = (start[row] ?? 0) * (side[row] ?? 0)
    if (step === 0) continue
    plane.alphas[row] = start[row]!
    plane.bias += step
    for (let p = rows.starts[row]!; p < rows.starts[row + 1]!; p++)
      plane.weights[rows.ids[p]!]! += step * rows.values[p]!
  }
  return plane
}

function rowsTakingPart(side: Int8Array): Int32Array {
  const order: number[] = []
  side.forEach((sign, row) => sign !== 0 && order.push(row))
  return Int32Array.from(order)
}

/** Shuffles the first `length` entries; the same `seed` gives the same order, so training is repeatable. */
function shuffle(order: Int32Array, length: number, seed: number): void {
  let state = (seed + 1) * 0x9e3779b9
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = Math.floor((state / 2 ** 32) * (i + 1))
    const held = order[i]!
    order[i] = order[j]!
    order[j] = held
  }
}
