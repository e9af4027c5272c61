import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { pageDesk, testApp } from '../../test/test-app.ts'
import { mediaFiles } from './files.ts'
import { pageFiles } from './page-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontdesk-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, 'media', 'maps'), { recursive: true })
mkdirSync(join(folder, 'page'))
writeFileSync(join(folder, 'media', 'maps', 'campus map.png'), 'png')
writeFileSync(join(folder, 'media', 'odd.exe'), 'MZ')
const html = '<!doctype html><meta name="frontdesk-channel" content="/channels/web" />'
let channel = 'web'
writeFileSync(join(folder, 'page', 'index.html'), html)
writeFileSync(join(folder, 'page', 'main.css'), 'p { color: red }\n'.repeat(100))
writeFileSync(join(folder, 'page', 'main-ABCD1234.js'), 'hello()')
writeFileSync(join(folder, 'page', 'main-ABCD1234.js.map'), '{"version":3}')

const { app, observed } = testApp({
  media: mediaFiles(join(folder, 'media')),
  page: await pageFiles(join(folder, 'page'), () => ({ ...pageDesk, channel })),
})

test('the page is served with its headers, and not again while it has not changed', async () => {
  const page = await app.request('/')
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  const etag = page.headers.get('etag') ?? ''
  const again = await app.request('/', { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
})

test('the page is told the name its channel has in the desk', async () => {
  expect(await (await app.request('/')).text()).toBe(html)
  channel = 'visitors'
  const renamed = await app.request('/')
  expect(await renamed.text()).toContain('content="/channels/visitors"')
  channel = 'web'
  const before = await app.request('/', {
    headers: { 'if-none-match': renamed.headers.get('etag') ?? '' },
  })
  expect(before.status).toBe(200)
})

test('what the page is made of is packed for those who can unpack it', async () => {
  const plain = await app.request('/main.css')
  const packed = await app.request('/main.css', {
    headers: { 'accept-encoding': 'br, gzip;q=0.8' },
  })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(packed.headers.get('vary')).toBe('accept-encoding')
  const bytes = new Uint8Array(await packed.arrayBuffer())
  expect(gunzipSync(bytes).toString()).toBe(await plain.text())
  const refusing = { headers: { 'accept-encoding': 'gzip;q=0' } }
  expect((await app.request('/main.css', refusing)).headers.get('content-encoding')).toBeNull()
})

test('a source map is served as it is on the disk', async () => {
  const map = await app.request('/main-ABCD1234.js.map')
  expect(map.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(await map.json()).toEqual({ version: 3 })
})

test('a file with a hash in its name is kept by the browser for ever', async () => {
  const script = await app.request('/main-ABCD1234.js')
  expect(script.headers.get('cache-control')).toContain('immutable')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test('media have their content type; what a browser should not run is a download', async () => {
  const map = await app.request('/media/maps/campus%20map.png')
  expect(map.headers.get('content-type')).toBe('image/png')
  expect(await map.text()).toBe('png')
  const odd = await app.request('/media/odd.exe')
  expect(odd.headers.get('content-disposition')).toBe('attachment')
})

test('links in the media folder lead nowhere outside it', async () => {
  symlinkSync('/etc', join(folder, 'media', 'etc'))
  expect((await app.request('/media/etc/passwd')).status).toBe(404)
})

test('an unknown path is a JSON 404 with a hint', async () => {
  const nowhere = await app.request('/nowhere/at/all')
  expect(nowhere.status).toBe(404)
  expect(await nowhere.json()).toMatchObject({
    error: { code: 'server/not-found', hint: expect.stringContaining('http.md') },
  })
})

test('a known path with another method is 405', async () => {
  for (const path of ['/', '/healthz', '/channels/web', '/media/x.png'])
    expect((await app.request(path, { method: 'DELETE' })).status).toBe(405)
})

test('health, readiness and metrics answer', async () => {
  expect(await (await app.request('/healthz')).json()).toEqual({ ok: true })
  expect(await (await app.request('/readyz')).json()).toEqual({
    ok: true,
    sources: { office: 'up' },
  })
  const metrics = await (await app.request('/metrics')).text()
  expect(metrics).toContain('frontdesk_http_request_seconds_count')
})

test('a desk that cannot answer yet says so to whoever asks whether it is ready', async () => {
  const learning = testApp({ ready: false })
  const { status } = await learning.app.request('/readyz')
  expect([status, (await learning.app.request('/healthz')).status]).toEqual([503, 200])
})

test('a call of a channel is taken with whatever stands behind its name, and however that is written', async () => {
  const headers = { 'content-type': 'application/json' }
  const call = { method: 'POST', headers, body: JSON.stringify({ text: 'hello' }) }
  for (const path of ['/channels/web', '/channels/web?from=here', '/channels/w%65b'])
    expect((await app.request(path, call)).status, path).toBe(200)
  for (const path of ['/channels/web/', '/channels/', '/channels/nobody'])
    expect((await app.request(path, call)).status, path).toBeGreaterThanOrEqual(404)
})

test('every request is observed under the path of its route', async () => {
  await app.request('/media/whatever.png')
  expect(observed.at(-1)).toMatchObject({ kind: 'request', path: '/media/*', status: 404 })
})
