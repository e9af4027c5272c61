import { expect, test } from 'vitest'
import { packRows, separate } from './svm.ts'
import type { Plane, Rows } from './svm.ts'

const cost = 1
const thorough = { cost, sweeps: 2000, tolerance: 1e-6 }

/** Sixty points of five features, the sides overlapping; the same at every run. */
function overlappingPoints(): { rows: Rows; side: Int8Array } {
  let state = 7
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647
  const side = Int8Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 1 : -1))
  const vectors = Array.from(side, (sign) => ({
    ids: Int32Array.of(0, 1, 2, 3, 4),
    values: Float32Array.from({ length: 5 }, (_, d) => random() + (d === 0 ? sign * 0.3 : 0)),
  }))
  return { rows: packRows(vectors, 5), side }
}

function marginOf(rows: Rows, plane: Plane, side: Int8Array, row: number): number {
  let sum = plane.bias
  for (let p = rows.starts[row]!; p < rows.starts[row + 1]!; p++)
    sum += plane.weights[rows.ids[p]!]! * rows.values[p]!
  return sum * side[row]!
}

/** Half the squared length of weights and bias: the part of the objective both forms share. */
function halfLength({ weights, bias }: Plane): number {
  return weights.reduce((sum, weight) => sum + weight * weight, bias * bias) / 2
}

test('the primal and the dual objective meet', () => {
  const { rows, side } = overlappingPoints()
  const plane = separate(rows, side, thorough)
  const hinge = Array.from(side, (_, row) => Math.max(0, 1 - marginOf(rows, plane, side, row)))
  const primal = halfLength(plane) + cost * hinge.reduce((sum, loss) => sum + loss * loss, 0)
  const penalty = plane.alphas.reduce((sum, alpha) => sum + alpha - (alpha * alpha) / (4 * cost), 0)
  const dual = penalty - halfLength(plane)
  expect(primal).toBeGreaterThan(1)
  expect(Math.abs(primal - dual)).toBeLessThan(1e-3)
})

test('every row satisfies the conditions of Karush, Kuhn and Tucker', () => {
  const { rows, side } = overlappingPoints()
  const plane = separate(rows, side, thorough)
  side.forEach((_, row) => {
    const alpha = plane.alphas[row]!
    const slack = 1 - marginOf(rows, plane, side, row)
    expect(alpha).toBeGreaterThanOrEqual(0)
    if (alpha > 0) expect(alpha).toBeCloseTo(2 * cost * slack, 3)
    else expect(slack).toBeLessThanOrEqual(1e-3)
  })
})

test('beginning from the answer, one sweep changes nothing', () => {
  const { rows, side } = overlappingPoints()
  const plane = separate(rows, side, thorough)
  const again = separate(rows, side, { ...thorough, sweeps: 1 }, plane.alphas)
  again.weights.forEach((weight, d) => expect(weight).toBeCloseTo(plane.weights[d]!, 3))
})

test('rows that take no part leave no trace', () => {
  const { rows, side } = overlappingPoints()
  const half = side.map((sign, row) => (row < 30 ? sign : 0))
  const plane = separate(rows, half, thorough)
  expect(plane.alphas.slice(30).every((alpha) => alpha === 0)).toBe(true)
})
