/** A tunnel through a real SSH server. */
import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ssh, type SshSettings } from '../../src/exposure/ssh.ts'
import type { Way } from '../../src/model/index.ts'
import { freePort } from '../servers/private-server.mjs'
import { startSshd } from '../servers/sshd.mjs'
import { Wire } from '../servers/wire.mjs'

const sshd = await startSshd()

if ('missing' in sshd) describe('ssh', () => test.skip(`skipped: ${sshd.missing}`))
else
  describe('ssh', () => {
    let desk: Server
    let door = { host: '127.0.0.1', port: 0 }
    let wire: Wire
    let ways: Way[] = []
    let settings: SshSettings

    beforeAll(async () => {
      desk = createServer((request, response) => void request.pipe(response))
      await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve))
      const address = desk.address()
      if (typeof address === 'object' && address !== null) door = { ...door, port: address.port }
      wire = await new Wire(sshd.port).start()
      const remotePort = await freePort()
      const { user, key, hostKey } = sshd
      const server = { host: '127.0.0.1', port: wire.port, user, key, hostKey, passphrase: null }
      settings = { url: `http://127.0.0.1:${remotePort}`, ...server, remotePort }
    })
    afterEach(async () => {
      for (const way of ways) await way.close()
      ways = []
    })
    afterAll(async () => {
      desk.closeAllConnections()
      desk.close()
      await wire.stop()
      await sshd.stop()
    })

    async function open(changed: Partial<SshSettings> = {}, load?: () => Promise<unknown>) {
      const way = await ssh({ ...settings, ...changed }, load).open(
        door,
        new AbortController().signal,
      )
      ways.push(way)
      return way
    }

    test('what comes to the port of the server is answered here, byte for byte', async () => {
      const { url } = await open()
      const bodies = Array.from({ length: 20 }, (_, i) => `${i} `.repeat(20_000))
      const echoed = bodies.map(async (body) => (await fetch(url, { method: 'POST', body })).text())
      expect(await Promise.all(echoed)).toEqual(bodies)
    })

    test('a server that shows another key is told nothing', async () => {
      const before = sshd.signedIn()
      const hostKey = `SHA256:${Buffer.alloc(32, 1).toString('base64').replace(/=$/, '')}`
      await expect(open({ hostKey })).rejects.toMatchObject({
        code: 'exposure/host-key',
        message: expect.stringContaining(sshd.hostKey),
      })
      expect(sshd.signedIn()).toBe(before)
    })

    test('a key the server does not know, or that is not there, is named', async () => {
      await expect(open({ key: sshd.strangersKey })).rejects.toMatchObject({
        code: 'exposure/refused',
        message: expect.stringContaining(sshd.user),
      })
      await expect(open({ key: '/nowhere/key' })).rejects.toMatchObject({
        code: 'exposure/refused',
        hint: expect.stringContaining('ssh-keygen'),
      })
    })

    test('a server that is away, a port that is taken and a package that is missing are told apart', async () => {
      await expect(open({ port: await freePort() })).rejects.toMatchObject({
        code: 'exposure/unreachable',
      })
      await open()
      await expect(open()).rejects.toMatchObject({ code: 'exposure/port-refused' })
      const load = () => Promise.reject(new Error('Cannot find package'))
      await expect(open({}, load)).rejects.toMatchObject({
        code: 'exposure/not-installed',
        hint: 'Run `npm install ssh2`.',
      })
    })

    test('a connection that is cut, and one that hangs, is noticed', async () => {
      const cut = await open()
      wire.cut()
      expect(await cut.lost).toContain('closed the connection')
      const hanging = await reopened()
      wire.hang()
      expect(await hanging.lost).toContain('closed the connection')
    })

    test('giving up while it is being opened leaves nothing open', async () => {
      const ending = new AbortController()
      const opening = ssh(settings).open(door, ending.signal)
      ending.abort()
      await expect(opening).rejects.toThrow()
    })

    /** The server needs a moment to let go of the port. */
    async function reopened(): Promise<Way> {
      for (;;) {
        const way = await open().catch(() => null)
        if (way !== null) return way
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  })
