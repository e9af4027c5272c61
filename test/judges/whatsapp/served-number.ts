/** A number over real HTTP both ways: a desk that listens, and a Cloud API server that takes nothing Meta does not document. */
import { vi } from 'vitest'
import { whatsapp, type WhatsApp } from '../../../src/channels/whatsapp/index.ts'
import { deliver, type Delivering } from '../../../src/deliver.ts'
import { Desk } from '../../../src/desk.ts'
import type {
  Block,
  ChannelTemplate,
  Message,
  Messenger,
  Observation,
  Registrar,
  State,
} from '../../../src/model/index.ts'
import type { Listening } from '../../../src/server/index.ts'
import { memoryState } from '../../../src/state/memory.ts'
import { serveMessenger } from '../../serve-messenger.ts'
import { echo } from '../../test-app.ts'
import { credentials, FakeGraphApi } from '../../../simulated/whatsapp/fake-graph-api.mjs'

/** What a test may choose; the rest is plain. */
export interface NumberOptions {
  /** What the desk always says; an echo where it is not given. */
  readonly reply?: readonly Block[]
  /** What the desk is, where it is no echo. */
  readonly take?: Parameters<typeof deliver>[0]['take']
  readonly token?: string
  readonly template?: ChannelTemplate
  readonly publicUrl?: string
  /** Whether keeping fails, as on a full disk. */
  readonly refuse?: () => boolean
}

/** A desk with a number. Its clock and Meta's are one, and `wait` moves it. */
export class ServedNumber {
  readonly state = memoryState()
  readonly observed: Observation[] = []
  /** The address Meta calls. */
  url = ''
  api = new FakeGraphApi()
  readonly #options: NumberOptions
  #passed = 0
  #listening: Listening | null = null
  #channel: WhatsApp | null = null
  #delivering: Delivering | null = null

  constructor(options: NumberOptions) {
    this.#options = options
  }

  async open(): Promise<this> {
    this.api = await new FakeGraphApi({ clock: this.#world.clock }).start()
    const { messenger } = (this.#channel = this.#open())
    const delivering = this.#deliver(messenger)
    this.#delivering = delivering
    delivering.start()
    this.#listening = await serveMessenger(messenger, delivering, this.#world)
    this.url = `${this.#listening.url}/channels/whatsapp`
    await this.api.webhook.subscribe(this.url, credentials.verifyToken)
    return this
  }

  async close(): Promise<void> {
    await this.#listening?.close()
    await this.#delivering?.close()
    await this.api.stop()
  }

  /** What tells Meta where the desk is. */
  get registrar(): Registrar {
    if (this.#channel === null) throw new Error('The number is not open.')
    return this.#channel.registrar
  }

  /** Adds to the clock. */
  wait(milliseconds: number): void {
    this.#passed += milliseconds
  }

  /** Resolves when so many messages were sent. */
  async sent(count: number): Promise<void> {
    await vi.waitUntil(() => this.api.sent().length >= count, { timeout: 15_000, interval: 5 })
  }

  /** As `sent`, while the clock runs ahead. */
  async sentInHaste(count: number): Promise<void> {
    const skipping = setInterval(() => this.wait(6_000), 20)
    await this.sent(count).finally(() => clearInterval(skipping))
  }

  /** Resolves when Meta has nothing more to tell. */
  async told(): Promise<void> {
    await vi.waitUntil(() => this.api.webhook.isIdle, { timeout: 15_000, interval: 5 })
  }

  /** The words of what was sent. */
  get texts(): readonly string[] {
    return this.api.sent().map(({ message }) => textIn(message))
  }

  /** The errors that were observed. */
  get errors(): readonly Extract<Observation, { kind: 'error' }>[] {
    return this.observed.filter((one) => one.kind === 'error')
  }

  /** What the desk heard, in order. */
  async heard(): Promise<readonly Message[]> {
    return (await this.state.turns({ limit: 100 })).map(({ message }) => message).toReversed()
  }

  get #world() {
    return {
      clock: () => Date.now() + this.#passed,
      random: () => 0,
      observe: (one: Observation) => void this.observed.push(one),
    }
  }

  #open(): WhatsApp {
    return whatsapp({
      ...this.#world,
      ...credentials,
      token: this.#options.token ?? credentials.token,
      name: 'whatsapp',
      template: this.#options.template ?? null,
      api: this.api.url,
      secret: Buffer.alloc(32, 7),
      publicUrl: () => this.#options.publicUrl ?? null,
      choose: () => 'Choose',
    })
  }

  #deliver(messenger: Messenger): Delivering {
    const { reply, refuse, take } = this.#options
    const speak: typeof echo.speak = async (move, ...rest) =>
      reply === undefined ? echo.speak(move, ...rest) : { blocks: reply }
    const identity = { newId: () => crypto.randomUUID(), timezone: () => 'Asia/Kolkata' }
    const desk = new Desk({ ...echo, speak }, { ...this.#world, ...identity, state: this.state })
    const accept: State['accept'] = async (deliveries) => {
      if (refuse?.() === true) throw new Error('The disk is full.')
      return this.state.accept(deliveries)
    }
    return deliver({
      ...this.#world,
      post: { ...this.state, accept },
      take: take ?? ((message, how) => desk.take(message, how)),
      messenger: () => messenger,
    })
  }
}

/** The words of a message that was sent. */
export function textIn(message: Readonly<Record<string, unknown>>): string {
  const { text, interactive, image, document } = message as Words
  return (
    text?.body ??
    interactive?.body.text ??
    image?.caption ??
    document?.caption ??
    ''
  ).replaceAll('\u2060', '')
}

interface Words {
  readonly text?: { readonly body: string }
  readonly interactive?: { readonly body: { readonly text: string } }
  readonly image?: { readonly caption?: string }
  readonly document?: { readonly caption?: string }
}
