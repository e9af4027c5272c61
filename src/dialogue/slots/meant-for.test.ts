import { expect, test } from 'vitest'
import type { Entity, Intent, Slot } from '../../model/index.ts'
import { meantFor } from './meant-for.ts'

const slot = (name: string, entity: string) => ({ name, entity }) as Slot
const intent = (...slots: readonly Slot[]) => ({ slots, phrases: [] }) as unknown as Intent

/** An entity named by these words of the text. */
function named(text: string, words: string, meaning: readonly [string, string], score = 1): Entity {
  const [entity, value] = meaning
  const start = text.indexOf(words)
  const end = start + words.length
  return { entity, value, text: words, start, end, score, alternatives: [] }
}

function valuesFor(asked: Intent, entities: readonly Entity[], first?: string) {
  const understanding = { entities } as Parameters<typeof meantFor>[1]['understanding']
  return meantFor(asked, { understanding }, first).map(({ value }) => value)
}

test('of two meanings of the same words, the one that fits better is meant', () => {
  const text = 'eligible with PCM'
  const entities = [
    named(text, 'PCM', ['programme', 'B.Sc.'], 0.6),
    named(text, 'PCM', ['group', 'PCM']),
  ]
  const eligibility = intent(slot('programme', 'programme'), slot('group', 'group'))
  expect(valuesFor(eligibility, entities)).toEqual(['PCM'])
  expect(valuesFor(eligibility, entities, 'programme')).toEqual(['B.Sc.', 'PCM'])
})

test('a word that means something else leaves the slot to one that does not', () => {
  const text = '12th me 58'
  const entities = [
    named(text, '12th', ['number', '12']),
    named(text, '12th', ['level', 'UG']),
    named(text, '58', ['number', '58']),
  ]
  const eligibility = intent(slot('percent', 'number'), slot('level', 'level'))
  expect(valuesFor(eligibility, entities)).toEqual(['UG', '58'])
})

test('of more values than slots, those that explain most are meant, in their order', () => {
  const text = 'apply for a bus pass'
  const entities = [
    named(text, 'apply', ['task', 'admission']),
    named(text, 'bus pass', ['task', 'bus pass']),
  ]
  expect(valuesFor(intent(slot('task', 'task')), entities)).toEqual(['bus pass'])
  const both = intent(slot('task', 'task'), slot('other', 'task'))
  expect(valuesFor(both, entities)).toEqual(['admission', 'bus pass'])
})

test('a word of the question itself leaves an optional slot open, unless a phrase marks it or it is asked for', () => {
  const text = 'when do admissions open'
  const entities = [named(text, 'open', ['category', 'Open'])]
  const optional = { name: 'category', entity: 'category', required: false } as Slot
  const phrases = [{ text: 'do admissions open in may', language: 'en', marks: [] }]
  const dates = { ...intent(optional), phrases } as Intent
  expect(valuesFor(dates, entities)).toEqual([])
  expect(valuesFor(dates, entities, 'category')).toEqual(['Open'])
  const marked = [
    ...phrases,
    { text: 'open', language: 'en', marks: [{ slot: 'category', start: 0, end: 4 }] },
  ]
  expect(valuesFor({ ...dates, phrases: marked }, entities)).toEqual(['Open'])
  expect(valuesFor({ ...dates, slots: [{ ...optional, required: true }] }, entities)).toEqual([
    'Open',
  ])
})
