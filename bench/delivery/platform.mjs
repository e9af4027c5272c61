/** Telegram's side of the benchmark: bots that take every call, and what was sent to whom, at which instant. */
import { once } from 'node:events'
import { createServer } from 'node:http'

/** @typedef {(chat: number, text: string) => void} Heard */
/** @typedef {{ chat_id: number, text: string, secret_token: string }} Params what is read of the calls */

/** The token of a bot. @param {number} bot */
export const tokenOf = (bot) => `${1_000 + bot}:bench-token-of-a-bot`

export class Platform {
  url = ''
  /** Is told of every message. @type {Heard} */
  heard = () => {}
  /** The secret each bot gave for its webhook, by its token. @type {Map<string, string>} */
  secrets = new Map()
  #server = createServer((request, response) => {
    /** @type {Buffer[]} */
    const chunks = []
    request.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk))
    request.on('end', () => this.#answer(request.url ?? '', Buffer.concat(chunks), response))
  })

  async start() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    this.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    return this
  }

  stop() {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  /**
   * @param {string} path
   * @param {Buffer} body
   * @param {import('node:http').ServerResponse} response
   */
  #answer(path, body, response) {
    const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(path) ?? []
    const params = paramsIn(body)
    if (method === 'setWebhook') this.secrets.set(token, params.secret_token)
    if (method === 'sendMessage') this.heard(params.chat_id, params.text)
    const result =
      method === 'getMe' ? botOf(token) : method === 'sendMessage' ? sentTo(params) : true
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ok: true, result }))
  }
}

/** @param {Buffer} body @returns {Params} */
function paramsIn(body) {
  const json = body.length === 0 ? '{}' : body.toString('utf8')
  return /** @type {Params} */ (JSON.parse(json))
}

/** @param {string} token */
function botOf(token) {
  const id = Number(token.split(':')[0])
  return { id, is_bot: true, first_name: 'Bench', username: `bench_${id}_bot` }
}

/** @param {{ chat_id: number }} params */
function sentTo({ chat_id }) {
  return { message_id: 1, date: 0, chat: { id: chat_id, type: 'private' } }
}
