/** Platforms that are told of an address which comes, goes and changes. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FrontdeskError } from '../errors.ts'
import type { Observation, Registered, Registrar, Way } from '../model/index.ts'
import { Reach } from './reach.ts'
import type { Recorded } from './record.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T09:00:00Z') })
})
let reach: Reach | null = null
afterEach(async () => {
  await reach?.close()
  vi.useRealTimers()
})

test('a platform is told where to call, and read whether it kept it', async () => {
  const bot = platform()
  const { called, recorded } = begin({ bot })
  await pass(1)
  expect(bot.did).toEqual(['write https://1.example/channels/bot', 'read'])
  expect(called.at(-1)).toEqual(['https://1.example', ['bot']])
  expect(recorded).toEqual([
    { at: '2026-11-23T09:00:00.000Z', what: 'up', url: 'https://1.example' },
    {
      at: expect.any(String),
      what: 'told',
      channel: 'bot',
      outcome: 'written',
      url: 'https://1.example/channels/bot',
    },
  ])
})

test('an address that changes is told at once; one that comes back is compared', async () => {
  const bot = platform()
  const { lose } = begin({
    bot,
    urls: ['https://1.example', 'https://2.example', 'https://2.example'],
  })
  await pass(2)
  lose()
  await pass(2)
  expect(bot.url).toBe('https://2.example/channels/bot')
  bot.did.length = 0
  lose()
  await pass(2)
  expect(bot.did).toEqual(['read'])
})

test('a channel whose secrets changed is told anew, though its address did not', async () => {
  const bot = platform()
  const platforms = { bot }
  begin({ platforms: () => platforms })
  await pass(1)
  platforms.bot = platform()
  platforms.bot.url = bot.url
  await reach?.renew()
  expect(platforms.bot.did).toEqual(['write https://1.example/channels/bot', 'read'])
})

test('what somebody else told the platform is put right within the hour', async () => {
  const bot = platform()
  begin({ bot })
  await pass(1)
  bot.url = 'https://somebody.example'
  await pass(3_601)
  expect(bot.url).toBe('https://1.example/channels/bot')
})

test('a platform that refuses asks for itself, and is told again, later each time', async () => {
  const bot = platform()
  bot.refuses = true
  const other = platform()
  const { called, observed } = begin({ bot, other })
  await pass(1)
  expect(called.at(-1)).toEqual(['https://1.example', ['other']])
  expect(observed).toMatchObject([{ code: 'channel/refused' }])
  await pass(60)
  expect(observed).toHaveLength(1)
  bot.refuses = false
  await pass(120)
  expect(called.at(-1)).toEqual(['https://1.example', ['bot', 'other']])
})

test('a platform that says one thing and keeps another is found out', async () => {
  const bot = platform()
  bot.forgets = true
  const { observed } = begin({ bot })
  await pass(1)
  expect(observed).toMatchObject([{ code: 'exposure/not-registered' }])
})

test('without an address channels ask for themselves, after a moment of grace', async () => {
  const bot = platform()
  const { called, lose } = begin({ bot, urls: ['https://1.example'] })
  await pass(2)
  called.length = 0
  lose()
  await pass(2)
  expect(called).toEqual([])
  await pass(2)
  expect(called).toEqual([[null, []]])
})

test('where the address never comes, channels do not wait for it', async () => {
  const { called } = begin({ bot: platform(), urls: [] })
  await pass(4)
  expect(called).toEqual([[null, []]])
})

interface Platform extends Registrar {
  url: string | null
  refuses: boolean
  forgets: boolean
  readonly did: string[]
}

function platform(): Platform {
  const self: Platform = {
    url: null,
    refuses: false,
    forgets: false,
    did: [],
    async read(): Promise<Registered> {
      self.did.push('read')
      return { url: self.url, trouble: null }
    },
    async write(url) {
      self.did.push(`write ${url}`)
      if (self.refuses) throw new FrontdeskError('channel/refused', 'Unauthorized')
      if (!self.forgets) self.url = url
    },
  }
  return self
}

/** Lets so many seconds pass. */
async function pass(seconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * 1_000)
}

/** A desk with these platforms, over ways with these addresses: the first without end where there are none. */
function begin({ urls = ['https://1.example'], platforms, ...fixed }: Begun) {
  const called: [string | null, string[]][] = []
  const recorded: Recorded[] = []
  const observed: Observation[] = []
  const left = [...urls]
  let lose = () => {}
  reach = new Reach({
    exposure: {
      every: 15_000,
      async open(): Promise<Way> {
        const url = left.shift()
        if (url === undefined) throw new FrontdeskError('exposure/unreachable', 'No way.')
        const lost = new Promise<string>((resolve) => (lose = () => resolve('Lost.')))
        return { url, lost, close: async () => {} }
      },
    },
    door: { host: '127.0.0.1', port: 8300 },
    look: async () => null,
    registrars: () =>
      new Map(Object.entries((platforms?.() ?? fixed) as Record<string, Registrar>)),
    called: async (url, channels) => void called.push([url, [...channels]]),
    record: (one) => void recorded.push(one),
    observe: (one) =>
      void (one.kind === 'error' && isNoWay(one)
        ? null
        : one.kind === 'error' && observed.push(one)),
    clock: Date.now,
    random: () => 0,
  })
  return { called, recorded, observed, lose: () => lose() }
}

type Begun = {
  readonly urls?: readonly string[]
  readonly platforms?: () => Readonly<Record<string, Registrar>>
} & { readonly [channel: string]: unknown }

function isNoWay(observation: Extract<Observation, { kind: 'error' }>): boolean {
  return observation.code === 'exposure/unreachable'
}
