import { expect, test } from 'vitest'
import { standardise, sumOf } from './standard.ts'

/** Questions for the desk score about 1, others about 0, on three scales. */
const judged = Array.from({ length: 1000 }, (_, i) => {
  const isInside = i % 4 !== 0
  const noise = ((i * 7919) % 1000) / 1000 - 0.5
  const score = (isInside ? 1 : 0) + noise
  return { isInside, isGood: isInside, scores: [score, 100 * score, score / 100], bonus: 0 }
})
const standard = standardise(judged, 0.1)
const refused = (one: (typeof judged)[number]) => sumOf(one, standard) < standard.leastScore

test('strictness is the share of good questions refused', () => {
  const good = judged.filter(({ isGood }) => isGood)
  expect(good.filter(refused).length / good.length).toBeCloseTo(0.1, 2)
  expect(judged.filter((one) => !one.isInside && refused(one)).length).toBeGreaterThan(200)
})

test('scores on different scales have the same say', () => {
  expect(standard.deviations[1]! / standard.deviations[0]!).toBeCloseTo(100, 3)
  const one = { scores: [1, 100, 0.01], bonus: 0 }
  const each = one.scores.map((score, i) => (score - standard.means[i]!) / standard.deviations[i]!)
  expect(each[0]).toBeCloseTo(each[1]!, 4)
  expect(sumOf({ ...one, bonus: -2 }, standard)).toBeCloseTo(3 * each[0]! - 2, 4)
})

test('the higher the sum, the likelier the question is for the desk', () => {
  expect(standard.slope).toBeGreaterThan(0.5)
  expect(standard.offset).toBeGreaterThan(0)
})

test('with nothing held out nothing is refused for its score', () => {
  expect(standardise([], 0.05)).toMatchObject({ means: [], leastScore: 0 })
})
