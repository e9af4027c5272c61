/** The phone and the channel, each on its own side of the Bot API, with a desk that echoes. */
import { afterEach, expect, test, vi } from 'vitest'
import { echo, textBlock } from '../../../test/test-app.ts'
import { deliver } from '../../deliver.ts'
import { Desk } from '../../desk.ts'
import type { Block, ChannelSettings, Phone } from '../../model/index.ts'
import { memoryState } from '../../state/memory.ts'
import { telegram } from './index.ts'
import { telegramPhone } from './phone.ts'

let ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.toReversed()) await end()
  ends = []
})

test('what is said is on the screen, and so is what the desk answers', async () => {
  const { phone, changed } = await served()
  expect(phone.screen()).toMatchObject({ bubbles: [], begin: 'START' })
  await phone.act({ kind: 'say', text: 'fees?' })
  await told(phone, 1)
  const [asked, answered] = phone.screen().bubbles
  expect(asked).toMatchObject({ own: true, body: { spans: [{ text: 'fees?' }] } })
  expect(answered).toMatchObject({ own: false, body: { spans: [{ text: 'you said fees?' }] } })
  expect(phone.screen().begin).toBeNull()
  expect(phone.screen().calls.at(-1)).toMatchObject({ name: 'sendMessage', refused: null })
  expect(changed).toHaveBeenCalled()
})

test('a button that is tapped says its label to the desk, and nothing in the chat', async () => {
  const options = ['Yes', 'No'].map((label, i) => ({
    id: `s${i}`,
    label,
    means: { kind: 'say' as const, text: label },
  }))
  const { phone, heard } = await served([textBlock('Sure?'), { kind: 'choices', options }])
  await phone.act({ kind: 'say', text: 'delete it' })
  await told(phone, 1)
  const bubble = phone.screen().bubbles.at(-1)!
  const no = bubble.buttons.flat()[1]!
  expect(no.label).toBe('No')
  await phone.act({ kind: 'tap', bubble: bubble.id, button: no.id })
  await told(phone, 2)
  expect(await heard()).toEqual(['delete it', 'No'])
  expect(phone.screen().bubbles.filter(({ own }) => own)).toHaveLength(1)
})

test('what is not on the screen cannot be tapped or pressed', async () => {
  const { phone } = await served()
  await phone.act({ kind: 'say', text: 'hello' })
  await told(phone, 1)
  const { id } = phone.screen().bubbles.at(-1)!
  const notThere = { code: 'simulator/not-there' }
  await expect(phone.act({ kind: 'tap', bubble: id, button: 'x' })).rejects.toMatchObject(notThere)
  await expect(phone.act({ kind: 'press', label: 'x' })).rejects.toMatchObject(notThere)
})

test('whoever gets the phone next has an empty chat and is somebody else to the desk', async () => {
  const { phone, conversations } = await served()
  await phone.act({ kind: 'say', text: 'one' })
  await told(phone, 1)
  phone.reset()
  expect(phone.screen()).toMatchObject({ bubbles: [], calls: [], begin: 'START' })
  await phone.act({ kind: 'begin' })
  await told(phone, 1)
  expect(new Set(await conversations()).size).toBe(2)
})

test('styles, pictures and places are shown', async () => {
  const place = { name: 'Library', address: 'Block B', latitude: 19, longitude: 73 }
  const { phone } = await served([
    {
      kind: 'text',
      spans: [{ text: 'Read ' }, { text: 'this', bold: true, href: 'https://a.in/' }],
    },
    { kind: 'image', url: 'https://a.in/map.png', alt: 'The map' },
    { kind: 'location', location: place },
  ])
  await phone.act({ kind: 'place', latitude: 1, longitude: 2 })
  await told(phone, 3)
  const bodies = phone.screen().bubbles.map(({ body }) => body)
  expect(bodies).toEqual([
    { kind: 'place', latitude: 1, longitude: 2, title: '', address: '' },
    {
      kind: 'text',
      spans: [{ text: 'Read ' }, { text: 'this', bold: true, href: 'https://a.in/' }],
    },
    { kind: 'photo', url: 'https://a.in/map.png', caption: [{ text: 'The map' }] },
    { kind: 'place', latitude: 19, longitude: 73, title: 'Library', address: 'Block B' },
  ])
})

/** A desk behind the channel that the phone names. */
async function served(reply?: readonly Block[]) {
  const changed = vi.fn()
  const phone = await telegramPhone('telegram', changed)
  const state = memoryState()
  const world = {
    secret: new Uint8Array(32),
    clock: Date.now,
    random: () => 0,
    observe: () => {},
    publicUrl: () => null,
  }
  const settings = phone.settings as Extract<ChannelSettings, { kind: 'telegram' }>
  const { messenger, listen } = telegram({ ...world, ...settings })
  const stages = reply === undefined ? echo : { ...echo, speak: async () => ({ blocks: reply }) }
  let ids = 0
  const newId = () => `turn-${++ids}`
  const desk = new Desk(stages, { ...world, state, newId, timezone: () => 'UTC' })
  const delivering = deliver({
    ...world,
    post: state,
    take: (message, how) => desk.take(message, how),
    messenger: () => messenger,
  })
  delivering.start()
  const deaf = listen(delivering.accept)
  // The phone goes first: the channel's call for what happened would stay open.
  ends.push(
    () => delivering.close(),
    deaf,
    () => phone.close(),
  )
  const turns = async () => (await state.turns({ limit: 10 })).toReversed()
  return {
    phone,
    changed,
    heard: async () => (await turns()).map(({ message }) => message.text),
    conversations: async () => (await turns()).map(({ message }) => message.conversation),
  }
}

/** Waits until the desk has said so many things. */
async function told(phone: Phone, count: number): Promise<void> {
  const isTold = () => phone.screen().bubbles.filter(({ own }) => !own).length >= count
  await vi.waitUntil(isTold, { timeout: 20_000 })
}
