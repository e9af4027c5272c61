import type { Answer, Behind, DeskPage, SentBubble } from './wire.ts'

/** What a visitor said or tapped, as it is sent. */
export interface Outgoing {
  /** The visitor's own name for the message: sent twice, it is still one message. */
  readonly message: string
  readonly text: string
  readonly choice?: string
}

/** What became of a message. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** The desk could not be reached: worth trying again by itself. */
  | { readonly kind: 'unreachable' }
  /** Too fast: worth trying again in so many seconds. */
  | { readonly kind: 'later'; readonly seconds: number }
  /** The desk refused, in its own courteous words where it gave any. */
  | { readonly kind: 'failed'; readonly reason: string | null }

/** The calls the page makes. None of them throws for a network that is down or a desk that refuses. */
export interface DeskClient {
  /** What the page opens on; null when the desk cannot be reached. */
  open(language: string | null): Promise<DeskPage | null>
  say(outgoing: Outgoing, conversation: string | null, language: string): Promise<Outcome>
  /** The bubbles so far; `unknown` when the desk does not know the conversation (any more). */
  history(conversation: string): Promise<readonly SentBubble[] | 'unknown' | 'unreachable'>
  behind(turn: string): Promise<Behind | null>
  /**
   * Calls `overhear` with the bubbles of every turn, and `resume` whenever turns may have been missed: each time the
   * stream begins, and when it cannot. Returns how to stop.
   */
  listen(
    conversation: string,
    overhear: (bubbles: readonly SentBubble[]) => void,
    resume: () => void,
  ): () => void
}

const patience = 30_000
/** Milliseconds until a stream that was refused is asked for again. */
const beginAgain = 10_000

/** A client of the web channel at `channel`, such as `/channels/web`. */
export function deskClient(channel: string): DeskClient {
  return {
    async open(language) {
      const query = language === null ? '' : `?${new URLSearchParams({ language })}`
      const response = await get(`${channel}/desk${query}`)
      return response?.ok ? read<DeskPage>(response) : null
    },
    async say({ message, text, choice }, conversation, language) {
      const said = choice === undefined ? { text } : { choice }
      const known = conversation === null ? {} : { conversation }
      const response = await call(channel, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: message, language, ...known, ...said }),
      })
      return response === null ? { kind: 'unreachable' } : outcomeOf(response)
    },
    async history(conversation) {
      const response = await get(`${channel}/history?${new URLSearchParams({ conversation })}`)
      if (response === null || response.status >= 429) return 'unreachable'
      const body = response.ok ? await read<{ bubbles: SentBubble[] }>(response) : null
      return body === null ? 'unknown' : body.bubbles
    },
    async behind(turn) {
      const response = await get(`${channel}/behind/${encodeURIComponent(turn)}`)
      return response?.ok ? read<Behind>(response) : null
    },
    listen: (conversation, overhear, resume) =>
      listen(`${channel}/events?${new URLSearchParams({ conversation })}`, overhear, resume),
  }
}

/** A browser comes back to a stream that broke off, but not to one that was refused: that is begun again here. */
function listen(
  url: string,
  overhear: (bubbles: readonly SentBubble[]) => void,
  resume: () => void,
): () => void {
  const events = new EventSource(url)
  let stop = () => events.close()
  events.addEventListener('turn', (event: MessageEvent<string>) => {
    const { bubbles } = JSON.parse(event.data) as { bubbles: readonly SentBubble[] }
    overhear(bubbles)
  })
  events.addEventListener('open', resume)
  events.addEventListener('error', () => {
    resume()
    if (events.readyState !== EventSource.CLOSED) return
    const timer = setTimeout(() => (stop = listen(url, overhear, resume)), beginAgain)
    stop = () => clearTimeout(timer)
  })
  return () => stop()
}

async function outcomeOf(response: Response): Promise<Outcome> {
  if (response.ok) {
    const answer = await read<Answer>(response)
    return answer === null ? { kind: 'unreachable' } : { kind: 'answered', answer }
  }
  if (response.status === 429) {
    return { kind: 'later', seconds: Number(response.headers.get('retry-after')) || 5 }
  }
  const body = await read<{ error?: { message?: string } }>(response)
  return { kind: 'failed', reason: body?.error?.message ?? null }
}

function get(url: string): Promise<Response | null> {
  return call(url, { headers: { accept: 'application/json' } })
}

/** The response, or null when there was none. */
async function call(url: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(patience) })
  } catch {
    return null
  }
}

/** The body as JSON, or null when it broke off. The desk is our own origin: its shape is taken at its word. */
async function read<T>(response: Response): Promise<T | null> {
  try {
    return (await response.json()) as T
  } catch {
    return null
  }
}
