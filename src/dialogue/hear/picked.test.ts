import { expect, test } from 'vitest'
import { newSession, type Choice } from '../../model/index.ts'
import { asSaid } from './picked.ts'

const offered: readonly Choice[] = ['Anita Sharma', 'Ravi Sharma', 'Ravi Rao', 'Portal'].map(
  (label, i) => ({
    id: `c${i}`,
    label,
    means: { kind: 'say', text: i === 3 ? 'where do I pay' : label },
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
  ['do', 'Ravi Sharma'],
  ['२', 'Ravi Sharma'],
  ['4th', 'where do I pay'],
  ['0', null],
  ['तीसरा', 'Ravi Rao'],
  ['ravi rao!', 'Ravi Rao'],
  ['9', null],
  ['the', null],
  ['year 2', null],
  ['2 or 3', null],
  ['', null],
]

test.each(typed)('typing %j picks %j', (text, label) => {
  expect(asSaid(message(text), session)).toEqual(message(label ?? text))
})

test('a tapped sentence is taken as said; a button that is gone is not', () => {
  expect(asSaid(message('', 'c3'), session)).toEqual(message('where do I pay'))
  expect(asSaid(message('', 'c9'), session)).toEqual(message('', 'c9'))
})
