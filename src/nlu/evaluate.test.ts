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

test('counts what is right, what is refused and what is out of scope', async () => {
  const { evaluation, predictions } = await evaluate(
    training,
    [
      { text: 'fees kitni hain', intent: 'fees' },
      { text: 'what are the fees', intent: 'fees' },
      { text: 'bus timing', intent: 'bus' },
      { text: 'zebras graze quietly', intent: null },
    ],
    { encoder: false },
  )
  expect(predictions.map((one) => one.predictedWithRejection)).toEqual([
    'fees',
    'fees',
    'bus',
    null,
  ])
  expect(predictions.map(({ score }) => score >= 0)).toEqual([true, true, true, false])
  expect(evaluation).toMatchObject({
    rows: 4,
    intents: 2,
    encoderWeight: 0,
    accuracy: 1,
    inScopeAccuracy: 1,
    inScopeRefused: 0,
    macroF1: 1,
    outOfScopeRecall: 1,
    outOfScopePrecision: 1,
    auroc: 1,
    mcc: 1,
  })
})

test('an intent the training never had counts as wrong, not as an error', async () => {
  const { evaluation } = await evaluate(training, [{ text: 'bus timing', intent: 'tram' }])
  expect(evaluation).toMatchObject({ accuracy: 0, macroF1: 0, outOfScopeRecall: null, auroc: null })
})

test('the sentence encoder understands what shares no word with a phrase', async () => {
  const meals = ['breakfast', 'lunch', 'dinner', 'supper', 'a meal', 'something to eat']
  const trains = [
    'the train',
    'the tram',
    'the railway',
    'the express',
    'rail travel',
    'a locomotive',
  ]
  const rows = [
    ...meals.map((meal) => ({ text: `where can I get ${meal}`, intent: 'food' })),
    ...trains.map((train) => ({ text: `how do I reach ${train}`, intent: 'rail' })),
  ]
  const hungry = [{ text: 'I am hungry, sandwiches please', intent: 'food' }]
  const { predictions } = await evaluate(rows, hungry)
  expect(predictions[0]?.predicted).toBe('food')
})
