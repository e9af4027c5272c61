import { once } from 'node:events'
import { connect, createServer } from 'node:net'

/** Connections to a port, which a test can cut like a broken cable, or leave hanging like a computer that sleeps. */
export class Wire {
  /** Both ends of each connection. @type {Set<import('node:net').Socket>} */
  #ends = new Set()
  #to
  #server = createServer((near) => this.#join(near))

  /** @param {number} to the port it leads to, on this computer */
  constructor(to) {
    this.#to = to
  }

  async start() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return this
  }

  get port() {
    const address = this.#server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  /** Ends every connection, at both ends. */
  cut() {
    for (const end of this.#ends) end.destroy()
  }

  /** Passes nothing on any more on the connections there are, and tells neither end. */
  hang() {
    for (const end of this.#ends) end.removeAllListeners('data').on('data', () => {})
    for (const end of this.#ends) end.removeAllListeners('close')
  }

  async stop() {
    this.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }

  /** @param {import('node:net').Socket} near */
  #join(near) {
    const far = connect(this.#to, '127.0.0.1')
    this.#pass(near, far)
    this.#pass(far, near)
  }

  /**
   * @param {import('node:net').Socket} from
   * @param {import('node:net').Socket} to
   */
  #pass(from, to) {
    this.#ends.add(from)
    from.on('data', (chunk) => to.write(chunk))
    from.on('error', () => {})
    from.on('close', () => {
      this.#ends.delete(from)
      to.destroy()
    })
  }
}
