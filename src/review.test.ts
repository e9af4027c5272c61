import { describe, expect, it } from 'vitest'
import type { Turn } from './model/index.ts'
import { unanswered } from './review.ts'

function turn(text: string, sentence: string | null, at = '2026-11-23T04:30:00.000Z'): Turn {
  return {
    message: { text, at },
    understanding: { language: 'en', candidates: [{ intent: 'fees', confidence: 0.3 }] },
    move: sentence === null ? { kind: 'answer' } : { kind: 'say', sentence },
    error: null,
  } as unknown as Turn
}

describe('review', () => {
  it('groups what was asked alike, the most frequent first', () => {
    const groups = unanswered([
      turn('is there a pool', 'not-understood'),
      turn('do you have parking for bikes', 'not-understood'),
      turn('have you parking for bikes', 'did-you-mean'),
      turn('Parking for bikes?', 'not-understood'),
    ])
    expect(groups.map(({ text, count }) => [text, count])).toEqual([
      ['do you have parking for bikes', 3],
      ['is there a pool', 1],
    ])
  })

  it('leaves out what was answered, and what nobody said in words', () => {
    expect(
      unanswered([turn('fees?', null), turn('hello', 'welcome'), turn('', 'not-understood')]),
    ).toEqual([])
  })

  it('lists an answer that failed', () => {
    const failed = {
      ...turn('fees?', null),
      error: { code: 'source/too-slow', message: '', hint: '' },
    }
    expect(unanswered([failed])).toMatchObject([{ reason: 'failed' }])
  })

  it('masks numbers and addresses', () => {
    const [group] = unanswered([turn('I am RC1042, a.b@c.in', 'not-understood')])
    expect(group?.text).toBe('I am RC••••, •@•')
  })
})
