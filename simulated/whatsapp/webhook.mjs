/**
 * The side of Meta that calls: signed, one call after another, several things in one call, and again until it is told
 * 200.
 */
import { createHmac } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'

/** @typedef {Record<string, unknown>} Value what is told of a number */

/** Things told in one call at the most. */
const mostTogether = 10

/** Milliseconds before a call is made again: less patience than Meta's, which goes on for a week. */
const [shortest, longest] = [20, 1_000]

export class Webhook {
  /** What was answered to each call. @type {number[]} */
  answers = []
  #secret
  #url = ''
  /** @type {Value[]} */
  #waiting = []
  /** What was told, to tell it again. @type {Value[]} */
  #told = []
  /** @type {Promise<void> | null} */
  #running = null
  #isClosed = false

  /** @param {string} secret signs the calls */
  constructor(secret) {
    this.#secret = secret
  }

  /**
   * Asks whether the address is the desk's, as Meta does when it is written into the form; calls it from then on.
   *
   * @param {string} url
   * @param {string} verifyToken
   */
  async subscribe(url, verifyToken) {
    const challenge = '1158201444'
    const asked = new URL(url)
    const question = {
      'hub.mode': 'subscribe',
      'hub.challenge': challenge,
      'hub.verify_token': verifyToken,
    }
    for (const [name, value] of Object.entries(question)) asked.searchParams.set(name, value)
    const answer = await fetch(asked)
    if (!answer.ok || (await answer.text()) !== challenge)
      throw new Error(`The callback URL could not be validated: ${answer.status}.`)
    this.#url = url
    this.#run()
  }

  /** Whom it calls; empty for nobody. */
  get url() {
    return this.#url
  }

  /** Whether all was told and taken. */
  get isIdle() {
    return this.#waiting.length === 0 && this.#running === null
  }

  /** @param {Value} value */
  tell(value) {
    this.#waiting.push(value)
    this.#told.push(value)
    this.#run()
  }

  /** Tells everything once more, as Meta may. */
  tellAgain() {
    this.#waiting.push(...this.#told)
    this.#run()
  }

  async stop() {
    this.#isClosed = true
    await this.#running
  }

  /** @param {readonly Value[]} values @param {string} [account] the id of the account */
  signed(values, account = '102290129340398') {
    const changes = values.map((value) => ({ field: 'messages', value }))
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: account, changes }],
    })
    const proof = createHmac('sha256', this.#secret).update(body).digest('hex')
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${proof}` }
    return { method: 'POST', headers, body }
  }

  #run() {
    if (this.#url === '' || this.#running !== null || this.#isClosed) return
    this.#running = this.#tellAll().finally(() => {
      this.#running = null
      if (this.#waiting.length > 0) this.#run()
    })
  }

  async #tellAll() {
    let pause = shortest
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const together = this.#waiting.slice(0, mostTogether)
      const status = await fetch(this.#url, this.signed(together)).then(
        (answer) => answer.status,
        () => 0,
      )
      this.answers.push(status)
      if (status === 200) this.#waiting.splice(0, together.length)
      else await setTimeout(pause)
      pause = status === 200 ? shortest : Math.min(longest, pause * 2)
    }
  }
}
