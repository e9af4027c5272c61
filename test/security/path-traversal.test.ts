import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listen, mediaFiles, pageFiles } from '../../src/server/index.ts'
import { pageDesk, testApp } from '../test-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontdesk-traversal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
for (const one of ['media', 'page']) mkdirSync(join(folder, one))
writeFileSync(join(folder, 'desk.yaml'), 'secret')
writeFileSync(join(folder, '.env'), 'secret')
writeFileSync(join(folder, 'media', '.hidden'), 'secret')
writeFileSync(join(folder, 'media', 'seen.txt'), 'seen')

const { app } = testApp({
  media: mediaFiles(join(folder, 'media')),
  page: await pageFiles(join(folder, 'page'), () => pageDesk),
})

const tries = [
  '../desk.yaml',
  '..%2fdesk.yaml',
  '%2e%2e/desk.yaml',
  '%2e%2e%2fdesk.yaml',
  '..%5cdesk.yaml',
  '..%255cdesk.yaml',
  '....//desk.yaml',
  './../desk.yaml',
  'x/../../desk.yaml',
  '.hidden',
  '%2ehidden',
  '..%2f.env',
  'seen.txt%00.png',
  'seen.txt/',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  'C:%5cWindows%5cwin.ini',
  'seen.txt::$DATA',
  '%',
  '%ff%fe',
  '',
]

test('no way of writing a path leads out of the media folder or to a hidden file', async () => {
  const listening = await listen(app.fetch, { port: 0, host: '127.0.0.1' })
  for (const path of tries) {
    for (const start of ['/media/', '/', '/channels/web/']) {
      const reply = await rawGet(Number(new URL(listening.url).port), start + path)
      expect(reply, start + path).not.toMatch(/secret|root:/)
      expect(reply, start + path).toMatch(/^HTTP\/1\.1 (400|403|404)/)
    }
  }
  expect(await rawGet(Number(new URL(listening.url).port), '/media/seen.txt')).toContain('seen')
  await listening.close()
})

/** Sends a path as it is: `fetch` would tidy it first. */
function rawGet(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`),
    )
    let reply = ''
    socket.on('data', (chunk) => (reply += chunk.toString()))
    socket.on('end', () => resolve(reply))
    socket.on('error', reject)
  })
}
