/** A phone, and behind the channel that it talks to a desk that echoes: both over real HTTP, where the platform calls. */
import { vi } from 'vitest'
import { type OpenPhone, openChannel } from '../src/channels/index.ts'
import { deliver } from '../src/deliver.ts'
import { Desk } from '../src/desk.ts'
import type { Block, Messenger, Phone } from '../src/model/index.ts'
import { memoryState } from '../src/state/memory.ts'
import { serveMessenger } from './serve-messenger.ts'
import { echo } from './test-app.ts'

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

function toldOn(phone: Phone): number {
  return phone.screen().bubbles.filter(({ own }) => !own).length
}
