import type { Outgoing } from './desk-client.ts'
import type { Answer, SentBlock, SentBubble } from './wire.ts'

/** What the page knows of the conversation. */
export interface Conversation {
  /** Signed by the desk; null until the first answer. */
  readonly id: string | null
  /** Whether the desk was asked what was said before: until then nothing is sent under a name it may not know. */
  readonly isRecalled: boolean
  readonly bubbles: readonly Bubble[]
  /** False while the desk cannot be reached. */
  readonly reachable: boolean
}

/** One side of one exchange as it is shown. */
export type Bubble = Said | Told

/** What the visitor said. */
export interface Said {
  readonly who: 'visitor'
  readonly message: string
  readonly at: string
  readonly text: string
  readonly choice?: string
  readonly delivery: Delivery
}

/** What the desk told. */
export interface Told {
  readonly who: 'desk'
  readonly turn: string
  readonly message: string
  readonly at: string
  readonly blocks: readonly SentBlock[]
}

/** How far a message has come. */
export type Delivery =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly reason: string | null }

/** Something that happens to a conversation. */
export type Happening =
  | { readonly kind: 'joined'; readonly id: string }
  /** The desk told what was said before; nothing when it could not. */
  | { readonly kind: 'recalled'; readonly bubbles: readonly SentBubble[] }
  /** The desk does not know the conversation (any more). */
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'overheard'; readonly bubbles: readonly SentBubble[] }
  | { readonly kind: 'said'; readonly outgoing: Outgoing; readonly at: string }
  | { readonly kind: 'moved'; readonly message: string; readonly delivery: Delivery }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'reached'; readonly reachable: boolean }
  | { readonly kind: 'started-over' }

/** A conversation that has not begun, with what was left unsent by an earlier visit to the page. */
export function newConversation(id: string | null, unsent: readonly Said[] = []): Conversation {
  return { id, isRecalled: id === null, bubbles: unsent, reachable: true }
}

/** The conversation after something happened. Pure. */
export function after(conversation: Conversation, happening: Happening): Conversation {
  switch (happening.kind) {
    case 'joined':
      return { ...conversation, id: happening.id, isRecalled: false }
    case 'recalled':
      return {
        ...conversation,
        isRecalled: true,
        bubbles: recalled(conversation.bubbles, happening.bubbles),
      }
    case 'forgotten':
      return { ...conversation, id: null, isRecalled: true, bubbles: unsentOf(conversation) }
    case 'overheard':
      return { ...conversation, bubbles: happening.bubbles.reduce(heard, conversation.bubbles) }
    case 'said':
      return { ...conversation, bubbles: [...conversation.bubbles, said(happening)] }
    case 'moved':
      return { ...conversation, bubbles: moved(conversation.bubbles, happening) }
    case 'answered':
      return answered(conversation, happening.answer)
    case 'reached':
      return { ...conversation, reachable: happening.reachable }
    case 'started-over':
      return newConversation(null)
    default:
      return happening satisfies never
  }
}

/** The message to send next: one at a time, in order. */
export function nextToSend(conversation: Conversation): Said | undefined {
  if (!conversation.isRecalled) return undefined
  const own = conversation.bubbles.filter((bubble) => bubble.who === 'visitor')
  if (own.some((bubble) => bubble.delivery.kind === 'sending')) return undefined
  return own.find((bubble) => bubble.delivery.kind === 'waiting')
}

/** What the desk has not got yet: kept so that closing the page loses nothing. */
export function unsentOf(conversation: Conversation): readonly Said[] {
  return conversation.bubbles.filter(isUnsent)
}

/** Whether the desk is thinking about something. */
export function isAnswering(conversation: Conversation): boolean {
  return conversation.bubbles.some(
    (bubble) => bubble.who === 'visitor' && bubble.delivery.kind === 'sending',
  )
}

function said({ outgoing, at }: Extract<Happening, { kind: 'said' }>): Said {
  return { who: 'visitor', ...outgoing, at, delivery: { kind: 'waiting' } }
}

function moved(
  bubbles: readonly Bubble[],
  { message, delivery }: { readonly message: string; readonly delivery: Delivery },
): readonly Bubble[] {
  return bubbles.map((bubble) =>
    bubble.who === 'visitor' && bubble.message === message ? { ...bubble, delivery } : bubble,
  )
}

function answered(conversation: Conversation, answer: Answer): Conversation {
  const bubble: SentBubble = { who: 'desk', ...answer }
  const sent = moved(conversation.bubbles, {
    message: answer.message,
    delivery: { kind: 'sent' },
  })
  const bubbles = heard(sent, bubble)
  return { id: answer.conversation, isRecalled: true, reachable: true, bubbles }
}

/** The desk's own record in the place of what was shown of it: an answer that came while it was told stays under it. */
function recalled(shown: readonly Bubble[], record: readonly SentBubble[]): readonly Bubble[] {
  const known = record.reduce(heard, [])
  const told = new Set(record.map((bubble) => bubble.message))
  const begins = shown.findIndex((bubble) => told.has(bubble.message))
  const isBefore = (bubble: Bubble, i: number) => i < begins && !isUnsent(bubble)
  const rest = shown.filter((bubble, i) => !told.has(bubble.message) && !isBefore(bubble, i))
  return [...shown.filter(isBefore), ...known, ...rest]
}

function isUnsent(bubble: Bubble): bubble is Said {
  return bubble.who === 'visitor' && bubble.delivery.kind !== 'sent'
}

/** Adds a bubble unless it is there already; an answer goes right under what it answers. */
function heard(bubbles: readonly Bubble[], sent: SentBubble): readonly Bubble[] {
  if (bubbles.some((one) => one.who === sent.who && one.message === sent.message)) return bubbles
  const bubble = asBubble(sent, bubbles)
  if (bubble === null) return bubbles
  const asked = bubbles.findLastIndex((one) => one.message === sent.message)
  return asked === -1 ? [...bubbles, bubble] : bubbles.toSpliced(asked + 1, 0, bubble)
}

function asBubble(sent: SentBubble, before: readonly Bubble[]): Bubble | null {
  const { who, turn, message, at, blocks } = sent
  if (who === 'desk') return { who, turn, message, at, blocks }
  const words = blocks.map((block) => block.plain).join('\n')
  const text = words || labelOf(sent.choice, before)
  return text === '' ? null : { who, message, at, text, delivery: { kind: 'sent' } }
}

/** What a tapped choice was called when it was last offered. */
function labelOf(choice: string | undefined, before: readonly Bubble[]): string {
  const offered = before
    .flatMap((bubble) => (bubble.who === 'desk' ? bubble.blocks : []))
    .flatMap((block) => (block.kind === 'choices' ? block.options : []))
  return offered.findLast((option) => option.id === choice)?.label ?? ''
}
