/**
 * A Bot API server that is stricter than Telegram's: it takes nothing that is not documented. People write to its bot by
 * `deliver`; what the bot sends them is in `sent`. A bot that told it whom to call is called, one update after another,
 * each again until it is taken.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { isDocumented, wrongWith, wrongWithCall } from './documented.mjs'
import { readCall, withNames } from './read-call.mjs'

/** @typedef {Record<string, unknown>} Params */
/** @typedef {{ update_id: number } & Params} Update */
/** @typedef {{ status: number, description: string, retryAfter?: number, silent?: boolean }} Trouble */
/** @typedef {{ method: string, params: Params }} Call */
/** @typedef {{ type: string, media: unknown }} Media */

export const token = '123456789:AAtestTokenOfABotThatIsNotThere'
const bot = { id: 123_456_789, is_bot: true, first_name: 'Riverdale', username: 'riverdale_bot' }

/** Parameters that are files. */
const fileParams = ['photo', 'voice', 'audio', 'video', 'document']

/** Milliseconds a call for updates stays open at the most: the fake has less patience than Telegram. */
const longestPoll = 1_000

/** Milliseconds before a webhook that did not take an update is called again, and those it has to answer. */
const [callAgain, callPatience] = [300, 5_000]

export class FakeBotApi {
  /** Every call that was taken. @type {Call[]} */
  calls = []
  /** What was wrong with calls. @type {string[]} */
  mistakes = []
  /** What goes wrong with a call, if anything. @type {(call: Call) => Trouble | null} */
  trouble = () => null
  /** Is told of every call, and what came of it. @type {(call: Call, result: unknown) => void} */
  taken = () => {}
  url = ''
  /** What was uploaded, by the names it was given. @type {Map<string, import('./read-call.mjs').Uploaded>} */
  files = new Map()
  /** @type {Update[]} */
  #updates = []
  #lastUpdate = 1_000
  #lastMessage = 0
  #webhook = { url: '', secret: '' }
  /** What the last call of the webhook came to, if it was not taken. @type {{ at: number, message: string } | null} */
  #trouble = null
  #isCalling = false
  /** Ends the call for updates that is under way, as a second one does. */
  #interrupt = () => {}
  #wake = () => {}
  #server = createServer((request, response) => void this.#answer(request, response))

  /** @param {number} port 0 for a free one */
  async start(port = 0) {
    this.#server.listen(port, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    this.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`
    return this
  }

  async stop() {
    this.#webhook = { url: '', secret: '' }
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** What was sent to a chat, or to all. @param {number} [chat] */
  sent(chat) {
    const sends = this.calls.filter(
      ({ method }) => method.startsWith('send') && method !== 'sendChatAction',
    )
    return chat === undefined ? sends : sends.filter(({ params }) => params['chat_id'] === chat)
  }

  /** Whom it calls; empty for nobody. */
  get webhook() {
    return this.#webhook.url
  }

  /** Whether its last call of the webhook was not taken. */
  get troubled() {
    return this.#trouble !== null
  }

  /** Updates the bot has not confirmed. */
  get waiting() {
    return this.#updates.length
  }

  /** Something happened. @param {Params} happened @param {number} [id] @returns {Update} */
  deliver(happened, id = ++this.#lastUpdate) {
    const update = { update_id: id, ...happened }
    const wrong = wrongWith('Update', update)
    if (wrong.length > 0) throw new Error(wrong.join('; '))
    this.#updates.push(update)
    this.#wake()
    void this.#callWebhook()
    return update
  }

  /**
   * Somebody writes to the bot.
   *
   * @param {Params} content such as `{ text: 'hello' }`
   * @param {{ chat?: number, from?: number, group?: boolean }} [where]
   */
  say(content, { chat = 7, from = chat, group = false } = {}) {
    return this.deliver({ message: this.message(content, { chat, from, group }) })
  }

  /** @param {Params} content @param {{ chat: number, from: number, group: boolean }} where */
  message(content, { chat, from, group }) {
    return {
      message_id: ++this.#lastMessage,
      date: 1_795_000_000,
      chat: group
        ? { id: chat, type: 'supergroup', title: 'B.Com' }
        : { id: chat, type: 'private' },
      from: { id: from, is_bot: false, first_name: 'Asha', language_code: 'en' },
      ...content,
    }
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #answer(request, response) {
    const [, given, method = ''] = /^\/bot([^/]*)\/(\w+)$/.exec(request.url ?? '') ?? []
    const { params, files } = await readCall(request, method)
    const call = { method, params: withNames(params, (file) => this.#keep(files.get(file))) }
    const trouble =
      given === token ? this.#troubleWith(call) : { status: 401, description: 'Unauthorized' }
    if (trouble?.silent === true) return request.socket.destroy()
    if (trouble === null) this.calls.push(call)
    const result = trouble ?? (await this.#do(call))
    this.taken(call, result)
    return isTrouble(result) ? refuse(response, result) : tell(response, 200, { ok: true, result })
  }

  /** @param {Call} call @returns {Trouble | null} */
  #troubleWith(call) {
    if (!isDocumented(call.method)) return { status: 404, description: 'Not Found' }
    const wrong = [...wrongWithCall(call.method, call.params), ...this.#wrongFiles(call)]
    this.mistakes.push(...wrong)
    if (wrong.length > 0) return { status: 400, description: `Bad Request: ${wrong.join('; ')}` }
    return this.trouble(call)
  }

  /** A file is on the web, or was uploaded now or before. @param {Call} call */
  #wrongFiles({ method, params }) {
    const media = /** @type {Media[]} */ (params['media'] ?? []).map((one) => one.media)
    const single = fileParams.flatMap((name) => params[name] ?? [])
    return [...media, ...single]
      .filter((file) => !/^https?:/.test(String(file)) && !this.files.has(String(file)))
      .map((file) => `${method}: wrong file identifier ${String(file)}`)
  }

  /** @param {Call} call */
  async #do({ method, params }) {
    switch (method) {
      case 'getMe':
        return bot
      case 'getUpdates':
        return this.#getUpdates(params)
      case 'setWebhook':
        this.#webhook = { url: String(params['url']), secret: String(params['secret_token'] ?? '') }
        this.#trouble = null
        void this.#callWebhook()
        return true
      case 'getWebhookInfo':
        return this.#webhookInfo()
      case 'deleteWebhook':
        this.#webhook = { url: '', secret: '' }
        return true
      case 'answerCallbackQuery':
        return true
      case 'sendChatAction':
        return true
      case 'sendMediaGroup':
        return /** @type {Media[]} */ (params['media']).map(({ type, media }) =>
          this.#message(params, type, media),
        )
      default:
        return this.#message(params, method.slice('send'.length).toLowerCase())
    }
  }

  #webhookInfo() {
    const trouble = this.#trouble
    const info = {
      url: this.#webhook.url,
      has_custom_certificate: false,
      pending_update_count: this.#updates.length,
      ...(trouble === null
        ? {}
        : { last_error_date: Math.floor(trouble.at / 1_000), last_error_message: trouble.message }),
    }
    const wrong = wrongWith('WebhookInfo', info)
    if (wrong.length > 0) throw new Error(wrong.join('; '))
    return info
  }

  /** Calls the webhook with what waits, in order, for as long as there is one. */
  async #callWebhook() {
    if (this.#isCalling) return
    this.#isCalling = true
    for (let [update] = this.#updates; this.#webhook.url !== ''; [update] = this.#updates) {
      if (update === undefined) break
      const wrong = await whyNotTaken(this.#webhook, update)
      if (wrong === null) {
        this.#updates = this.#updates.filter((each) => each !== update)
        continue
      }
      this.#trouble = { at: Date.now(), message: wrong }
      await setTimeout(callAgain, null, { ref: false })
    }
    this.#isCalling = false
  }

  /**
   * A message that was sent, as the bot is told of it.
   *
   * @param {Params} params
   * @param {string} kind such as `photo`
   * @param {unknown} [file]
   */
  #message(params, kind, file = params[kind]) {
    const named = { file_id: file, file_unique_id: file }
    const told = this.files.has(String(file)) ? { [kind]: kind === 'photo' ? [named] : named } : {}
    const chat = { id: params['chat_id'], type: 'private' }
    return { message_id: ++this.#lastMessage, date: 0, chat, ...told }
  }

  /** Keeps a file that was uploaded, and names it. @param {import('./read-call.mjs').Uploaded | undefined} file */
  #keep(file) {
    if (file === undefined || file.bytes.length === 0) return undefined
    const name = `file-${this.files.size + 1}`
    this.files.set(name, file)
    return name
  }

  /** @param {Params} params @returns {Promise<Update[] | Trouble>} */
  async #getUpdates({ offset, timeout, limit }) {
    const conflict = {
      status: 409,
      description: 'Conflict: terminated by other getUpdates request',
    }
    if (this.#webhook.url !== '')
      return {
        status: 409,
        description: "Conflict: can't use getUpdates method while webhook is active",
      }
    this.#interrupt()
    this.#updates = this.#updates.filter(({ update_id }) => update_id >= Number(offset ?? 0))
    let interrupted = false
    if (this.#updates.length === 0)
      await new Promise((resolve) => {
        void setTimeout(Math.min(Number(timeout ?? 0) * 1_000, longestPoll)).then(resolve)
        this.#wake = () => resolve(null)
        this.#interrupt = () => {
          interrupted = true
          resolve(null)
        }
      })
    this.#interrupt = () => {}
    return interrupted ? conflict : this.#updates.slice(0, Number(limit ?? 100))
  }
}

/**
 * @param {{ url: string, secret: string }} webhook
 * @param {Update} update
 * @returns {Promise<string | null>} null when it was taken
 */
async function whyNotTaken({ url, secret }, update) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(callPatience),
    })
    await response.body?.cancel()
    return response.ok ? null : `Wrong response from the webhook: ${response.status}`
  } catch {
    return 'Connection refused'
  }
}

/** Whether a call was refused. @param {unknown} result @returns {result is Trouble} */
export function isTrouble(result) {
  return typeof result === 'object' && result !== null && 'status' in result
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {Trouble} trouble
 */
function refuse(response, { status, description, retryAfter }) {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }
  tell(response, status, { ok: false, error_code: status, description, ...parameters })
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {object} body
 */
function tell(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
