import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { listen } from './listen.ts'

const host = '127.0.0.1'
const greet = () => new Response('hello')

test('a desk answers at the address it tells', async () => {
  const listening = await listen(greet, { port: 0, host })
  expect(await (await fetch(listening.url)).text()).toBe('hello')
  await listening.close()
  await expect(fetch(listening.url)).rejects.toThrow('fetch failed')
})

test('a busy port is told in one sentence with its remedy', async () => {
  const first = await listen(greet, { port: 0, host })
  const port = Number(new URL(first.url).port)
  await expect(listen(greet, { port, host })).rejects.toMatchObject({
    code: 'cli/port-busy',
    message: `Another program already listens on 127.0.0.1:${port}.`,
    hint: expect.stringContaining('--port') as string,
  })
  await first.close()
})

test('a desk stops although a visitor listens to events', async () => {
  const endless = () =>
    new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(1)) }))
  const listening = await listen(endless, { port: 0, host })
  const response = await fetch(listening.url)
  await listening.close()
  await response.body?.cancel().catch(() => {})
})

test('a caller who dawdles over headers or body is sent away', async () => {
  const hurried = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 }
  const listening = await listen(greet, { port: 0, host }, hurried)
  const { port } = new URL(listening.url)
  const begun = [
    'GET / HTTP/1.1\r\nhost: a\r\n',
    'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n{',
  ]
  for (const text of begun) {
    const socket = connect(Number(port), host)
    socket.on('error', () => {})
    socket.write(text)
    socket.resume()
    await once(socket, 'close')
  }
  expect(await (await fetch(listening.url)).text()).toBe('hello')
  await listening.close()
})
