import { expect, test } from 'vitest'
import { examplesOf } from './examples.ts'
import { lexiconOf, strangeness } from './explain.ts'
import { learnFeatures } from './features.ts'
import { wordsOf } from './normalise.ts'

const intent = (name: string, ...phrases: string[]) => ({
  name,
  slots: [],
  phrases: phrases.map((text) => ({ text, language: 'en', marks: [] })),
})

const examples = examplesOf([
  intent('holiday', 'is friday a holiday', 'is there college on friday'),
  intent('menu', 'what is on the menu'),
])
const lexicon = lexiconOf(examples)
const features = learnFeatures(examples.flatMap(({ readings }) => readings))
const strange = (text: string, own?: number) => [
  ...strangeness(wordsOf(text), { lexicon, features }, 2, own),
]

test('a sentence in the words of an intent is not strange to it, but to the others', () => {
  const [holiday, menu] = strange('is friday a holiday')
  expect(holiday).toBeCloseTo(0)
  expect(menu).toBeGreaterThan(0.5)
})

test('a word nobody taught is stranger than the small words around it', () => {
  expect(strange('is weather on friday')[0]).toBeGreaterThan(strange('is friday')[0]!)
  expect(strange('weather')).toEqual([1, 1])
})

test('a phrase does not explain itself', () => {
  expect(strange('is friday a holiday', 0)[0]).toBeGreaterThan(0.4)
})
