/** An address over ways that a test opens and loses, in time that a test lets pass. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FrontdeskError } from '../errors.ts'
import type { Way } from '../model/index.ts'
import { HealingAddress } from './healing-address.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
let address: HealingAddress | null = null
afterEach(async () => {
  await address?.close()
  vi.useRealTimers()
})

test('a way that is lost is opened anew, and its new address told', async () => {
  const { told, ways } = begin()
  await vi.advanceTimersByTimeAsync(5_000)
  ways[0]?.lose('The cable broke.')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(told).toEqual([
    { kind: 'up', url: 'https://1.example' },
    { kind: 'down', reason: 'The cable broke.' },
    { kind: 'up', url: 'https://2.example' },
  ])
  expect(ways.map(({ isClosed }) => isClosed)).toEqual([true, false])
})

test('an address is told only once it leads here', async () => {
  let isKnown = false
  const { told } = begin({ look: async () => (isKnown ? null : 'does not answer (ENOTFOUND)') })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told).toEqual([])
  isKnown = true
  await vi.advanceTimersByTimeAsync(4_000)
  expect(told).toEqual([{ kind: 'up', url: 'https://1.example' }])
})

test('one wrong answer is doubted, three in a row are believed', async () => {
  const answers: (string | null)[] = []
  const { told, ways } = begin({ look: async () => answers.shift() ?? null })
  await vi.advanceTimersByTimeAsync(1_000)
  answers.push('answers 502', null)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(ways).toHaveLength(1)
  answers.push('answers 502', 'answers 502', 'answers 502')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(ways).toHaveLength(2)
  expect(told[1]).toEqual({ kind: 'down', reason: 'https://1.example answers 502.' })
})

test('after this computer slept, one wrong answer is enough', async () => {
  let isRight = true
  let slept = 0
  const clock = () => Date.now() + slept
  const { ways } = begin({ clock, look: async () => (isRight ? null : 'does not answer') })
  await vi.advanceTimersByTimeAsync(4_500)
  isRight = false
  slept = 3_600_000
  await vi.advanceTimersByTimeAsync(2_500)
  expect(ways.length).toBeGreaterThan(1)
})

test('what cannot be opened is tried again, and told of once', async () => {
  let tries = 0
  const open = async () => {
    tries++
    throw new FrontdeskError('exposure/unreachable', 'The server does not answer.')
  }
  const { failed } = begin({ open })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(failed.map(({ code }) => code)).toEqual(['exposure/unreachable'])
  expect(tries).toBeGreaterThanOrEqual(12)
})

test('each time it goes it is told of, and what follows is tried with patience', async () => {
  const away = new FrontdeskError('exposure/unreachable', 'The server does not answer.')
  let isAway = false
  let tries = 0
  const lost: (() => void)[] = []
  const open = async (): Promise<Way> => {
    tries++
    if (isAway) throw away
    const gone = new Promise<string>((resolve) => lost.push(() => resolve('Lost.')))
    return { url: 'https://desk.example', lost: gone, close: async () => {} }
  }
  const { failed } = begin({ open })
  for (let outage = 0; outage < 2; outage++) {
    isAway = false
    await vi.advanceTimersByTimeAsync(10_000)
    isAway = true
    lost.at(-1)?.()
    await vi.advanceTimersByTimeAsync(20_000)
  }
  expect(failed).toHaveLength(2)
  expect(tries).toBeLessThan(30)
})

test('what was refused is not knocked at every few seconds', async () => {
  let tries = 0
  const open = async () => {
    tries++
    throw new FrontdeskError('exposure/refused', 'The key is not known.')
  }
  begin({ open })
  await vi.advanceTimersByTimeAsync(600_000)
  expect(tries).toBeLessThan(15)
})

test('closing closes the way, whatever it waits for', async () => {
  for (const look of [async () => null, async () => 'answers 502']) {
    const { ways } = begin({ look })
    await vi.advanceTimersByTimeAsync(2_000)
    await address?.close()
    expect(ways.map(({ isClosed }) => isClosed)).toEqual([true])
  }
})

interface Begun {
  readonly look?: () => Promise<string | null>
  readonly open?: () => Promise<Way>
  readonly clock?: () => number
}

/** An address of which each way has another name. */
function begin({ look = async () => null, open, clock = Date.now }: Begun = {}) {
  const ways: { lose: (reason: string) => void; isClosed: boolean }[] = []
  const told: unknown[] = []
  const failed: FrontdeskError[] = []
  const openOne = async (): Promise<Way> => {
    let lose: (reason: string) => void = () => {}
    const lost = new Promise<string>((resolve) => (lose = resolve))
    const way = { lose, isClosed: false }
    const url = `https://${ways.push(way)}.example`
    return { url, lost, close: async () => void (way.isClosed = true) }
  }
  address = new HealingAddress({
    exposure: { every: 15_000, open: open ?? openOne },
    door: { host: '127.0.0.1', port: 8300 },
    look,
    changed: (reached) => void told.push(reached),
    failed: (thrown) => void failed.push(thrown),
    clock,
    random: () => 0,
  })
  return { ways, told, failed }
}
