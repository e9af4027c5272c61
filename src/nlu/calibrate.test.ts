import { expect, test } from 'vitest'
import { calibrate, certaintyOf, confidences } from './calibrate.ts'
import type { HeldOut } from './calibrate.ts'

/** Numbers from 0 to 1, the same at every run. */
function sequence(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** A world in which the true likelihood of each of ten intents is a softmax of its score with sharpness 6. */
function world(count: number, seed: number): readonly HeldOut[] {
  const random = sequence(seed)
  return Array.from({ length: count }, () => {
    const strange = new Float32Array(10)
    const scores = Float32Array.from({ length: 10 }, () => -1 + random() * random() * 1.4)
    const shares = confidences(scores, { sharpness: 6, none: -0.4 })
    let point = random()
    const intent = shares.findIndex((share) => (point -= share) < 0)
    return { scores, strange, intent }
  })
}

test('a confidence of 0.8 is right four times in five', () => {
  const calibration = calibrate(world(3000, 1), 0.05)
  const best = world(6000, 2).map(({ scores, intent }) => {
    const shares = confidences(scores, calibration)
    const confidence = Math.max(...shares)
    return { confidence, isRight: shares.indexOf(confidence) === intent }
  })
  const sure = best.filter(({ confidence }) => confidence > 0.7 && confidence < 0.9)
  const right = sure.filter(({ isRight }) => isRight).length
  expect(sure.length).toBeGreaterThan(50)
  expect(right / sure.length).toBeGreaterThan(0.72)
  expect(right / sure.length).toBeLessThan(0.88)
})

test('strictness is the share of good questions refused', () => {
  const inside = world(4000, 3).filter(({ intent }) => intent >= 0)
  const good = inside.filter(({ scores, intent }) => scores.indexOf(Math.max(...scores)) === intent)
  const calibration = calibrate(inside, 0.1)
  const refused = good.filter(
    ({ scores }) => certaintyOf(confidences(scores, calibration)) < calibration.leastCertainty,
  )
  expect(refused.length / good.length).toBeCloseTo(0.1, 1)
})

test('confidences and the likelihood of none add up to one', () => {
  const shares = confidences(Float32Array.of(-1, 0.5, 200), {
    sharpness: 22,
    none: -0.5,
  })
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
})

test('with nothing held out, only clear scores are trusted', () => {
  const calibration = calibrate([], 0.05)
  const certainty = (score: number) => certaintyOf(confidences(Float32Array.of(score), calibration))
  expect(certainty(0.5)).toBeGreaterThan(calibration.leastCertainty)
  expect(certainty(-0.8)).toBeLessThan(calibration.leastCertainty)
})
