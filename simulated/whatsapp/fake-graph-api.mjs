/**
 * A Cloud API server that is stricter than Meta's: it takes nothing that is not documented. People write to its number by
 * `say`; what the number sends them is in `sent`. It knows the window of 24 hours, how much may be sent at once,
 * templates and their approval, files, and tells what becomes of each message.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { tappedIn, wrongWithMessage } from './documented.mjs'
import { documentedRates, Rates } from './rates.mjs'
import { Webhook } from './webhook.mjs'

/** @typedef {import('./documented.mjs').Members} Members */
/** @typedef {import('./documented.mjs').Message} Message */
/** @typedef {{ status: number, code?: number, message?: string, details?: string, retryAfter?: number, silent?: boolean }} Trouble */
/** @typedef {{ language: string, parameters: number | string[], status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' }} Template */
/** @typedef {{ id: string, to: string, at: number, message: Message, states: string[] }} Sent */
/** @typedef {{ userId?: string, hidesNumber?: boolean, name?: string }} Person */

export const credentials = {
  number: '106540352242922',
  token: 'EAAGtestTokenOfANumberThatIsNotThere',
  appSecret: 'e5f1a2b3c4d5e6f708192a3b4c5d6e7f',
  verifyToken: 'riverdale-says-hello',
}

const day = 24 * 3_600_000

export class FakeGraphApi {
  /** What was sent and taken, in order. @type {Sent[]} */
  all = []
  /** Messages marked as read, and whether it showed that something is being written. @type {string[]} */
  marked = []
  /** What was wrong with calls. @type {string[]} */
  mistakes = []
  /** What goes wrong with a call, if anything. @type {(message: Message) => Trouble | null} */
  trouble = () => null
  /** Is told of every call, and what came of it. @type {(message: Message, result: object) => void} */
  taken = () => {}
  /** Approved messages, by name. @type {Map<string, Template>} */
  templates = new Map()
  /** Files Meta cannot fetch: messages with them are taken, and fail. @type {Set<string>} */
  unfetchable = new Set()
  /** Who is out of reach: their messages fail. @type {Set<string>} */
  unreachable = new Set()
  /** Where the API is, with its version. */
  url = ''
  webhook = new Webhook(credentials.appSecret)
  #clock
  #rates
  /** When each user wrote last. @type {Map<string, number>} */
  #wrote = new Map()
  /** Messages that came in, by id. @type {Set<string>} */
  #heard = new Set()
  #numbers = 0
  #server = createServer((request, response) => void this.#answer(request, response))

  /** @param {{ clock?: () => number, rates?: typeof documentedRates }} [options] */
  constructor({ clock = Date.now, rates = documentedRates } = {}) {
    this.#clock = clock
    this.#rates = new Rates(rates)
  }

  /** @param {number} port 0 for a free one */
  async start(port = 0) {
    this.#server.listen(port, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    this.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/v23.0`
    return this
  }

  async stop() {
    await this.webhook.stop()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** What was sent to a user, by number or user id, or to all. @param {string} [user] */
  sent(user) {
    return user === undefined ? this.all : this.all.filter(({ to }) => to === user)
  }

  /** Milliseconds in which the number may write to a user freely; 0 when it may not. @param {string} user */
  windowOf(user) {
    return Math.max(0, (this.#wrote.get(user) ?? -Infinity) + day - this.#clock())
  }

  /**
   * Somebody writes to the number.
   *
   * @param {string} from a telephone number in digits
   * @param {Members} content such as `{ type: 'text', text: { body: 'hello' } }`
   * @param {Person} [person]
   * @returns {string} the id of the message
   */
  say(from, content, person = {}) {
    const id = this.#newId('HBgMOTE5ODc2NTQzMjEwFQIAEhgU')
    this.webhook.tell(this.incoming(from, { id, ...content }, person))
    return id
  }

  /**
   * What Meta tells of a message that came in.
   *
   * @param {string} from
   * @param {Members} content
   * @param {Person} [person]
   */
  incoming(from, content, { userId, hidesNumber = false, name = 'Asha' } = {}) {
    const user = hidesNumber ? (userId ?? from) : from
    this.#wrote.set(user, this.#clock())
    this.#heard.add(String(content['id']))
    const number = hidesNumber ? {} : { wa_id: from }
    const timestamp = String(Math.floor(this.#clock() / 1_000))
    return {
      ...this.#about,
      contacts: [
        { profile: { name }, ...number, ...(userId === undefined ? {} : { user_id: userId }) },
      ],
      messages: [
        {
          ...(hidesNumber ? {} : { from }),
          ...(userId === undefined ? {} : { from_user_id: userId }),
          timestamp,
          ...content,
        },
      ],
    }
  }

  /**
   * Somebody taps a button or a row of a message.
   *
   * @param {string} from
   * @param {Sent} sent
   * @param {string} title
   * @param {Person} [person]
   */
  tap(from, { id, message }, title, person) {
    const tapped = tappedIn(message.interactive).find((one) => one.title === title)
    if (tapped === undefined) throw new Error(`There is no "${title}" to tap.`)
    const kind = message.interactive?.type === 'button' ? 'button_reply' : 'list_reply'
    const context = { from: '15550783881', id }
    const interactive = { type: kind, [kind]: tapped }
    return this.say(from, { type: 'interactive', context, interactive }, person)
  }

  /** A user opens the chat: all that was delivered is read. @param {string} user */
  open(user) {
    for (const sent of this.sent(user))
      if (sent.states.at(-1) === 'delivered') this.#become(sent, 'read')
  }

  get #about() {
    return {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550783881', phone_number_id: credentials.number },
    }
  }

  /** @param {string} start */
  #newId(start) {
    return `wamid.${start}${String(++this.#numbers).padStart(8, '0')}`
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #answer(request, response) {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const trouble = this.#refusal(request)
    if (trouble !== null) return refuse(response, trouble)
    if (!request.url?.endsWith('/messages')) {
      const configured = await this.#configure(body)
      return isTrouble(configured) ? refuse(response, configured) : tell(response, 200, configured)
    }
    const message = /** @type {Message} */ (JSON.parse(body))
    const wrong = wrongWithMessage(message)
    this.mistakes.push(...wrong)
    const found = wrong.length > 0 ? notDocumented(wrong) : this.trouble(message)
    if (found?.silent === true) return request.socket.destroy()
    const result = found ?? (message.status === 'read' ? this.#read(message) : this.#send(message))
    this.taken(message, result)
    return isTrouble(result) ? refuse(response, result) : tell(response, 200, result)
  }

  /** @param {import('node:http').IncomingMessage} request @returns {Trouble | null} */
  #refusal({ method, url, headers }) {
    const number = `/v23.0/${credentials.number}`
    const asked = method === 'GET' && url === `${number}?fields=webhook_configuration`
    const isTold = method === 'POST' && (url === number || url === `${number}/messages`)
    if (!asked && !isTold) return { status: 404, code: 100, message: 'Unsupported post request' }
    if (headers.authorization !== `Bearer ${credentials.token}`)
      return { status: 401, code: 190, message: 'Invalid OAuth access token' }
    const isJson = headers['content-type']?.startsWith('application/json') === true
    return isJson ? null : { status: 400, code: 100, message: 'The body is not JSON' }
  }

  /**
   * Whom it calls is asked, or told: then it looks there for the verify token.
   *
   * @param {string} body empty where it is asked
   * @returns {Promise<Trouble | object>}
   */
  async #configure(body) {
    const { url } = this.webhook
    const id = credentials.number
    if (body === '') return { webhook_configuration: url === '' ? {} : { phone_number: url }, id }
    const { webhook_configuration: told } =
      /** @type {{ webhook_configuration?: { override_callback_uri: string, verify_token: string } }} */ (
        JSON.parse(body)
      )
    if (told === undefined) return { status: 400, code: 100, message: 'Invalid parameter' }
    return this.webhook.subscribe(told.override_callback_uri, told.verify_token).then(
      () => ({ success: true }),
      () => ({ status: 400, code: 2200, message: '(#2200) Callback verification failed' }),
    )
  }

  /** @param {Message} message @returns {Trouble | { success: true }} */
  #read({ message_id: id = '' }) {
    if (!this.#heard.has(id)) return { status: 400, code: 100, message: 'Invalid message_id' }
    this.marked.push(id)
    return { success: true }
  }

  /** @param {Message} message @returns {Trouble | Members} */
  #send(message) {
    const to = message.to ?? message.recipient ?? ''
    const refused = this.#rates.take(to, this.#clock()) ?? this.#wrongTemplate(message.template)
    if (refused !== null) return refused
    const id = this.#newId('HBgMOTE5ODc2NTQzMjEwFQIAERgS')
    /** @type {Sent} */
    const sent = { id, to, at: this.#clock(), message, states: [] }
    this.all.push(sent)
    // Outside the window a message is taken, and fails: what becomes of it is told later.
    if (message.template === undefined && this.windowOf(to) === 0)
      this.#become(sent, 'failed', [reEngagement])
    else if (this.unreachable.has(to)) this.#become(sent, 'failed', [undeliverable])
    else if (this.unfetchable.has(linkIn(message))) this.#become(sent, 'failed', [noMedia])
    else for (const state of ['sent', 'delivered']) this.#become(sent, state)
    const contact = message.to === undefined ? { user_id: to } : { input: to, wa_id: to }
    return { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id }] }
  }

  /** @param {Message['template']} template @returns {Trouble | null} */
  #wrongTemplate(template) {
    if (template === undefined) return null
    const known = this.templates.get(template.name)
    if (known?.status !== 'APPROVED' || known.language !== template.language.code) {
      const message = '(#132001) Template name does not exist in the translation'
      return { status: 404, code: 132001, message }
    }
    const given = template.components?.find(({ type }) => type === 'body')?.parameters ?? []
    const { parameters } = known
    const fits =
      typeof parameters === 'number'
        ? given.length === parameters
        : given.map((one) => one.parameter_name).join() === parameters.join()
    if (fits) return null
    const message = '(#132000) Number of parameters does not match the expected number of params'
    return { status: 400, code: 132000, message }
  }

  /** @param {Sent} sent @param {string} state @param {Members[]} [errors] */
  #become(sent, state, errors) {
    sent.states.push(state)
    const category = sent.message.template === undefined ? 'service' : 'utility'
    const pricing = { billable: category !== 'service', pricing_model: 'PMP', category }
    const status = {
      id: sent.id,
      status: state,
      timestamp: String(Math.floor(this.#clock() / 1_000)),
      recipient_id: sent.to,
      ...(errors === undefined ? { pricing } : { errors }),
    }
    this.webhook.tell({ ...this.#about, statuses: [status] })
  }
}

/** Whether a call was refused. @param {object} result @returns {result is Trouble} */
export function isTrouble(result) {
  return 'status' in result
}

const reEngagement = {
  code: 131047,
  title: 'Re-engagement message',
  message: 'Re-engagement message',
  error_data: { details: 'More than 24 hours have passed since the customer last replied.' },
}

const noMedia = {
  code: 131053,
  title: 'Media upload error',
  message: 'Media upload error',
  error_data: { details: 'Downloading media from weblink failed with http code 404.' },
}

/** The address of a message's file; empty where it has none. @param {Message} message */
function linkIn(message) {
  const content = message[String(message.type)]
  return typeof content === 'object' && content !== null && 'link' in content
    ? String(content.link)
    : ''
}

const undeliverable = {
  code: 131026,
  title: 'Message undeliverable',
  message: 'Message undeliverable',
  error_data: { details: 'Message Undeliverable.' },
}

/** @param {readonly string[]} wrong @returns {Trouble} */
function notDocumented(wrong) {
  return {
    status: 400,
    code: 131009,
    message: '(#131009) Parameter value is not valid',
    details: wrong.join('; '),
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {Trouble} trouble
 */
function refuse(
  response,
  { status, code = 131000, message = 'Something went wrong', details, retryAfter },
) {
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter))
  const error_data = { messaging_product: 'whatsapp', details: details ?? message }
  tell(response, status, {
    error: { message, type: 'OAuthException', code, error_data, fbtrace_id: 'A1b2' },
  })
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {object} body
 */
function tell(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
