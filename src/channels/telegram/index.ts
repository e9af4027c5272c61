/**
 * A Telegram bot: `poll` asks for what happened (or `receive` is told, as a webhook that `register` tells Telegram of),
 * `updates` holds the shapes Telegram documents, `parse` reads them, `render` writes the calls of a reply, `api` makes
 * them. Only `channels/index.ts` imports from here.
 *
 * @module
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { failureObserved, FrontdeskError } from '../../errors.ts'
import type { Accept, Delivery, Messenger, Observe, Registrar, Shows } from '../../model/index.ts'
import { readJson } from '../read-json.ts'
import { botApi, type CallApi } from './api.ts'
import { type OwnFile, OwnFiles } from './own-files.ts'
import { type Address, type Bot, parseUpdate } from './parse.ts'
import { poll } from './poll.ts'
import { registrar } from './register.ts'
import type { Call } from './call.ts'
import { renderReply } from './render.ts'
import { send } from './send.ts'
import { showTyping } from './typing.ts'
import { type Update, updateSchema } from './updates.ts'

/** What the channel is given by whoever opens the desk. */
export interface TelegramOptions {
  /** Its name in `desk.yaml`. */
  readonly name: string
  readonly token: string
  /** Whether Telegram may be told to call the desk. */
  readonly updates: 'polling' | 'webhook'
  /** The address of the Bot API. */
  readonly api: string
  /** Names conversations and signs the webhook; at least 32 random bytes. */
  readonly secret: Uint8Array
  readonly clock: () => number
  readonly observe: Observe
  readonly ownFile: OwnFile
}

/** The channel with its companion. */
export interface Telegram {
  readonly messenger: Messenger
  /** Begins to ask what is said to the bot, which makes Telegram forget whom to call; gives what ends it. */
  readonly listen: (accept: Accept) => () => Promise<void>
  /** Tells Telegram whom to call; null where the desk asks. */
  readonly registrar: Registrar | null
}

/** Milliseconds a call may take that nobody waits for. */
const patience = 20_000

/** See https://core.telegram.org/bots/faq: one message a second in a chat, thirty altogether, short bursts allowed. */
const pace = { account: { each: 34, burst: 30 }, recipient: { each: 1_000, burst: 5 } }

/** A Telegram bot as a channel: see docs/reference/telegram.md. */
export function telegram(options: TelegramOptions): Telegram {
  const call = botApi(options.token, options.api)
  const reader = new UpdateReader(options, call)
  const files = new OwnFiles(options.ownFile)
  const secretToken = createHmac('sha256', options.secret)
    .update(`webhook\n${options.token}`)
    .digest('base64url')
  const messenger: Messenger = {
    shows,
    pace,
    async receive(request) {
      if (!isSame(request.headers.get('x-telegram-bot-api-secret-token') ?? '', secretToken))
        throw new FrontdeskError(
          'channel/unauthorized',
          'A call had not the secret of its webhook.',
        )
      const deliveries = await reader.read([await readJson(request)])
      return { deliveries, reports: [] }
    },
    render: (reply, { to }) => renderReply(reply, to as Address),
    send: (payload, signal) => send(call, files, payload as Call, signal),
    begin: ({ to }, answered) => showTyping(call, to as Address, answered),
  }
  return {
    messenger,
    listen: (accept) => listen({ options, call, reader }, accept),
    registrar: options.updates === 'webhook' ? registrar(call, secretToken) : null,
  }
}

/** Limits that Telegram documents; that a button's label has none is not worth trying. */
const shows: Shows = {
  text: { most: 4096, links: ['http:', 'https:', 'tg:'] },
  choices: { most: 100, label: 64, links: true },
  caption: 1024,
  // What the desk serves goes as it is.
  base: () => '',
}

/** Hashes are as long as each other: the time it takes tells nothing of what was given. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

/** Reads updates, and lets every button that was pressed stop waiting. */
class UpdateReader {
  readonly #options: TelegramOptions
  readonly #call: CallApi
  #bot: Bot | null = null

  constructor(options: TelegramOptions, call: CallApi) {
    this.#options = options
    this.#call = call
  }

  /** What the updates ask of the desk. Rejects while Telegram does not say who the bot is: a group may mean it. */
  async read(updates: readonly unknown[]): Promise<readonly Delivery[]> {
    const bot = (this.#bot ??= (await this.#call(
      'getMe',
      null,
      AbortSignal.timeout(patience),
    )) as Bot)
    return updates.flatMap((each) => {
      const update = this.#check(each)
      if (update === null) return []
      if (update.callback_query !== undefined) this.#acknowledge(update.callback_query.id)
      return parseUpdate(update, { ...this.#options, bot }) ?? []
    })
  }

  /** One that cannot be read is told of and left: the others must not wait behind it. */
  #check(given: unknown): Update | null {
    const parsed = updateSchema.safeParse(given)
    if (parsed.success) return parsed.data
    const paths = parsed.error.issues.map(({ path }) => path.join('.')).join(', ')
    const message = `An update of Telegram is not as documented: ${paths.slice(0, 200)}`
    this.#options.observe(failureObserved(new FrontdeskError('channel/bad-body', message)))
    return null
  }

  /** It is too late for that after a crash, so nothing keeps it. */
  #acknowledge(callback_query_id: string): void {
    this.#call('answerCallbackQuery', { callback_query_id }, AbortSignal.timeout(patience)).catch(
      (thrown: unknown) => this.#options.observe(failureObserved(thrown)),
    )
  }
}

interface Listening {
  readonly options: TelegramOptions
  readonly call: CallApi
  readonly reader: UpdateReader
}

function listen({ options, call, reader }: Listening, accept: Accept): () => Promise<void> {
  const closing = new AbortController()
  const { signal } = closing
  const keep = async (updates: readonly unknown[]) => {
    const deliveries = await reader.read(updates)
    if (deliveries.length > 0) await accept(deliveries)
  }
  const { observe } = options
  const heard = poll({ call, keep, observe, signal })
  return async () => {
    closing.abort()
    await heard
  }
}
