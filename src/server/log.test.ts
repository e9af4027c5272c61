import { expect, test } from 'vitest'
import type { Observation } from '../model/index.ts'
import { sampleTurn } from '../state/sample-turn.ts'
import { log } from './log.ts'

/** What is written for observations. */
function written(options: { messages: boolean }, ...observations: Observation[]): string {
  const lines: string[] = []
  const observe = log({ level: 'debug', ...options, to: { write: (line) => lines.push(line) } })
  observations.forEach(observe)
  return lines.join('')
}

const sample = sampleTurn('web/abc', 1)
const turn = {
  ...sample,
  message: { ...sample.message, text: 'my roll number is RC1042, २० years' },
  queries: [
    {
      source: 'office',
      kind: 'select' as const,
      text: 'select dues from fees where roll_no = ?',
      parameters: ['RC1042'],
      result: {
        columns: [{ name: 'dues', type: 'integer' as const }],
        rows: [[52_000]],
        rowCount: 1,
        truncated: false,
      },
      milliseconds: 2,
    },
  ],
}

test('a turn is logged without what was said, asked or found', () => {
  const line = written({ messages: false }, { kind: 'turn', turn })
  expect(line).not.toMatch(/RC1042|52000|my roll number|₹/)
  expect(JSON.parse(line)).toMatchObject({ observed: 'turn', intent: 'fees', move: 'answer' })
})

test('where messages are logged, their digits are masked in every script', () => {
  const line = written({ messages: true }, { kind: 'turn', turn })
  expect(line).toContain('my roll number is RC••••, •• years')
})

test('a query is logged by its source, time and number of rows alone', () => {
  const [asked] = turn.queries
  if (asked === undefined) throw new Error('the sample has a query')
  const line = written({ messages: true }, { kind: 'query', asked })
  expect(JSON.parse(line)).toMatchObject({ observed: 'query', source: 'office', rows: 1 })
  expect(line).not.toMatch(/RC1042|52000/)
})

test('an error has code, hint and cause, with the digits in it masked', () => {
  const line = written(
    { messages: false },
    {
      kind: 'error',
      code: 'source/invalid-query',
      message: 'failed',
      hint: 'Look at the query.',
      cause: 'near RC1042',
    },
  )
  expect(JSON.parse(line)).toMatchObject({ code: 'source/invalid-query', cause: 'near RC••••' })
})
