import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { failIfBusy, listen } from './listen.ts'

const host = '127.0.0.1'
const hurried = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 }
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
  const told = {
    code: 'cli/port-busy',
    message: `Another program already listens on 127.0.0.1:${port}.`,
    hint: expect.stringContaining('--port') as string,
  }
  await expect(listen(greet, { port, host })).rejects.toMatchObject(told)
  await expect(failIfBusy({ port, host })).rejects.toMatchObject(told)
  await first.close()
  await failIfBusy({ port, host })
})

test('a desk stops although a visitor listens to events', async () => {
  const endless = () =>
    new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(1)) }))
  const listening = await listen(endless, { port: 0, host })
  const response = await fetch(listening.url)
  await listening.close()
  await response.body?.cancel().catch(() => {})
})

test('a stream that ends while the desk stops is whole, and its connection is not kept', async () => {
  // The time after which everything is cut off never comes, nor that after which Node lets a kept connection go.
  const forEver = { ...hurried, keepAliveTimeout: 3_600_000 }
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const said = new TransformStream<Uint8Array, Uint8Array>()
  const writer = said.writable.getWriter()
  const stream = () => new Response(said.readable)
  const listening = await listen(stream, { port: 0, host }, forEver)
  const connection = connect(Number(new URL(listening.url).port), host)
  connection.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
  await writer.write(Buffer.from('hello'))
  const [begun] = (await once(connection, 'data')) as [Buffer]
  const closed = listening.close()
  const rest = connection.toArray() as Promise<Buffer[]>
  await writer.close()
  expect(Buffer.concat([begun, ...(await rest)]).toString()).toMatch(/hello\r\n0\r\n\r\n$/)
  await closed
})

test('a caller who dawdles over headers or body is sent away', async () => {
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
