/** A number over real HTTP both ways: a desk that listens, and a Cloud API server that takes nothing Meta does not document. */
import { vi } from 'vitest'
import { whatsapp } from '../../../src/channels/whatsapp/index.ts'
import { deliver } from '../../../src/deliver.ts'
import { Desk } from '../../../src/desk.ts'
import { front } from '../../../src/front.ts'
import type { Block, ChannelTemplate, Observation, State } from '../../../src/model/index.ts'
import { createApp, listen, metrics } from '../../../src/server/index.ts'
import { memoryState } from '../../../src/state/memory.ts'
import { echo, noFiles } from '../../test-app.ts'
import { credentials, FakeGraphApi } from './fake-graph-api.mjs'

/** What a test may choose; the rest is plain. */
export interface NumberOptions {
  /** What the desk always says; an echo where it is not given. */
  readonly reply?: readonly Block[]
  readonly token?: string
  readonly template?: ChannelTemplate
  readonly publicUrl?: string
  /** Whether keeping fails, as on a full disk. */
  readonly refuse?: () => boolean
}

/** A desk with a number. */
export interface ServedNumber {
  readonly api: FakeGraphApi
  /** The address Meta calls. */
  readonly url: string
  readonly state: State
  /** The errors that were observed. */
  readonly errors: Extract<Observation, { kind: 'error' }>[]
  readonly observed: Observation[]
  /** Adds to the clock of the desk and of Meta. */
  readonly wait: (milliseconds: number) => void
  /** Resolves when so many messages were sent. */
  readonly sent: (count: number) => Promise<void>
  /** What was sent, as words. */
  readonly texts: () => readonly unknown[]
  /** What the desk heard, in order. */
  readonly heard: () => Promise<readonly Turn[]>
  readonly close: () => Promise<void>
}

type Turn = Awaited<ReturnType<State['turns']>>[number]['message']

const patience = { timeout: 15_000 }

export async function serveNumber(options: NumberOptions = {}): Promise<ServedNumber> {
  let passed = 0
  const clock = () => Date.now() + passed
  const api = await new FakeGraphApi({ clock }).start()
  const state = memoryState()
  const observed: Observation[] = []
  const world = {
    clock,
    random: () => 0,
    observe: (one: Observation) => void observed.push(one),
    newId: () => crypto.randomUUID(),
    timezone: () => 'Asia/Kolkata',
  }
  const { reply } = options
  const speak: typeof echo.speak = async (move, ...rest) =>
    reply === undefined ? echo.speak(move, ...rest) : { blocks: reply }
  const desk = new Desk({ ...echo, speak }, { ...world, state })
  const messenger = whatsapp({
    ...world,
    ...credentials,
    token: options.token ?? credentials.token,
    name: 'whatsapp',
    template: options.template ?? null,
    api: api.url,
    secret: Buffer.alloc(32, 7),
    publicUrl: () => options.publicUrl ?? null,
  })
  const accept: State['accept'] = async (deliveries) => {
    if (options.refuse?.() === true) throw new Error('The disk is full.')
    return state.accept(deliveries)
  }
  const delivering = deliver({
    ...world,
    post: { ...state, accept },
    take: (message, how) => desk.take(message, how),
    messenger: () => messenger,
  })
  delivering.start()
  const app = createApp({
    ...world,
    front: front({ ...delivering, take: (message) => desk.take(message), taken: () => {} }),
    channel: () => ({ channel: messenger, routes: [] }),
    courtesy: async (sentence) => sentence,
    ready: async () => ({ ok: true, sources: {} }),
    metrics: metrics(),
    media: noFiles,
    page: noFiles,
  })
  const listening = await listen(app.fetch, { port: 0, host: '127.0.0.1' })
  const url = `${listening.url}/channels/whatsapp`
  await api.webhook.subscribe(url, credentials.verifyToken)
  return {
    api,
    url,
    state,
    observed,
    get errors() {
      return observed.filter((one) => one.kind === 'error')
    },
    wait: (milliseconds) => void (passed += milliseconds),
    sent: async (count) => void (await vi.waitUntil(() => api.sent().length >= count, patience)),
    texts: () => api.sent().map(({ message }) => textIn(message)),
    heard: async () =>
      (await state.turns({ limit: 100 })).map(({ message }) => message).toReversed(),
    async close() {
      await listening.close()
      await delivering.close()
      await api.stop()
    },
  }
}

/** The words of a message that was sent. */
export function textIn(message: Readonly<Record<string, unknown>>): unknown {
  const { text, interactive, image, document } = message as Words
  return text?.body ?? interactive?.body.text ?? image?.caption ?? document?.caption
}

interface Words {
  readonly text?: { readonly body: string }
  readonly interactive?: { readonly body: { readonly text: string } }
  readonly image?: { readonly caption?: string }
  readonly document?: { readonly caption?: string }
}
