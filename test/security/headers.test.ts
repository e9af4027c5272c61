import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { mediaFiles, pageFiles } from '../../src/server/index.ts'
import { say } from '../talk.ts'
import { pageDesk, testApp } from '../test-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontdesk-headers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'index.html'), '<!doctype html>')
writeFileSync(join(folder, 'drawing.svg'), '<svg><script>alert(1)</script></svg>')
const files = { media: mediaFiles(folder), page: await pageFiles(folder, () => pageDesk) }

test('page and media run nothing but the desk’s own files, in no frame', async () => {
  const { app } = testApp(files)
  for (const path of ['/', '/media/drawing.svg', '/nowhere', '/healthz']) {
    const { headers } = await app.request(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy, path).toContain("default-src 'none'")
    expect(policy, path).not.toMatch(/unsafe|\*|https?:/)
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
  }
})

test('answers are JSON that no browser takes for something else, kept by no cache', async () => {
  const { app } = testApp()
  const { response } = await say(app, { text: '<script>alert(1)</script>' })
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('no other site may read an answer or say something in a visitor’s name', async () => {
  const { app } = testApp()
  const origin = { origin: 'https://evil.example' }
  const asked = await app.request('/channels/web', {
    method: 'OPTIONS',
    headers: { ...origin, 'access-control-request-method': 'POST' },
  })
  expect(asked.headers.get('access-control-allow-origin')).toBeNull()
  const simple = await app.request('/channels/web', {
    method: 'POST',
    headers: { ...origin, 'content-type': 'text/plain' },
    body: JSON.stringify({ text: 'hello' }),
  })
  expect(simple.status).toBe(403)
})

test('what a visitor sends never becomes a header', async () => {
  const { app } = testApp(files)
  const evil = '%0d%0aset-cookie:%20a=b'
  for (const path of [`/media/${evil}`, `/${evil}`, `/channels/${evil}`]) {
    const { headers, status } = await app.request(path)
    expect(status).toBe(404)
    expect(headers.get('set-cookie')).toBeNull()
  }
  const { response } = await say(app, { conversation: 'a\r\nset-cookie: a=b', text: 'hello' })
  expect(response.headers.get('set-cookie')).toBeNull()
})
