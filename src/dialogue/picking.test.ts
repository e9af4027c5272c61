import { expect, test } from 'vitest'
import { newSession, type Choice } from '../model/index.ts'
import { asSaid, nearlyPickedIn, pickedIn } from './picking.ts'

const offered: readonly Choice[] = ['Anita Sharma', 'Ravi Sharma', 'Ravi Rao', 'Portal'].map(
  (label, i) => ({
    id: `c${i}`,
    label,
    means: i === 3 ? { kind: 'say', text: 'where do I pay' } : { kind: 'say', text: label },
  }),
)

const session = { ...newSession('c'), offered }

function message(text: string, choice?: string) {
  const rest = choice === undefined ? {} : { choice }
  return { id: 'm', conversation: 'c', channel: 'web', text, at: '', ...rest }
}

const typed: readonly (readonly [string, string | null])[] = [
  ['2', 'Ravi Sharma'],
  ['option two', 'Ravi Sharma'],
  ['the first one', 'Anita Sharma'],
  ['one', 'Anita Sharma'],
  ['option one', 'Anita Sharma'],
  ['dusra wala', 'Ravi Sharma'],
  ['तीसरा', 'Ravi Rao'],
  ['ravi rao!', 'Ravi Rao'],
  ['9', null],
  ['the', null],
  ['year 2', null],
  ['2 or 3', null],
  ['', null],
]

test.each(typed)('typing %j picks %j', (text, label) => {
  expect(pickedIn(message(text), session)).toEqual(
    label === null ? null : { kind: 'say', text: label },
  )
})

test('words that only one label has pick it, words that two have do not', () => {
  const anita = { kind: 'say', text: 'Anita Sharma' }
  expect(nearlyPickedIn(message('anita'), session)).toEqual(anita)
  expect(nearlyPickedIn(message('the anita one'), session)).toEqual(anita)
  expect(nearlyPickedIn(message('ravi'), session)).toBeNull()
})

test('a tapped sentence is taken as said; a button that is gone is not', () => {
  expect(asSaid(message('', 'c3'), session)).toEqual(message('where do I pay'))
  expect(asSaid(message('', 'c9'), session)).toEqual(message('', 'c9'))
})
