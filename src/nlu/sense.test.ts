import { expect, test } from 'vitest'
import { classify } from './model.ts'
import { train } from './train.ts'

/** A hundred and twenty words without a letter pair in common to tell by, half of them food and half of them rides. */
const words = 'b d f g k l m n p r s t'
  .split(' ')
  .flatMap((first) =>
    ['ax', 'ey', 'iq', 'ow', 'uz', 'av', 'ej', 'ic', 'oh', 'uw'].map(
      (rest, i) => first + rest + first + i,
    ),
  )
const foods = words.filter((_, i) => i % 2 === 0)
const rides = words.filter((_, i) => i % 2 === 1)
const starts = ['where is', 'any', 'one', 'best', 'need']
const intent = (name: string, own: readonly string[]) => ({
  name,
  slots: [],
  phrases: own.slice(1).map((word, i) => ({
    text: `${starts[i % starts.length]} ${word}`,
    language: 'en',
    marks: [],
  })),
})
const intents = [intent('food', foods), intent('ride', rides)]
const [food = '', ride = ''] = [foods[0], rides[0]]

/** Food one way, rides the other, everything else a third, each a little different. */
function meaningOf(text: string): Float32Array {
  const vector = new Float32Array(8)
  const said = text.split(' ')
  const isAbout = (some: readonly string[]) => said.some((word) => some.includes(word))
  vector[isAbout(foods) ? 0 : isAbout(rides) ? 1 : 2] = 1
  vector[3 + (text.length % 5)] = 0.3
  const length = Math.hypot(...vector)
  const half = vector.map((value) => value / length)
  return Float32Array.from([...half, ...half])
}

const learned = train(intents, { strictness: 0.03 }, { vectorOf: meaningOf, english: [] })

function understood(text: string) {
  const { candidates, sure } = classify(learned, text, [], { vector: meaningOf(text) })
  return { intent: candidates[0]?.intent, sure }
}

test('a word no phrase has is understood by its sense', () => {
  expect(understood(`any ${food}`).intent).toBe('food')
  expect(understood(`any ${ride}`).intent).toBe('ride')
})

test('what is far from every phrase in sense is refused, though some of its words are known', () => {
  expect(understood('love conquers all').sure).toBe(false)
  expect(understood(`where is ${foods[1]}`)).toEqual({ intent: 'food', sure: true })
})

test('where an encoder tells nothing, or does not know the language, there is no sense', () => {
  let seed = 1
  const noise = () =>
    Float32Array.from({ length: 8 }, () => ((seed = (seed * 48_271) % 65_537) % 100) - 50)
  expect(train(intents, { strictness: 0.03 }, { vectorOf: noise, english: [] }).sense).toBeNull()
  expect(
    train(intents, { strictness: 0.03 }, { vectorOf: () => null, english: [] }).sense,
  ).toBeNull()
  expect(train(intents, { strictness: 0.03 }).sense).toBeNull()
})

test('an intent that cannot be meant just now is not, whatever its sense', () => {
  const { candidates } = classify(learned, `any ${food}`, [], {
    vector: meaningOf(`any ${food}`),
    bound: (name) => (name === 'food' ? -1 : 0),
  })
  expect(candidates.map((one) => one.intent)).toEqual(['ride'])
})
