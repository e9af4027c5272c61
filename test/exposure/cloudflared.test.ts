/** The program cloudflared, played by one that says what it says. */
import { fileURLToPath } from 'node:url'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { cloudflared, type CloudflaredSettings } from '../../src/exposure/cloudflared.ts'
import type { Way } from '../../src/model/index.ts'

const program = fileURLToPath(new URL('../judges/cloudflared.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'frontdesk-cloudflared-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The program under the name by which it plays something else. */
function called(play: string): string {
  const path = join(folder, `cloudflared-${play}.mjs`)
  symlinkSync(program, path)
  return path
}

const door = { host: '127.0.0.1', port: 8300 }

let ways: Way[] = []
afterEach(async () => {
  for (const way of ways) await way.close()
  ways = []
})

async function open(tunnel: CloudflaredSettings['tunnel'] = null) {
  const exposure = cloudflared({ program, tunnel })
  const way = await exposure.open(door, new AbortController().signal)
  ways.push(way)
  return way
}

test('a quick tunnel has the address in the box, another one each time', async () => {
  const [first, second] = [await open(), await open()]
  expect(first.url).toMatch(/^https:\/\/buffalo-marco-\d+-8300\.trycloudflare\.com$/)
  expect(second.url).not.toBe(first.url)
})

test('a tunnel of one’s own has its address, and its token is not on the command line', async () => {
  const tunnel = { url: 'https://desk.example.edu', token: 'a-token' }
  expect((await open(tunnel)).url).toBe('https://desk.example.edu')
  await expect(open({ ...tunnel, token: 'another' })).rejects.toMatchObject({
    code: 'exposure/unreachable',
    message: expect.stringContaining('Provided Tunnel token is not valid.'),
  })
})

test('what it says when it ends is told, and the address of its own API is taken for no tunnel', async () => {
  const refused = cloudflared({ program: called('refused'), tunnel: null })
  await expect(refused.open(door, new AbortController().signal)).rejects.toMatchObject({
    code: 'exposure/unreachable',
    message: expect.stringContaining('no such host'),
  })
})

test('a tunnel whose program is ended is lost', async () => {
  const { url, lost } = await open()
  process.kill(Number(/\d+/.exec(url)?.[0]), 'SIGKILL')
  expect(await lost).toBe('cloudflared ended.')
})

test('a program that is not there is named', async () => {
  const nowhere = cloudflared({ program: '/nowhere/cloudflared', tunnel: null })
  await expect(nowhere.open(door, new AbortController().signal)).rejects.toMatchObject({
    code: 'exposure/not-installed',
  })
})

test('giving up ends the program', async () => {
  const silent = cloudflared({ program: called('silent'), tunnel: null })
  const ending = new AbortController()
  setTimeout(() => ending.abort(), 300)
  await expect(silent.open(door, ending.signal)).rejects.toMatchObject({
    code: 'exposure/unreachable',
  })
})
