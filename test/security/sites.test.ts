import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pageFiles } from '../../src/server/index.ts'
import { post } from '../talk.ts'
import { nearby, pageDesk, testApp } from '../test-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontdesk-sites-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'index.html'), '<!doctype html>')
writeFileSync(join(folder, 'widget.js'), 'start(FRONTDESK_DESK)')

const site = 'https://www.example.edu'
const origins = [site, 'https://*.college.example']
const hostile = { ...pageDesk, name: '</script>"+alert(1)+"$&' }
const { app } = testApp({ origins, page: await pageFiles(folder, () => hostile) })

const strangers = [
  'https://evil.example',
  'http://www.example.edu',
  'https://www.example.edu:8443',
  'https://www.example.edu.evil.example',
  'https://college.example',
  'https://evilcollege.example',
  'https://evil.example/.college.example',
  'null',
]

describe('a page of a site the desk knows', () => {
  test.each([site, 'https://www.college.example', 'https://a.b.college.example'])(
    'may ask and read: %s',
    async (origin) => {
      const asked = await preflight(origin)
      expect(asked.status).toBe(204)
      expect(asked.headers.get('access-control-allow-origin')).toBe(origin)
      expect(asked.headers.get('access-control-allow-methods')).toBe('GET, POST')
      expect(asked.headers.get('access-control-allow-headers')).toBe('content-type')
      const said = await post(app, '/channels/web', { text: 'hello' }, { origin })
      expect(said.status).toBe(200)
      expect(said.headers.get('access-control-allow-origin')).toBe(origin)
      expect(said.headers.get('vary')).toContain('origin')
      const { conversation } = (await said.json()) as { conversation: string }
      for (const path of ['desk', `history?conversation=${conversation}`]) {
        const read = await app.request(`/channels/web/${path}`, { headers: { origin } })
        expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([
          200,
          origin,
        ])
      }
    },
  )

  test('may read why it was refused', async () => {
    const refused = await post(app, '/channels/web', { nothing: true }, { origin: site })
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([
      400,
      site,
    ])
  })

  test('never sees how an answer came about, not even on the desk’s own computer', async () => {
    const path = 'http://127.0.0.1:8300/channels/web/behind/any'
    const refused = await app.request(path, { headers: { origin: site } }, nearby)
    expect(refused.status).toBe(403)
    expect((await app.request(path, {}, nearby)).status).toBe(404)
  })
})

describe.each(strangers)('a page of %s', (origin) => {
  test('may not ask, and is told what to do about it', async () => {
    const refusals = [
      await preflight(origin),
      await post(app, '/channels/web', { text: 'hello' }, { origin }),
      await app.request('/channels/web/desk', { headers: { origin } }),
      await app.request(`/widget?${new URLSearchParams({ site: origin })}`),
    ]
    for (const refused of refusals) {
      expect(refused.status).toBe(403)
      expect(refused.headers.get('access-control-allow-origin')).toBeNull()
      expect(await refused.json()).toMatchObject({
        error: { code: 'channel/foreign-site', hint: expect.stringContaining('origins') },
      })
    }
  })
})

test('the desk’s own page asks as before, also behind a proxy', async () => {
  const own = { origin: 'http://localhost' }
  expect((await post(app, '/channels/web', { text: 'hello' }, own)).status).toBe(200)
  const proxied = { origin: 'https://desk.example.org', 'sec-fetch-site': 'same-origin' }
  expect((await post(app, '/channels/web', { text: 'hello' }, proxied)).status).toBe(200)
  const lying = { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }
  expect((await post(app, '/channels/web', { text: 'hello' }, lying)).status).toBe(403)
})

test('a platform’s channel has nothing to do with sites', async () => {
  const asked = await app.request('/channels/dialogflow-es', {
    method: 'OPTIONS',
    headers: { origin: site },
  })
  expect(asked.status).toBe(405)
})

test('the page stands in frames of the sites the desk knows, and nowhere else', async () => {
  const { headers, status } = await app.request(`/widget?site=${site}`)
  expect(status).toBe(200)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain(`frame-ancestors 'self' ${origins.join(' ')}`)
  expect(policy).toContain("default-src 'none'; script-src 'self'")
  expect(headers.get('x-frame-options')).toBeNull()
  const alone = await testApp({ page: await pageFiles(folder, () => pageDesk) }).app.request(
    '/widget',
  )
  expect(alone.headers.get('content-security-policy')).toMatch(/frame-ancestors 'self' ?$/)
})

test('the script may be loaded by any site, and says of the desk only what its button shows', async () => {
  const script = await app.request('/widget.js')
  expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('x-content-type-options')).toBe('nosniff')
  const text = await script.text()
  const { name, color, languages } = hostile
  expect(JSON.parse(text.slice('start('.length, -1))).toEqual({ name, color, languages })
})

function preflight(origin: string) {
  const headers = { origin, 'access-control-request-method': 'POST' }
  return app.request('/channels/web', { method: 'OPTIONS', headers })
}
