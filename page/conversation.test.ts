import { describe, expect, test } from 'vitest'
import { after, isAnswering, newConversation, nextToSend, unsentOf } from './conversation.ts'
import type { Conversation, Happening } from './conversation.ts'
import type { Answer, SentBlock, SentBubble } from './wire.ts'

const at = '2026-11-23T04:30:00.000Z'
const tell = (...happenings: Happening[]) => happenings.reduce(after, newConversation(null))
const said = (message: string, text = message): Happening => ({
  kind: 'said',
  outgoing: { message, text },
  at,
})
const moved = (message: string, kind: 'waiting' | 'sending' | 'sent'): Happening => ({
  kind: 'moved',
  message,
  delivery: { kind },
})
const block = (text: string): SentBlock => ({ kind: 'text', plain: text, spans: [{ text }] })
const answer = (message: string): Answer => ({
  conversation: 'k1',
  turn: `t-${message}`,
  message,
  at,
  blocks: [block('Yes.')],
})
const answered = (message: string): Happening => ({ kind: 'answered', answer: answer(message) })
const bubble = (who: 'visitor' | 'desk', message: string, text: string): SentBubble => ({
  who,
  turn: `t-${message}`,
  message,
  at,
  blocks: [block(text)],
})
const shown = ({ bubbles }: Conversation) => bubbles.map((one) => `${one.who} ${one.message}`)

describe('sending', () => {
  test('goes one message at a time, in order', () => {
    const two = tell(said('a'), said('b'))
    expect(nextToSend(two)?.message).toBe('a')
    expect(nextToSend(after(two, moved('a', 'sending')))).toBeUndefined()
    expect(
      nextToSend(tell(said('a'), said('b'), moved('a', 'sending'), answered('a')))?.message,
    ).toBe('b')
  })

  test('goes on after a message that failed, which stays to be tried again', () => {
    const failed = tell(said('a'), said('b'), {
      kind: 'moved',
      message: 'a',
      delivery: { kind: 'failed', reason: null },
    })
    expect(nextToSend(failed)?.message).toBe('b')
    expect(nextToSend(after(failed, moved('a', 'waiting')))?.message).toBe('a')
  })

  test('keeps what the desk has not got yet', () => {
    const half = tell(said('a'), moved('a', 'sending'), answered('a'), said('b'))
    expect(unsentOf(half).map((one) => one.message)).toEqual(['b'])
  })

  test('is answering while a message is under way', () => {
    expect(isAnswering(tell(said('a')))).toBe(false)
    expect(isAnswering(tell(said('a'), moved('a', 'sending')))).toBe(true)
    expect(isAnswering(tell(said('a'), moved('a', 'sending'), answered('a')))).toBe(false)
  })
})

describe('an answer', () => {
  test('stands right under what it answers, also when more was said meanwhile', () => {
    expect(shown(tell(said('a'), said('b'), answered('a')))).toEqual([
      'visitor a',
      'desk a',
      'visitor b',
    ])
  })

  test('names the conversation and proves the desk is there', () => {
    const back = tell(said('a'), { kind: 'reached', reachable: false }, answered('a'))
    expect(back).toMatchObject({ id: 'k1', reachable: true })
  })

  test('that is overheard as well is shown once', () => {
    const bubbles = [bubble('visitor', 'a', 'a'), bubble('desk', 'a', 'Yes.')]
    const twice = tell(said('a'), { kind: 'overheard', bubbles }, answered('a'), {
      kind: 'overheard',
      bubbles,
    })
    expect(shown(twice)).toEqual(['visitor a', 'desk a'])
  })
})

describe('what was said before', () => {
  const record = [bubble('visitor', 'a', 'hod?'), bubble('desk', 'a', 'Dr. Rao.')]

  test('comes back in order, with what is still unsent after it', () => {
    const recalled = tell(said('b'), { kind: 'recalled', bubbles: record })
    expect(shown(recalled)).toEqual(['visitor a', 'desk a', 'visitor b'])
  })

  test('is not doubled by an unsent message that had arrived after all', () => {
    const recalled = tell(said('a', 'hod?'), { kind: 'recalled', bubbles: record })
    expect(shown(recalled)).toEqual(['visitor a', 'desk a'])
    expect(unsentOf(recalled)).toEqual([])
  })

  test('does not take away an answer that came while it was told', () => {
    const late = tell(said('b'), answered('b'), { kind: 'recalled', bubbles: record })
    expect(shown(late)).toEqual(['visitor a', 'desk a', 'visitor b', 'desk b'])
  })

  test('leaves what is older than it tells where it stands', () => {
    const older = [bubble('visitor', 'z', 'hi'), bubble('desk', 'z', 'Hello.')]
    const again = tell(
      { kind: 'recalled', bubbles: [...older, ...record] },
      { kind: 'recalled', bubbles: record },
    )
    expect(shown(again)).toEqual(['visitor z', 'desk z', 'visitor a', 'desk a'])
  })

  test('shows a tapped choice by the label it had', () => {
    const options = [
      { id: 'c1', label: 'Her cabin', means: { kind: 'say', text: 'cabin' } as const },
    ]
    const offer: SentBubble = {
      ...bubble('desk', 'a', ''),
      blocks: [{ kind: 'choices', plain: '1. Her cabin', options }],
    }
    const tapped: SentBubble = { ...bubble('visitor', 'b', ''), blocks: [], choice: 'c1' }
    const { bubbles } = tell({
      kind: 'recalled',
      bubbles: [bubble('visitor', 'a', 'hod?'), offer, tapped],
    })
    expect(bubbles.at(-1)).toMatchObject({ who: 'visitor', text: 'Her cabin' })
  })
})

describe('a conversation from an earlier visit', () => {
  const earlier = after(newConversation('k1'), said('b'))

  test('sends nothing before the desk was asked whether it knows it', () => {
    expect(nextToSend(earlier)).toBeUndefined()
    expect(nextToSend(after(earlier, { kind: 'recalled', bubbles: [] }))?.message).toBe('b')
  })

  test('that the desk does not know begins anew, with what was said meanwhile', () => {
    const anew = after(earlier, { kind: 'forgotten' })
    expect(anew.id).toBeNull()
    expect(nextToSend(anew)?.message).toBe('b')
  })
})

test('starting over forgets everything', () => {
  expect(tell(said('a'), answered('a'), { kind: 'started-over' })).toEqual(newConversation(null))
})
