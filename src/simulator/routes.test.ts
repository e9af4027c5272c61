import { expect, test } from 'vitest'
import type { Phone, PhoneAct } from '../model/index.ts'
import { simulatorCall } from './routes.ts'
import { Screens } from './screens.ts'

const screen = { bubbles: [], typing: false, keyboard: [], begin: null, note: null, calls: [] }
const page = {
  name: 'Riverdale',
  color: '#17506b',
  logo: null,
  tours: [],
  base: 'http://a',
  address: null,
}

const files = ['map.png', 'page.html'].map((name) => ({
  name,
  bytes: Buffer.from('what is in it'),
}))

/** A phone that notes what is done with it. */
function setUp() {
  const done: (PhoneAct | 'reset' | number)[] = []
  const phone = {
    settings: { name: 'web', kind: 'web', origins: [] },
    screen: () => screen,
    file: (name: string) => files.find((one) => one.name === name) ?? null,
    act: async (act: PhoneAct) => void done.push(act),
    reset: () => void done.push('reset'),
    close: async () => {},
  } satisfies Phone
  const screens = new Screens()
  screens.add({ name: 'one', skin: 'plain', phone })
  const call = (path: string, init?: RequestInit) =>
    simulatorCall(new Request(`http://a/simulator${path}`, init), {
      screens,
      page: () => page,
      advance: (milliseconds) => void done.push(milliseconds),
    })
  const post = (path: string, body: string, type = 'application/json') =>
    call(path, { method: 'POST', headers: { 'content-type': type }, body })
  return { done, screens, call, post }
}

test('the page opens on the desk, and acts reach the phone they name', async () => {
  const { done, call, post } = setUp()
  expect(await (await call('/desk')).json()).toEqual(page)
  const said = await post('/phones/one', '{"kind":"say","text":"fees?"}')
  expect(await said.json()).toEqual({ ok: true })
  await post('/reset', '{}')
  await post('/clock', '{"hours":24}')
  expect(done).toEqual([{ kind: 'say', text: 'fees?' }, 'reset', 86_400_000])
})

test('screens are told at once and at every change, until nobody looks any more', async () => {
  const { screens, call } = setUp()
  const reader = (await call('/events')).body!.getReader()
  const next = async () => new TextDecoder().decode((await reader.read()).value)
  const told = `event: phones\ndata: ${JSON.stringify([{ name: 'one', skin: 'plain', ...screen }])}\n\n`
  expect(await next()).toBe(told)
  screens.changed()
  screens.changed()
  expect(await next()).toBe(told)
  await reader.cancel()
  screens.changed()
  await screens.close()
})

test.each([
  ['what is nothing one does', '/phones/one', '{"kind":"fly"}', 'channel/bad-body'],
  ['a place off the earth', '/phones/one', place(91), 'channel/bad-body'],
  ['a clock that goes back', '/clock', '{"hours":-1}', 'channel/bad-body'],
  ['what is no JSON', '/phones/one', '{', 'channel/bad-body'],
  ['a phone there is not', '/phones/two', '{"kind":"begin"}', 'simulator/not-there'],
  ['a name that cannot be read', '/phones/%ff', '{"kind":"begin"}', 'simulator/not-there'],
  ['an address there is not', '/nothing', '{}', 'server/not-found'],
])('%s is refused', async (_, path, body, code) => {
  const { done, post } = setUp()
  await expect(post(path, body)).rejects.toMatchObject({ code })
  expect(done).toEqual([])
})

test('what a page of another site can send without being asked about is refused', async () => {
  const { done, post } = setUp()
  const sent = post('/phones/one', '{"kind":"begin"}', 'text/plain')
  await expect(sent).rejects.toMatchObject({ code: 'channel/wrong-type' })
  expect(done).toEqual([])
})

function place(latitude: number): string {
  return JSON.stringify({ kind: 'place', latitude, longitude: 0 })
}

test('a file on a phone is a picture, or a download', async () => {
  const { call } = setUp()
  const map = await call('/files/one/map.png')
  expect(map.headers.get('content-type')).toBe('image/png')
  expect(await map.text()).toBe('what is in it')
  const other = await call('/files/one/page.html')
  expect(other.headers.get('content-type')).toBe('application/octet-stream')
  for (const path of ['/files/one/nothing.png', '/files/nobody/map.png', '/files/'])
    await expect(call(path)).rejects.toMatchObject({ code: 'simulator/not-there' })
})
