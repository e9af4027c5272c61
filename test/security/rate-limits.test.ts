import { expect, test } from 'vitest'
import { say } from '../talk.ts'
import { testApp } from '../test-app.ts'

test('a conversation that says too much is told to wait, and for how long', async () => {
  const { app } = testApp({ limits: { perConversation: 3, perAddress: 100 } })
  const { body } = await say(app, { text: '1' })
  const conversation = body.conversation
  for (const text of ['2', '3', '4']) await say(app, { conversation, text })
  const refused = await say(app, { conversation, text: '5' })
  expect(refused.status).toBe(429)
  expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.body.error).toMatchObject({
    code: 'server/too-many-requests',
    message: '(too-many-requests)',
  })
})

test('an address that begins one conversation after the other is told so too', async () => {
  const { app } = testApp({ limits: { perConversation: 100, perAddress: 3 } })
  const from = (address: string) =>
    app.request(
      '/channels/web',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'hello' }),
      },
      { incoming: { httpVersion: '1.1', socket: { remoteAddress: address } } },
    )
  for (let i = 0; i < 3; i++) expect((await from('203.0.113.9')).status).toBe(200)
  expect((await from('203.0.113.9')).status).toBe(429)
  expect((await from('203.0.113.10')).status).toBe(200)
})

test('behind a proxy on this computer each visitor counts alone', async () => {
  const { app } = testApp({ limits: { perConversation: 100, perAddress: 1 } })
  const through = (visitor: string) =>
    app.request(
      '/channels/web/desk',
      { headers: { 'x-forwarded-for': `1.2.3.4, ${visitor}` } },
      { incoming: { httpVersion: '1.1', socket: { remoteAddress: '127.0.0.1' } } },
    )
  expect((await through('203.0.113.9')).status).toBe(200)
  expect((await through('203.0.113.10')).status).toBe(200)
  expect((await through('203.0.113.10')).status).toBe(429)
})

test('nobody else can name the address they are counted under', async () => {
  const { app } = testApp({ limits: { perConversation: 100, perAddress: 1 } })
  const pretending = (visitor: string) =>
    app.request(
      '/channels/web/desk',
      { headers: { 'x-forwarded-for': visitor } },
      { incoming: { httpVersion: '1.1', socket: { remoteAddress: '203.0.113.9' } } },
    )
  expect((await pretending('198.51.100.1')).status).toBe(200)
  expect((await pretending('198.51.100.2')).status).toBe(429)
})

test('a conversation has no more than a few event streams', async () => {
  const { app } = testApp()
  const { body } = await say(app, { text: 'hello' })
  const open = async () => app.request(`/channels/web/events?conversation=${body.conversation}`)
  const streams = await Promise.all(Array.from({ length: 8 }, open))
  expect(streams.every((stream) => stream.status === 200)).toBe(true)
  expect((await open()).status).toBe(429)
  for (const stream of streams) await stream.body?.cancel()
  expect((await open()).status).toBe(200)
})
