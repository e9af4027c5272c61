/** People who write to the bots, as Telegram hands it over: to each bot one call after another. */
import { Agent, request } from 'node:http'
import { teachers } from '../webhook/faculty.mjs'
import { tokenOf } from './platform.mjs'

/** @typedef {import('./platform.mjs').Platform} Platform */
/** @typedef {{ expected: string, at: number }} Asked */

/**
 * What came of it, in milliseconds: until the platform was told that a message arrived, and until its answer was sent.
 *
 * @typedef {{ acknowledged: number[], answered: number[], wrong: number, asked: number }} Heard
 */

/** Telegram gives no number twice: what has one that was seen before is the same message, and answered once. */
let updates = 0

export class Visitors {
  /** @type {Heard} */
  heard = { acknowledged: [], answered: [], wrong: 0, asked: 0 }
  #platform
  #url
  #bots
  #agent = new Agent({ keepAlive: true, maxSockets: 64 })
  /** What each chat waits for, oldest first. @type {Map<number, Asked[]>} */
  #waiting = new Map()
  /** The call under way to each bot. @type {Map<number, Promise<void>>} */
  #calls = new Map()

  /**
   * @param {Platform} platform
   * @param {string} url of whoever answers
   * @param {number} bots
   */
  constructor(platform, url, bots) {
    this.#platform = platform
    this.#url = url
    this.#bots = bots
    platform.heard = (chat, text) => this.#hear(chat, text)
  }

  /** Messages that were not answered yet. */
  get waiting() {
    return this.heard.asked - this.heard.answered.length - this.heard.wrong
  }

  /** A visitor asks where one of the teachers sits. @param {number} visitor @param {number} teacher */
  ask(visitor, teacher) {
    const name = teachers[teacher % teachers.length] ?? ''
    const expected = `${name} sits in CS-${100 + (teacher % teachers.length)}`
    const asked = { expected, at: performance.now() }
    const bot = visitor % this.#bots
    const waiting = this.#waiting.get(visitor)
    if (waiting === undefined) this.#waiting.set(visitor, [asked])
    else waiting.push(asked)
    this.heard.asked++
    const call = async () => {
      const isTaken = await this.#call(bot, visitor, `where is the cabin of ${name}`)
      if (isTaken) this.heard.acknowledged.push(performance.now() - asked.at)
    }
    this.#calls.set(bot, (this.#calls.get(bot) ?? Promise.resolve()).then(call))
  }

  /** Resolves when every message was handed over. */
  async handedOver() {
    await Promise.all(this.#calls.values())
  }

  close() {
    this.#agent.destroy()
  }

  /** @param {number} chat @param {string} text */
  #hear(chat, text) {
    const asked = this.#waiting.get(chat)?.shift()
    if (asked !== undefined && text.startsWith(asked.expected))
      this.heard.answered.push(performance.now() - asked.at)
    else this.heard.wrong++
  }

  /**
   * @param {number} bot
   * @param {number} chat
   * @param {string} text
   * @returns {Promise<boolean>} whether the message was taken
   */
  #call(bot, chat, text) {
    const from = { id: chat, is_bot: false, first_name: 'Asha', language_code: 'en' }
    const message = {
      message_id: ++updates,
      date: 0,
      chat: { id: chat, type: 'private' },
      from,
      text,
    }
    const body = JSON.stringify({ update_id: updates, message })
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-telegram-bot-api-secret-token': this.#platform.secrets.get(tokenOf(bot)) ?? '',
    }
    const options = { method: 'POST', agent: this.#agent, headers }
    return new Promise((resolve) => {
      const calling = request(`${this.#url}/channels/bot-${bot}`, options, (response) => {
        response.resume()
        response.once('end', () => resolve(response.statusCode === 200))
      })
      calling.once('error', () => resolve(false))
      calling.end(body)
    })
  }
}
