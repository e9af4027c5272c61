import { expect, test } from 'vitest'
import { judge, type Expectation, type Turn, type Verdict } from '../../../bench/held-out/judge.mjs'

const turn = (move: Turn['move'], ...said: readonly string[]): Turn => ({
  move,
  reply: { blocks: said.map((plain) => ({ plain })) },
})
const answer = (...said: readonly string[]) => turn({ kind: 'answer' }, ...said)
const ask = turn({ kind: 'ask' }, 'Which programme?')
const notUnderstood = turn({ kind: 'say', sentence: 'not-understood' }, 'Sorry.')
const didYouMean = turn({ kind: 'say', sentence: 'did-you-mean' }, 'Do you mean one of these?')
const whichOne = turn({ kind: 'say', sentence: 'which-one' }, 'Which Sharma?')

const both: Expectation = { kind: 'answer', rows: [['Iyer'], ['Sharma', 4103]] }
const either: Expectation = { ...both, match: 'any' }
const eligible: Expectation = { kind: 'answer', contains: ['55'], lacks: ['not eligible'] }
const refuse: Expectation = { kind: 'refuse' }
const clarify: Expectation = { kind: 'clarify', rows: [['Neha'], ['Anil']] }

const judged: readonly (readonly [claim: string, Turn, Expectation, Verdict])[] = [
  ['an answer with every row is right', answer('Dr. Iyer', 'Sharma, 4103'), both, 'right'],
  ['an answer that leaves out a value is wrong', answer('Dr. Iyer and Sharma'), both, 'wrong'],
  ['one row is enough where any will do', answer('Dr. Iyer'), either, 'right'],
  ['an answer that says the opposite is wrong', answer('Not eligible: 55 %'), eligible, 'wrong'],
  ['asking for a detail clarifies', ask, both, 'clarified'],
  ['not understanding what could be answered is a refusal', notUnderstood, both, 'refused'],
  ['not understanding what nobody can know is right', notUnderstood, refuse, 'right'],
  ['offering what is near to it is right as well', didYouMean, refuse, 'right'],
  ['asking for its details is not', ask, refuse, 'clarified'],
  ['answering it is wrong', answer('A working day.'), refuse, 'wrong'],
  ['asking which one was meant is right', whichOne, clarify, 'right'],
  ['telling all of them is right', answer('Neha: 1, Anil: 2'), clarify, 'right'],
  ['picking one of them is wrong', answer('Neha: 1'), clarify, 'wrong'],
]

for (const [claim, reply, expected, verdict] of judged) {
  test(claim, () => expect(judge(reply, expected)).toBe(verdict))
}
