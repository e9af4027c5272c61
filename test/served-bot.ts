/** A bot over real HTTP, against a server that takes nothing Telegram does not document: a new one for each test. */
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { FakeBotApi, token } from '../simulated/telegram/fake-bot-api.mjs'
import { telegram } from '../src/channels/telegram/index.ts'
import { deliver, type Delivering } from '../src/deliver.ts'
import { Desk } from '../src/desk.ts'
import type { Block, Observation, Stages } from '../src/model/index.ts'
import { memoryState } from '../src/state/memory.ts'
import type { FileBelow } from '../src/util/file-below.ts'
import { echo } from './test-app.ts'

/** The server of the test that runs. */
export let api = new FakeBotApi()
let ends: (() => Promise<void>)[] = []
let said: string[] = []

beforeEach(async () => {
  api = await new FakeBotApi().start()
})
afterEach(async () => {
  for (const end of ends) await end()
  ends = []
  await api.stop()
  expect(api.mistakes).toEqual([])
})

/** What a test may choose about its bot; the rest is plain. */
export interface BotOptions {
  /** What it always replies; an echo where it is not given. */
  readonly reply?: readonly Block[]
  /** The desk's own files. */
  readonly ownFile?: (address: string) => Promise<FileBelow | null>
  /** Nothing is answered before this. */
  readonly until?: Promise<void>
  readonly token?: string
  /** Where Telegram is told to call; left out, it is asked. */
  readonly webhook?: string
  /** Whether keeping fails, as on a full disk. */
  readonly refuse?: () => boolean
}

/** A bot that echoes, or always gives the same reply; it ends with the test. */
export function serveBot(served: BotOptions = {}) {
  said = []
  const state = memoryState()
  const observed: Observation[] = []
  const observe = (observation: Observation) => {
    if (observation.kind === 'turn') said.push(observation.turn.message.text)
    if (observation.kind === 'error') observed.push(observation)
  }
  const world = { clock: Date.now, random: () => 1 - Number.EPSILON, observe }
  const speak: Stages['speak'] = async (move, ...rest) => {
    await served.until
    return served.reply === undefined ? echo.speak(move, ...rest) : { blocks: served.reply }
  }
  const identity = { newId: () => crypto.randomUUID(), timezone: () => 'Asia/Kolkata' }
  const desk = new Desk({ ...echo, speak }, { ...world, ...identity, state })
  const { webhook } = served
  const { messenger, listen, registrar } = telegram({
    ...world,
    name: 'telegram',
    token: served.token ?? token,
    updates: webhook === undefined ? 'polling' : 'webhook',
    api: api.url,
    secret: Buffer.alloc(32, 7),
    ownFile: served.ownFile ?? (async () => null),
  })
  const accept: typeof state.accept = async (deliveries) => {
    if (served.refuse?.() === true) throw new Error('The disk is full.')
    return state.accept(deliveries)
  }
  const delivering: Delivering = deliver({
    ...world,
    post: { ...state, accept },
    take: (message, how) => desk.take(message, how),
    messenger: () => messenger,
  })
  delivering.start()
  if (webhook === undefined) ends.push(listen(delivering.accept))
  else void registrar?.write(webhook, AbortSignal.timeout(10_000))
  ends.push(delivering.close)
  return { state, observed, messenger }
}

/** Waits until so many messages were sent. */
export async function sent(count: number): Promise<void> {
  await vi.waitUntil(() => api.sent().length >= count, { timeout: 15_000 })
}

/** The texts that were sent. */
export function texts(): readonly unknown[] {
  return api.sent().map(({ params }) => params['text'])
}

/** What the desk heard last. */
export function lastSaid(): string | undefined {
  return said.at(-1)
}
