import { FrontdeskError } from '../../errors.ts'
import type { Turn } from '../../model/index.ts'
import { bubblesOf } from './bubbles.ts'

/** Milliseconds between the comments that keep a quiet stream alive. */
const heartbeat = 15_000

/** Streams open at once: for one conversation, and altogether. */
const mostPerConversation = 8
const mostAltogether = 2_000

/** Chunks that may wait for a client that does not read; it is let go then, and its page comes back. */
const mostUnread = 100

/** One open stream: tells a chunk, or ends. */
interface Listener {
  readonly say: (chunk: string) => void
  readonly end: () => void
}

/** The open event streams, by conversation. */
export class EventStreams {
  readonly #listeners = new Map<string, Set<Listener>>()
  #open = 0

  /** A response that stays open and tells every turn of the conversation. */
  listen(conversation: string): Response {
    const listeners = this.#listeners.get(conversation) ?? new Set<Listener>()
    if (listeners.size >= mostPerConversation || this.#open >= mostAltogether)
      throw new FrontdeskError('server/too-many-requests', 'Too many event streams are open.', {
        retryAfter: 30,
      })
    this.#listeners.set(conversation, listeners)
    return new Response(this.#stream(conversation, listeners), { headers: streamHeaders })
  }

  /** Ends every stream: its page comes back, to another process or in another way. */
  end(): void {
    for (const listener of [...this.#listeners.values()].flatMap((some) => [...some]))
      listener.end()
  }

  /** Tells a turn to whoever listens to its conversation. */
  tell(turn: Turn): void {
    const listeners = this.#listeners.get(turn.message.conversation)
    if (listeners === undefined) return
    const data = JSON.stringify({ bubbles: bubblesOf(turn) })
    for (const { say } of listeners) say(`event: turn\nid: ${turn.id}\ndata: ${data}\n\n`)
  }

  #stream(conversation: string, listeners: Set<Listener>): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder()
    let leave = () => {}
    return new ReadableStream({
      start: (controller) => {
        const say = (chunk: string) => {
          controller.enqueue(encoder.encode(chunk))
          if ((controller.desiredSize ?? 0) > -mostUnread) return
          leave()
          controller.error(new Error('The client does not read.'))
        }
        const beat = setInterval(() => say(': still here\n\n'), heartbeat)
        beat.unref()
        const end = () => {
          leave()
          controller.close()
        }
        const listener: Listener = { say, end }
        listeners.add(listener)
        this.#open++
        leave = () => {
          clearInterval(beat)
          this.#forget(conversation, listeners, listener)
        }
        say(': listening\n\n')
      },
      cancel: () => leave(),
    })
  }

  #forget(conversation: string, listeners: Set<Listener>, listener: Listener): void {
    this.#open--
    listeners.delete(listener)
    if (listeners.size === 0) this.#listeners.delete(conversation)
  }
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-accel-buffering': 'no',
}
