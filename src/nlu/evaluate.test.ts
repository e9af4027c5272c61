import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'

const training = [
  { text: 'how much are the fees', intent: 'fees' },
  { text: 'fees kitni hai', intent: 'fees' },
  { text: 'what do I have to pay', intent: 'fees' },
  { text: 'which bus goes to the station', intent: 'bus' },
  { text: 'bus timings', intent: 'bus' },
  { text: 'bus kab aati hai', intent: 'bus' },
  { text: 'who is your favourite poet', intent: null },
]

test('counts what is right, what is refused and what is out of scope', () => {
  const { evaluation, predictions } = evaluate(training, [
    { text: 'fees kitni hain', intent: 'fees' },
    { text: 'what are the fees', intent: 'fees' },
    { text: 'bus timing', intent: 'bus' },
    { text: 'zebras graze quietly', intent: null },
  ])
  expect(predictions.map(({ intent }) => intent)).toEqual(['fees', 'fees', 'bus', null])
  expect(evaluation).toMatchObject({
    rows: 4,
    intents: 2,
    accuracy: 1,
    accuracyWithoutRefusal: 1,
    macroF1: 1,
    refused: 0,
    outOfScope: { rows: 1, recall: 1, precision: 1 },
  })
})

test('an intent the training never had counts as wrong, not as an error', () => {
  const { evaluation } = evaluate(training, [{ text: 'bus timing', intent: 'tram' }])
  expect(evaluation).toMatchObject({ accuracy: 0, macroF1: 0 })
  expect(evaluation.outOfScope).toEqual({ rows: 0, recall: null, precision: null })
})

test('where nothing is out of scope nothing is refused, unless a strictness is given', () => {
  const inScope = training.filter(({ intent }) => intent !== null)
  const unseen = [{ text: 'zebras graze quietly', intent: 'bus' }]
  expect(evaluate(inScope, unseen).evaluation.refused).toBe(0)
  expect(evaluate(inScope, unseen, 0.05).evaluation.refused).toBe(1)
})
