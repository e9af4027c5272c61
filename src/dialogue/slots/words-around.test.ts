import { expect, test } from 'vitest'
import { intent, slot } from '../../../test/dialogue/desk.ts'
import { wordsAround } from './words-around.ts'

const task = slot('task', 'text')
const day = slot('day', 'date')
const remind = intent(
  'remind',
  [task, day],
  [
    'remind me to [call home](task) [today](day)',
    'put [milk](task) on my list',
    '[bread](task) is missing',
  ],
)

/** The words told for the task, where these others are a value already. */
function told(text: string, taken = '', of = remind): string | null {
  const start = taken === '' ? 0 : text.indexOf(taken)
  const span = wordsAround(of, task, text, [{ start, end: start + taken.length }])
  return span && text.slice(span.start, span.end)
}

test('words are told by those before and after them in a phrase', () => {
  expect(told('remind me to buy two mangoes')).toBe('buy two mangoes')
  expect(told('please put the blue one on my list')).toBe('the blue one')
  expect(told('toothpaste is missing')).toBe('toothpaste')
})

test('a value found already ends them', () => {
  expect(told('Remind me to water the plants tomorrow', 'tomorrow')).toBe('water the plants')
})

test('one word that is the same tells nothing', () => {
  expect(told('talk to somebody')).toBeNull()
  expect(told('what is this')).toBeNull()
  expect(told('remind me to')).toBeNull()
  expect(told('')).toBeNull()
})

test('a phrase that is nothing but the value tells nothing', () => {
  expect(told('good morning', '', intent('note', [task], ['[milk](task)']))).toBeNull()
})

test('a long message is looked at as far as it is read', () => {
  expect(told(`remind me to ${'go '.repeat(5_000)}`)?.split(' ').length).toBeLessThan(60)
})
