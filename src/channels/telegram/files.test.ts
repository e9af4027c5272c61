/** What a bot does with files. */
import { describe, expect, test } from 'vitest'
import { api, sent, serveBot, texts } from '../../../test/served-bot.ts'
import { textBlock } from '../../../test/test-app.ts'

const image = { kind: 'image', url: 'https://desk.example.edu/map.png', alt: 'The campus' } as const

describe('the desk’s own files', () => {
  const bytes = Buffer.from('a drawing of the campus')
  const files = new Map(
    ['map.png', 'gate.jpg', 'fees.pdf', 'greeting.oga', 'plan.svg'].map((name) => [
      `/media/${name}`,
      { name, size: bytes.length, version: 'v1', read: async () => new Uint8Array(bytes) },
    ]),
  )
  const ownFile = async (address: string) => files.get(address) ?? null
  const map = { kind: 'image', url: '/media/map.png', alt: 'The campus' } as const

  test('go as they are the first time, and then by the name Telegram gave them', async () => {
    serveBot({ ownFile, reply: [map] })
    for (const text of ['map?', 'map?', 'map?']) {
      const before = api.sent().length
      api.say({ text })
      await sent(before + 1)
    }
    const photo = { chat_id: 7, photo: 'file-1', caption: 'The campus' }
    expect(api.sent().map(({ params }) => params)).toEqual([photo, photo, photo])
    expect([...api.files.values()]).toEqual([{ name: 'map.png', type: expect.any(String), bytes }])
  })

  test('are shown, heard or given, as their kind is', async () => {
    const documents = ['fees.pdf', 'greeting.oga', 'plan.svg'].map((name) => ({
      kind: 'document' as const,
      url: `/media/${name}`,
      name,
    }))
    serveBot({
      ownFile,
      reply: [documents[0]!, map, documents[1]!, { ...map, url: '/media/plan.svg' }],
    })
    api.say({ text: 'all?' })
    await sent(4)
    expect(api.sent().map(({ method }) => method)).toEqual([
      'sendDocument',
      'sendPhoto',
      'sendVoice',
      'sendDocument',
    ])
  })

  test('that follow each other are an album, which is known afterwards too', async () => {
    const elsewhere = { ...map, url: 'https://elsewhere.example/a.jpg', alt: '' }
    serveBot({
      ownFile,
      reply: [map, { ...map, url: '/media/gate.jpg' }, elsewhere, textBlock('Enjoy')],
    })
    for (const text of ['all?', 'all?']) {
      const before = api.sent().length
      api.say({ text })
      await sent(before + 2)
    }
    const media = [
      { type: 'photo', media: 'file-1', caption: 'The campus' },
      { type: 'photo', media: 'file-2', caption: 'The campus' },
      { type: 'photo', media: 'https://elsewhere.example/a.jpg' },
    ]
    const albums = api.sent().filter(({ method }) => method === 'sendMediaGroup')
    expect(albums.map(({ params }) => params)).toEqual([
      { chat_id: 7, media },
      { chat_id: 7, media },
    ])
    expect(api.files.size).toBe(2)
  })

  test('that are not there, or too large, are told in words', async () => {
    const huge = {
      name: 'huge.png',
      size: 30_000_000,
      version: 'v',
      read: async () => new Uint8Array(bytes),
    }
    const there = async (address: string) => (address === '/media/huge.png' ? huge : null)
    const film = { kind: 'document', url: '/media/huge.png', name: 'A long film' } as const
    serveBot({ ownFile: there, reply: [map, film] })
    api.say({ text: 'map?' })
    await sent(2)
    expect(texts()).toEqual(['The campus', 'A long film'])
  })
})

test('an album Telegram does not take is told in words', async () => {
  api.trouble = ({ method }) =>
    method === 'sendMediaGroup' ? { status: 400, description: 'Bad Request: wrong URL' } : null
  serveBot({ reply: [image, { ...image, alt: 'The gate' }] })
  api.say({ text: 'map?' })
  await sent(1)
  expect(texts()).toEqual([`The campus\n${image.url}\n\nThe gate\n${image.url}`])
})
