import { expect, test } from 'vitest'
import { measure } from './measure.ts'
import type { Prediction } from './measure.ts'

function prediction(
  intent: string | null,
  predicted: string,
  score: number,
  confidence = 0.5,
): Prediction {
  const predictedWithRejection = score >= 0 ? predicted : null
  return { text: '', intent, predicted, predictedWithRejection, confidence, score }
}

const measured = measure([
  prediction('fees', 'fees', 3),
  prediction('fees', 'fees', -1),
  prediction('bus', 'fees', 2),
  prediction('bus', 'bus', 1),
  prediction(null, 'bus', -2),
  prediction(null, 'bus', 1.5),
])

test('accuracy knows no refusal, in-scope accuracy does', () => {
  expect(measured).toMatchObject({ accuracy: 0.75, inScopeAccuracy: 0.5, inScopeRefused: 0.25 })
})

test('sentences out of scope are found, and refusals are right', () => {
  expect(measured).toMatchObject({ outOfScopeRecall: 0.5, outOfScopePrecision: 0.5 })
  // Of the eight pairs of one with and one without an intent, the former has the higher score in six.
  expect(measured.auroc).toBeCloseTo(6 / 8)
})

test('each intent is measured for itself', () => {
  expect(measured.perIntent).toEqual([
    { intent: 'fees', rows: 2, precision: 2 / 3, recall: 1, f1: 0.8 },
    { intent: 'bus', rows: 2, precision: 1, recall: 0.5, f1: 2 / 3 },
  ])
  expect(measured.macroF1).toBeCloseTo((0.8 + 2 / 3) / 2)
})

test('the correlation is 1 when all is right and 0 when everything is called the same', () => {
  const right = [prediction('a', 'a', 1), prediction('b', 'b', 1), prediction(null, 'a', -1)]
  expect(measure(right).mcc).toBeCloseTo(1)
  const same = [prediction('a', 'a', 1), prediction('b', 'a', 1)]
  expect(measure(same).mcc).toBe(0)
})

test('confidence is off by as much as it differs from the share that is right', () => {
  const sure = Array.from({ length: 10 }, (_, i) => prediction('a', i < 7 ? 'a' : 'b', 1, 0.9))
  expect(measure(sure).calibrationError).toBeCloseTo(0.2)
})
