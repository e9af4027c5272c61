import { expect, test } from 'vitest'
import { redactProof } from './redact.ts'
import { newSession } from './session.ts'
import type { Turn } from './turn.ts'

const result = { columns: [], rows: [['RC1042', 4_000]], rowCount: 1, truncated: false }

/** A turn in which somebody said their roll number, and a row was read. */
function turnSaying(text: string): Turn {
  return {
    id: 't',
    message: { id: 'm', conversation: 'c', channel: 'web', text, at: '2026-11-23T04:30:00.000Z' },
    understanding: {
      intent: null,
      question: null,
      confidence: 0,
      candidates: [],
      entities: [
        {
          entity: 'roll-number',
          value: 'RC1042',
          text: 'RC1042',
          start: 0,
          end: 6,
          score: 1,
          alternatives: [],
        },
      ],
      language: 'en',
    },
    move: { kind: 'say', sentence: 'proven', values: {}, choices: [] },
    queries: [
      {
        source: 'office',
        kind: 'select',
        text: 'select …',
        parameters: ['RC1042'],
        result,
        milliseconds: 1,
      },
    ],
    reply: { blocks: [] },
    session: newSession('c'),
    timings: { understand: 0, decide: 0, query: 0, speak: 0, total: 0 },
    error: null,
  }
}

const asking = {
  intent: 'fees',
  slots: {},
  slot: 'roll_no',
  misses: 0,
  proving: { identity: 'student', given: {} },
}

test('what proves a person is kept without its digits', () => {
  const before = { ...newSession('c'), asking }
  const kept = JSON.stringify(redactProof(turnSaying('RC1042'), before))
  expect(kept).toContain('RC••••')
  expect(kept).not.toContain('1042')
})

test('rows and bound values are never kept', () => {
  const kept = redactProof(turnSaying('my fees'), newSession('c'))
  expect(kept.queries[0]).toMatchObject({ parameters: [], result: { rows: [] } })
  expect(kept.message.text).toBe('my fees')
})
