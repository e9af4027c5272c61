import { expect, test } from 'vitest'
import { examine } from './examine.ts'

const intent = (name: string, ...texts: readonly string[]) => ({
  name,
  slots: [],
  phrases: texts.map((text) => ({ text, language: 'en', marks: [] })),
})

const examination = examine(
  [
    intent(
      'exam-fee',
      'what is the exam fee',
      'exam fee please',
      'how much is the exam fee',
      'fee of the exam',
      'exam fee for second year',
      'tell me the exam fee',
      'when is the exam',
    ),
    intent(
      'exam-date',
      'when is the exam',
      'date of the exam',
      'exam date please',
      'when will the exam be',
      'tell me the exam date',
      'which day is the exam',
    ),
    intent('canteen', 'what is for lunch', 'canteen menu'),
  ],
  { strictness: 0.03 },
  { vectorOf: null, english: [] },
)

test('phrases two intents share are named, with both', () => {
  expect(examination.contradictions).toEqual([
    { text: 'when is the exam', intents: ['exam-fee', 'exam-date'] },
  ])
})

test('an intent with few phrases is named', () => {
  expect(examination.scarce).toEqual([{ intent: 'canteen', phrases: 2 }])
})

test('every phrase is examined once, and those taken for another intent cause a confusion', () => {
  expect(examination.phrases).toBe(15)
  expect(examination.examined.map(({ text }) => text)).toContain('canteen menu')
  const blurred = examination.confusions.find(({ intent: name }) => name === 'exam-fee')
  expect(blurred).toMatchObject({ takenFor: 'exam-date' })
  expect(blurred?.phrases).toContain('when is the exam')
  const wrong = examination.confusions.reduce((sum, { phrases }) => sum + phrases.length, 0)
  expect(examination.accuracy).toBeCloseTo(1 - wrong / 15)
})
