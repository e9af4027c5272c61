import { expect, test } from 'vitest'
import { openEnglish } from './encoder/index.ts'
import { classify } from './model.ts'
import { train } from './train.ts'
import { trainApart } from './train-apart.ts'

const subjects = [
  'fees',
  'hostel',
  'library',
  'exam',
  'bus',
  'canteen',
  'club',
  'result',
  'teacher',
  'map',
]
const aspects = [
  'timing',
  'contact',
  'rule',
  'price',
  'location',
  'form',
  'deadline',
  'list',
  'status',
]
const frames = [
  'what is the S A',
  'tell me the A of the S',
  'S A please',
  'i want to know about S A',
  'S ka A kya hai',
  'can you show S A today',
]

function taught(name: string, texts: readonly string[]) {
  return { name, slots: [], phrases: texts.map((text) => ({ text, language: 'en', marks: [] })) }
}

/** Ninety intents of six phrases: each a subject and an aspect of it. */
const college = subjects.flatMap((subject) =>
  aspects.map((aspect) =>
    taught(
      `${subject}-${aspect}`,
      frames.map((frame) => frame.replace('S', subject).replace('A', aspect)),
    ),
  ),
)

test('the same phrases give the same model', () => {
  const few = college.slice(0, 9)
  expect(train(few, { strictness: 0.05 })).toEqual(train(few, { strictness: 0.05 }))
})

test('a model trained in a process of its own is the same model', async () => {
  const few = college.slice(0, 9)
  const background = { vectorOf: null, english: await openEnglish() }
  expect(await trainApart(few, { strictness: 0.05 })).toEqual(
    train(few, { strictness: 0.05 }, background),
  )
})

test('ninety intents are trained in less than two seconds', () => {
  const start = process.cpuUsage()
  const model = train(college, { strictness: 0.05 })
  // Time of the processor, so that a busy machine fails no one.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000)
  expect(classify(model, 'hostel ka price kitna hai', []).candidates[0]?.intent).toBe(
    'hostel-price',
  )
})

test('two phrases are enough for an intent', () => {
  const model = train(
    [
      taught('fees', ['how much are the fees', 'fees kitni hai']),
      taught('bus', ['which bus goes to the station', 'bus timings']),
    ],
    { strictness: 0.05 },
  )
  expect(classify(model, 'what are the fees', [])).toMatchObject({
    sure: true,
    candidates: [{ intent: 'fees' }, {}],
  })
})

test('a desk of one intent does not take everything for it', () => {
  const model = train([taught('fees', ['how much are the fees', 'fees kitni hai'])], {
    strictness: 0.05,
  })
  expect(classify(model, 'fees batao', []).sure).toBe(true)
  expect(classify(model, 'my cat likes fish', []).sure).toBe(false)
})

test('a stricter desk refuses more', () => {
  const [lax, strict] = [0, 0.3].map((strictness) => train(college, { strictness }).calibration)
  expect(strict!.leastCertainty).toBeGreaterThan(lax!.leastCertainty)
})

test('without a phrase there is nothing to learn', async () => {
  const empty = [taught('fees', [])]
  expect(() => train(empty, { strictness: 0.05 })).toThrow(
    expect.objectContaining({ code: 'nlu/no-intents' }),
  )
  await expect(trainApart(empty, { strictness: 0.05 })).rejects.toMatchObject({
    code: 'nlu/no-intents',
  })
})

test('a phrase said to the word means its intent, unless two intents have it', () => {
  const intents = [
    taught('my-fees', ['my fees', 'what do I owe', 'dues']),
    taught('portal', ['pay fees on the portal', 'fees portal link', 'dues']),
  ]
  const model = train(intents, { strictness: 0.05 })
  expect(classify(model, 'My fees!', []).candidates).toEqual([{ intent: 'my-fees', confidence: 1 }])
  expect(classify(model, 'Hello sir, my fees please', []).candidates).toEqual([
    { intent: 'my-fees', confidence: 1 },
  ])
  for (const text of ['dues', 'please', 'my please fees'])
    expect(classify(model, text, []).candidates[0]?.confidence ?? 0).toBeLessThan(1)
})
