/** A phone, and behind the channel that it talks to a desk that echoes: both over real HTTP, where the platform calls. */
import { vi } from 'vitest'
import { type OpenPhone, openChannel } from '../src/channels/index.ts'
import { deliver, type Delivering } from '../src/deliver.ts'
import { Desk } from '../src/desk.ts'
import { front } from '../src/front.ts'
import type { Block, Messenger, Phone } from '../src/model/index.ts'
import { createApp, listen, metrics } from '../src/server/index.ts'
import { memoryState } from '../src/state/memory.ts'
import { echo, noFiles } from './test-app.ts'

/** The one file of the desk. */
export const ownPicture = {
  url: '/media/map.png',
  file: {
    name: 'map.png',
    size: 7,
    version: 'v1',
    read: async () => new Uint8Array(Buffer.from('a drawing'.slice(2))),
  },
}

/** A phone that is served. */
export interface ServedPhone {
  readonly phone: Phone
  /** Called whenever the screen changes. */
  readonly changed: ReturnType<typeof vi.fn>
  /** Adds to the clock of phone and desk. */
  readonly wait: (milliseconds: number) => void
  /** Waits until the desk has said so many things. */
  readonly told: (count: number) => Promise<void>
  /** What the desk has heard, in order. */
  readonly heard: () => Promise<readonly string[]>
  /** The conversations it has had. */
  readonly conversations: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/**
 * Serves a phone.
 *
 * @param reply what the desk always says; an echo where it is not given
 */
export async function servePhone(open: OpenPhone, reply?: readonly Block[]): Promise<ServedPhone> {
  let passed = 0
  const clock = () => Date.now() + passed
  const changed = vi.fn()
  const phone = await open({ name: 'phone', clock, changed })
  const world = { clock, random: () => 0, observe: () => {}, newId: () => crypto.randomUUID() }
  const state = memoryState()
  const stages = reply === undefined ? echo : { ...echo, speak: async () => ({ blocks: reply }) }
  const desk = new Desk(stages, { ...world, state, timezone: () => 'Asia/Kolkata' })
  const channel = openChannel(phone.settings, {
    ...world,
    secret: Buffer.alloc(32, 7),
    turns: (filter) => state.turns(filter),
    welcome: () => {
      throw new Error('A phone is not welcomed.')
    },
    publicUrl: () => null,
    andMore: String,
    choose: () => 'Choose',
    declaredAt: () => null,
    ownFile: async (address) => (address === ownPicture.url ? ownPicture.file : null),
  })
  const messenger = channel.channel as Messenger
  const delivering = deliver({
    ...world,
    post: state,
    take: (message, how) => desk.take(message, how),
    messenger: () => messenger,
  })
  delivering.start()
  const deaf = channel.listen?.(delivering.accept)
  const listening = await serveMessenger(messenger, delivering, world)
  await phone.connect?.(`${listening.url}/channels/phone`)
  const turns = async () => (await state.turns({ limit: 100 })).toReversed()
  return {
    phone,
    changed,
    wait: (milliseconds) => void (passed += milliseconds),
    async told(count) {
      await vi.waitUntil(() => toldOn(phone) >= count, { timeout: 20_000 })
    },
    heard: async () => (await turns()).map(({ message }) => message.text),
    conversations: async () => (await turns()).map(({ message }) => message.conversation),
    async close() {
      await phone.close()
      await deaf?.()
      await delivering.close()
      await listening.close()
    },
  }
}

/** The desk's own side of HTTP: where a platform calls. */
function serveMessenger(
  messenger: Messenger,
  delivering: Delivering,
  world: Pick<Parameters<typeof createApp>[0], 'observe'>,
) {
  const app = createApp({
    ...world,
    front: front({ ...delivering, take: neverAtOnce, taken: () => {} }),
    channel: () => ({ channel: messenger, routes: [] }),
    courtesy: async (sentence) => sentence,
    ready: async () => ({ ok: true, sources: {} }),
    metrics: metrics(),
    media: noFiles,
    page: noFiles,
    pageChannel: () => 'web',
  })
  return listen(app.fetch, { port: 0, host: '127.0.0.1' })
}

function toldOn(phone: Phone): number {
  return phone.screen().bubbles.filter(({ own }) => !own).length
}

async function neverAtOnce(): Promise<never> {
  throw new Error('A messenger is never answered in its call.')
}
