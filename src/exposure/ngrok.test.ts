/** The library of ngrok, played by one with its members: see `index.d.ts` of @ngrok/ngrok 1.7. */
import { expect, test } from 'vitest'
import { ngrok } from './ngrok.ts'

const door = { host: '127.0.0.1', port: 8301 }
const { signal } = new AbortController()

interface Forwarded {
  readonly addr: string
  readonly authtoken: string
  readonly domain?: string
  readonly onStatusChange: (status: string) => void
}

/** The library, as a module that is CommonJS. */
function library(url: string | null = 'https://known-newt.ngrok-free.app') {
  const played = { forwarded: [] as Forwarded[], closed: 0 }
  const forward = async (settings: Forwarded) => {
    played.forwarded.push(settings)
    if (settings.authtoken !== 'good')
      throw new Error(`authentication failed: ${settings.authtoken}\n\nERR_NGROK_105`)
    return { url: () => url, close: async () => void played.closed++ }
  }
  return { played, load: async () => ({ default: { forward } }) }
}

test('the door is forwarded to, under the domain of the account', async () => {
  const { played, load } = library()
  const way = await ngrok({ token: 'good', domain: 'desk.example.edu' }, load).open(door, signal)
  expect(way.url).toBe('https://known-newt.ngrok-free.app')
  expect(played.forwarded).toMatchObject([{ addr: '127.0.0.1:8301', domain: 'desk.example.edu' }])
  await way.close()
  expect(played.closed).toBe(1)
})

test('a connection that closes is lost', async () => {
  const { played, load } = library()
  const way = await ngrok({ token: 'good', domain: null }, load).open(door, signal)
  played.forwarded[0]?.onStatusChange('connected')
  played.forwarded[0]?.onStatusChange('closed')
  expect(await way.lost).toContain('lost its connection')
})

test('a token that is refused is told of, and not told', async () => {
  const opening = ngrok({ token: 'hunter2', domain: null }, library().load).open(door, signal)
  const thrown: unknown = await opening.catch((error: unknown) => error)
  expect(thrown).toMatchObject({ code: 'exposure/refused' })
  expect(String(thrown)).toContain('ERR_NGROK_105')
  expect(String(thrown)).not.toContain('hunter2')
})

test('a package that is missing is named with the command that installs it', async () => {
  const load = () => Promise.reject(new Error('Cannot find package'))
  await expect(
    ngrok({ token: 'good', domain: null }, load).open(door, signal),
  ).rejects.toMatchObject({
    code: 'exposure/not-installed',
    hint: 'Run `npm install @ngrok/ngrok`.',
  })
})

test('no address is no way', async () => {
  const { played, load } = library(null)
  const opening = ngrok({ token: 'good', domain: null }, load).open(door, signal)
  await expect(opening).rejects.toMatchObject({ code: 'exposure/unreachable' })
  expect(played.closed).toBe(1)
})
