import { expect, test } from 'vitest'
import { headScores, learnHead } from './head.ts'
import { workspace } from './product.ts'

/** Numbers from -1 to 1, the same at every run. */
function sequence(seed: number): () => number {
  let state = seed
  return () => ((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647) * 2 - 1
}

/** Three clouds in twelve dimensions, each around an axis of its own. */
function clouds(count: number, seed: number) {
  const random = sequence(seed)
  const width = 12
  const owners = Int32Array.from({ length: count }, (_, i) => i % 3)
  const values = new Float32Array(count * width).map(
    (_, at) => random() * 0.6 + (at % width === owners[Math.floor(at / width)]! ? 1 : 0),
  )
  return { vectors: { width, values }, owners }
}

const row = ({ width, values }: { width: number; values: Float32Array }, i: number) =>
  values.subarray(i * width, (i + 1) * width)

const best = (scores: Float32Array) => scores.indexOf(Math.max(...scores))

test('vectors it has not seen are given to the cloud they are from', () => {
  const seen = clouds(150, 1)
  const head = learnHead(seen.vectors, seen.owners, 3)
  const unseen = clouds(300, 2)
  const right = Array.from(unseen.owners).filter(
    (owner, i) => best(headScores(head, row(unseen.vectors, i))) === owner,
  )
  expect(right.length / 300).toBeGreaterThan(0.93)
})

test('the same vectors give the same head, and those without an owner leave no trace', () => {
  const { vectors, owners } = clouds(90, 3)
  expect(learnHead(vectors, owners, 3)).toEqual(learnHead(vectors, owners, 3))
  const left = owners.map((owner, i) => (i < 45 ? owner : -1))
  const elsewhere = { ...vectors, values: vectors.values.slice() }
  elsewhere.values.fill(9, 45 * 12)
  expect(learnHead(elsewhere, left, 3)).toEqual(learnHead(vectors, left, 3))
})

test('the kernel of a workspace multiplies every vector with every row', () => {
  const { arrays, multiply } = workspace([4 * 8, 3 * 8, 4 * 3])
  const [vectors, matrix, out] = arrays as [Float32Array, Float32Array, Float32Array]
  vectors.forEach((_, i) => (vectors[i] = i - 10))
  matrix.forEach((_, i) => (matrix[i] = (i % 5) - 2))
  multiply(0, 4, 1, 8, 3, 2)
  const dot = (v: number, r: number) =>
    vectors.subarray(v * 8, v * 8 + 8).reduce((sum, x, c) => sum + x * matrix[r * 8 + c]!, 0)
  expect([...out]).toEqual([0, 1, 2, 3].flatMap((v) => [0, 1, 2].map((r) => dot(v, r))))
})
