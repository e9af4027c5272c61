import { expect, test } from 'vitest'
import { fc } from '../../test/dice.ts'
import { fromLines, toLines } from './turn-lines.ts'

const text = fc.string({ unit: 'binary' })
const json = fc.json()

test('turns come out of their lines as they went in, whatever is written in them', () => {
  const turn = fc.record({
    conversation: text,
    version: fc.nat(),
    message: text,
    at: text,
    turn: json,
    session: json,
  })
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 5 }), (turns) => {
      expect(fromLines(toLines(turns))).toEqual(turns)
    }),
  )
})

test('line breaks and marks at the start of a text are kept', () => {
  const turn = {
    conversation: '\uFEFFa\nb\r\u2028',
    version: 1,
    message: '\n',
    at: '',
    turn: JSON.stringify({ text: 'one\ntwo आशा' }),
    session: '{}',
  }
  expect(fromLines(toLines([turn, turn]))).toEqual([turn, turn])
})
