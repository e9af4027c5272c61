import type { Turn } from '../model/index.ts'
import { newSession } from '../model/index.ts'

/** A turn to keep in tests: the `version`th of its conversation. */
export function sampleTurn(
  conversation: string,
  version: number,
  at = '2026-11-23T04:30:00.000Z',
): Turn {
  return {
    id: `${conversation}:${version}`,
    message: { id: `${conversation}/${version}`, conversation, channel: 'test', text: 'fees?', at },
    understanding: {
      intent: 'fees',
      question: null,
      confidence: 0.9,
      candidates: [{ intent: 'fees', confidence: 0.9 }],
      entities: [],
      language: 'en',
    },
    move: { kind: 'answer', intent: 'fees', slots: { year: 2 } },
    queries: [],
    reply: { blocks: [{ kind: 'text', spans: [{ text: '₹1,43,500' }] }] },
    session: {
      ...newSession(conversation),
      version,
      contexts: [{ name: 'fees', lifespan: 2, parameters: { year: 2 } }],
      remembered: { name: 'O’Brien आशा' },
    },
    timings: { understand: 1, decide: 1, query: 1, speak: 1, total: 4 },
    error: null,
  }
}
