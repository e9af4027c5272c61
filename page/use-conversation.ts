import { useEffect, useReducer } from 'preact/hooks'
import {
  after,
  type Conversation,
  type Delivery,
  type Happening,
  newConversation,
  nextToSend,
  type Said,
  unsentOf,
} from './conversation.ts'
import type { DeskClient, Outcome } from './desk-client.ts'
import { recall, remember, watchMemory } from './memory.ts'

/** What a visitor can do in a conversation. */
export interface Talk {
  readonly conversation: Conversation
  readonly say: (text: string) => void
  readonly choose: (choice: { readonly id: string; readonly label: string }) => void
  readonly retry: (message: string) => void
  /** Tries at once to reach a desk that could not be reached. */
  readonly knock: () => void
  readonly startOver: () => void
}

type Tell = (happening: Happening) => void

/** The conversation of this browser: sent in order, kept over reloads, shared with other tabs. */
export function useConversation(client: DeskClient, language: string): Talk {
  const [conversation, tell] = useReducer(after, undefined, recallConversation)
  useSending(client, language, conversation, tell)
  useListening(client, conversation.id, tell)
  useReachability(conversation.reachable, tell)
  useSharing(conversation, tell)
  const send = (text: string, choice?: string) => {
    const outgoing = { message: crypto.randomUUID?.() ?? randomName(), text }
    const at = new Date().toISOString()
    tell({ kind: 'said', outgoing: choice === undefined ? outgoing : { ...outgoing, choice }, at })
  }
  return {
    conversation,
    say: (text) => send(text),
    choose: ({ id, label }) => send(label, id),
    retry: (message) => tell({ kind: 'moved', message, delivery: { kind: 'waiting' } }),
    knock: () => tell({ kind: 'reached', reachable: true }),
    startOver: () => {
      remember({ conversation: null, unsent: [] })
      tell({ kind: 'started-over' })
    },
  }
}

function recallConversation(): Conversation {
  const { conversation, unsent } = recall()
  return newConversation(conversation, unsent.map(waitAgain))
}

/** A message that was under way when the page closed is sent again: its name makes it one message still. */
function waitAgain(said: Said): Said {
  return said.delivery.kind === 'sending' ? { ...said, delivery: { kind: 'waiting' } } : said
}

function useSending(client: DeskClient, language: string, conversation: Conversation, tell: Tell) {
  const next = conversation.reachable ? nextToSend(conversation) : undefined
  useEffect(() => {
    if (next === undefined) return
    const { message } = next
    const move = (delivery: Delivery) => tell({ kind: 'moved', message, delivery })
    move({ kind: 'sending' })
    void client.say(next, conversation.id, language).then((outcome) => settle(outcome, move, tell))
  }, [next?.message])
}

function settle(outcome: Outcome, move: (delivery: Delivery) => void, tell: Tell): void {
  switch (outcome.kind) {
    case 'answered':
      return tell({ kind: 'answered', answer: outcome.answer })
    case 'failed':
      return move(outcome)
    case 'later':
      return void setTimeout(() => move({ kind: 'waiting' }), outcome.seconds * 1000)
    case 'unreachable':
      move({ kind: 'waiting' })
      return tell({ kind: 'reached', reachable: false })
    default:
      return outcome satisfies never
  }
}

/** Recalls what was said before, and hears what other tabs say. */
function useListening(client: DeskClient, id: string | null, tell: Tell) {
  useEffect(() => {
    if (id === null) return undefined
    let isCurrent = true
    const recallHistory = async () => {
      const bubbles = await client.history(id)
      if (!isCurrent) return
      if (bubbles === 'unknown') tell({ kind: 'forgotten' })
      else tell({ kind: 'recalled', bubbles: bubbles === 'unreachable' ? [] : bubbles })
    }
    const stop = client.listen(
      id,
      (bubbles) => tell({ kind: 'overheard', bubbles }),
      () => void recallHistory(),
    )
    return () => {
      isCurrent = false
      stop()
    }
  }, [client, id])
}

/** Tries again when the browser says it is online, and every few seconds until the desk answers. */
function useReachability(reachable: boolean, tell: Tell) {
  useEffect(() => {
    const online = () => tell({ kind: 'reached', reachable: true })
    const offline = () => tell({ kind: 'reached', reachable: false })
    addEventListener('online', online)
    addEventListener('offline', offline)
    return () => {
      removeEventListener('online', online)
      removeEventListener('offline', offline)
    }
  }, [])
  useEffect(() => {
    if (reachable) return undefined
    const again = () => navigator.onLine && tell({ kind: 'reached', reachable: true })
    const timer = setInterval(again, 5000)
    return () => clearInterval(timer)
  }, [reachable])
}

/** Keeps the conversation's name and what is unsent, and follows a tab that began or ended a conversation. */
function useSharing(conversation: Conversation, tell: Tell) {
  const unsent = unsentOf(conversation)
  useEffect(() => remember({ conversation: conversation.id }), [conversation.id])
  useEffect(() => remember({ unsent }), [JSON.stringify(unsent)])
  useEffect(
    () =>
      watchMemory(({ conversation: id }) => {
        if (id === conversation.id) return
        tell(id === null ? { kind: 'started-over' } : { kind: 'joined', id })
      }),
    [conversation.id],
  )
}

/** Without https, browsers offer no `randomUUID`. */
function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join(
    '',
  )
}
