/**
 * The desk's own web page, as a channel: `parse` what is said, `conversation-id` for who may say it, `limits`; and
 * beside it the history, the event streams and the record behind an answer. Only `channels/index.ts` imports from here.
 *
 * @module
 */
import { FrontdeskError } from '../../errors.ts'
import type {
  Attachment,
  Block,
  Caller,
  Channel,
  ChannelRoute,
  Message,
  Observe,
  State,
  Turn,
} from '../../model/index.ts'
import { cleanText } from '../clean-text.ts'
import { json } from '../../util/json.ts'
import { readJson } from '../read-json.ts'
import { BehindTheAnswers } from './behind.ts'
import type { DeclaredAt } from './behind.ts'
import { bubblesOf, ownId, repliedAt, webBlocks } from './bubbles.ts'
import { conversationOf, mintConversation } from './conversation-id.ts'
import type { WebConversation } from './conversation-id.ts'
import { EventStreams } from './events.ts'
import { meter, usualLimits } from './limits.ts'
import type { Limits, Meter } from './limits.ts'
import { parseSaid } from './parse.ts'
import type { Said } from './parse.ts'

/** What the web channel is given by whoever opens the desk. */
export interface WebOptions {
  /** Its name in `desk.yaml`. */
  readonly name: string
  /** Signs the conversations; at least 32 random bytes, kept beside the state. */
  readonly secret: Uint8Array
  readonly clock: () => number
  readonly newId: () => string
  /** What was said in a conversation, newest first. */
  readonly turns: State['turns']
  /** What the page opens on, in the language nearest to the one asked for. */
  readonly welcome: (language: string | null) => Welcome
  readonly declaredAt: DeclaredAt
  readonly limits?: Limits
}

/** What the page shows before anything was said. */
export interface Welcome {
  readonly name: string
  readonly tagline: string | null
  readonly languages: readonly string[]
  readonly color: string | null
  readonly logo: string | null
  readonly greeting: readonly Block[]
  readonly topics: readonly {
    readonly name: string
    readonly title: string
    readonly icon: string | null
    readonly ask: string
  }[]
  readonly dares: readonly { readonly title: string; readonly ask: string }[]
}

/** The web channel with its companions. */
export interface Web {
  readonly channel: Channel<WebConversation>
  readonly routes: readonly ChannelRoute[]
  /** Subscribes the event streams and the records behind the answers. */
  readonly observe: Observe
  /** Gives the record behind an answer its rows. */
  readonly taken: (turn: Turn) => void
  /** Ends the event streams. */
  readonly close: () => void
}

/** The channel of the desk's own web page: see docs/reference/http.md. */
export function web(options: WebOptions): Web {
  const limits = meter(options.limits ?? usualLimits)
  const streams = new EventStreams()
  const behind = new BehindTheAnswers(options.declaredAt)
  return {
    channel: webChannel(options, limits),
    routes: webRoutes(options, { limits, streams, behind }),
    observe: (observation) => {
      if (observation.kind !== 'turn' || observation.turn.message.channel !== options.name) return
      behind.keepRedacted(observation.turn)
      streams.tell(observation.turn)
    },
    taken: (turn) => behind.keepRows(turn),
    close: () => streams.end(),
  }
}

function webChannel(options: WebOptions, limits: Meter): Channel<WebConversation> {
  return {
    name: options.name,
    async receive(request, caller) {
      await limits.countAddress(caller.address)
      const said = parseSaid(await readJson(request))
      const where =
        said.conversation === undefined
          ? mintConversation(options.name, options.secret)
          : conversationOf(options.name, options.secret, said.conversation)
      await limits.countConversation(where.conversation)
      const messages = [messageOf(said, where, options)]
      return { kind: 'messages', messages, durable: true, from: caller.address, call: where }
    },
    render(turns, where) {
      const turn = turns.at(-1)
      if (turn === undefined) return json({ conversation: where.token, blocks: [] })
      return json({
        conversation: where.token,
        turn: turn.id,
        message: ownId(turn.message.id),
        at: repliedAt(turn),
        blocks: turns.flatMap((one) => webBlocks(one.reply.blocks)),
      })
    },
  }
}

function messageOf(said: Said, where: WebConversation, options: WebOptions): Message {
  return {
    id: `${where.conversation}/${said.id ?? options.newId()}`,
    conversation: where.conversation,
    channel: options.name,
    text: cleanText(said.text ?? ''),
    at: new Date(options.clock()).toISOString(),
    ...(where.signed ? {} : { anonymous: true }),
    ...(said.choice === undefined ? {} : { choice: said.choice }),
    ...(said.location === undefined ? {} : { location: said.location }),
    ...(said.attachment === undefined ? {} : { attachment: attachmentOf(said.attachment) }),
    ...(said.language === undefined ? {} : { language: said.language }),
    ...(said.event === undefined ? {} : { event: said.event }),
  }
}

/** What a file is, without its name and what is in it. */
function attachmentOf({ type, data }: NonNullable<Said['attachment']>): Attachment {
  return { type, size: Buffer.byteLength(data, 'base64') }
}

/** What the companions of the channel share. */
interface Companions {
  readonly limits: Meter
  readonly streams: EventStreams
  readonly behind: BehindTheAnswers
}

/** Turns a page gets back when it is loaded again. */
const historyTurns = 50

function webRoutes(options: WebOptions, companions: Companions): ChannelRoute[] {
  const { limits, streams, behind } = companions
  const limited =
    (get: ChannelRoute['get']): ChannelRoute['get'] =>
    async (request, caller) => {
      await limits.countAddress(caller.address)
      return get(request, caller)
    }
  const routes: Record<string, ChannelRoute['get']> = {
    desk: async (request, caller) => json(deskCard(options, request, caller)),
    history: async (request) => json(await history(options, signedOf(options, request))),
    events: async (request) => streams.listen(signedOf(options, request).conversation),
    'behind/*': async (request, caller) => json(recordFor(behind, request, caller)),
  }
  return Object.entries(routes).map(([path, get]) => {
    const route = { path, get: limited(get) }
    return path === 'behind/*' ? { ...route, own: true } : route
  })
}

function deskCard(options: WebOptions, request: Request, caller: Caller): object {
  const welcome = options.welcome(new URL(request.url).searchParams.get('language'))
  return { ...welcome, greeting: webBlocks(welcome.greeting), behind: caller.local }
}

async function history(options: WebOptions, where: WebConversation): Promise<object> {
  const turns = await options.turns({ conversation: where.conversation, limit: historyTurns })
  return { conversation: where.token, bubbles: turns.toReversed().flatMap(bubblesOf) }
}

/** The conversation named in the query. Throws `server/forbidden` when the desk did not sign it. */
function signedOf(options: WebOptions, request: Request): WebConversation {
  const token = new URL(request.url).searchParams.get('conversation') ?? ''
  const where = conversationOf(options.name, options.secret, token)
  if (where.signed) return where
  throw new FrontdeskError('server/forbidden', 'The conversation was not begun by this desk.')
}

function recordFor(behind: BehindTheAnswers, request: Request, caller: Caller): object {
  if (!caller.local)
    throw new FrontdeskError('server/forbidden', 'The record is shown on the desk’s computer only.')
  const id = new URL(request.url).pathname.split('/').at(-1) ?? ''
  const record = behind.record(id)
  if (record !== null) return record
  throw new FrontdeskError('server/not-found', 'No such turn is kept.')
}
