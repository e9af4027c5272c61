/** A served desk and the world: through a real SSH server, with a bot whose platform calls. */
import { afterAll, describe, expect, test, vi } from 'vitest'
import { FakeBotApi, token } from '../../simulated/telegram/fake-bot-api.mjs'
import { serve } from '../robust/serve.ts'
import { freePort } from '../servers/private-server.mjs'
import { type Sshd, startSshd } from '../servers/sshd.mjs'
import { makeSmallDesk } from '../small-desk.ts'

const found = await startSshd()

if ('missing' in found) describe('served', () => test.skip(`skipped: ${found.missing}`))
else
  describe('served', () => {
    const sshd: Sshd = found
    afterAll(() => sshd.stop())

    test('a bot is called while there is an address and asks while there is none; nothing is lost', async () => {
      const { api, url, end } = await served()
      await until(() => api.webhook === `${url}/channels/telegram`)
      api.say({ text: 'opening hours Monday' }, { chat: 1 })
      await until(() => api.sent(1).length === 1)
      expect(polls(api)).toBe(0)
      await sshd.kill()
      await until(() => polls(api) > 0)
      expect(api.webhook).toBe('')
      api.say({ text: 'opening hours Saturday' }, { chat: 2 })
      await until(() => api.sent(2).length === 1)
      await sshd.restart()
      await until(() => api.webhook === `${url}/channels/telegram`)
      api.say({ text: 'opening hours Monday' }, { chat: 3 })
      await until(() => api.sent(3).length === 1)
      expect([1, 2, 3].map((chat) => api.sent(chat)[0]?.params['text'])).toEqual([
        'Monday: nine.',
        'Saturday: ten.',
        'Monday: nine.',
      ])
      expect(api.mistakes).toEqual([])
      // What is said from now on waits at the platform, which knows where the desk will be.
      expect(await end()).toBe(`${url}/channels/telegram`)
    })

    test('what comes from outside was not made on this computer, whatever it says', async () => {
      const { url, at, end } = await served()
      await until(() =>
        fetch(`${url}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      )
      const behind = async (address: string) => {
        const headers = { host: '127.0.0.1' }
        const response = await fetch(`${address}/channels/web/desk`, { headers })
        return ((await response.json()) as { behind: boolean }).behind
      }
      expect([await behind(at), await behind(url)]).toEqual([true, false])
      await end()
    })

    test('a desk that is moved in its file is told to the platform, and watched', async () => {
      const { api, url, at, desk, end } = await served()
      await until(() => api.webhook === `${url}/channels/telegram`)
      const port = await freePort()
      const moved = `http://127.0.0.1:${port}`
      const file = desk.read('desk.yaml').replaceAll(new URL(url).port, String(port))
      desk.write('desk.yaml', file)
      await until(() => api.webhook === `${moved}/channels/telegram`)
      await expect(fetch(url)).rejects.toThrow()
      expect(await (await fetch(`${at}/metrics`)).text()).toMatch(/^frontdesk_address_up 1$/m)
      desk.write('desk.yaml', file.replace(/^exposure:[^]*?hostKey.*\n/m, ''))
      await until(() =>
        fetch(moved).then(
          () => false,
          () => true,
        ),
      )
      await end()
    })

    /** A small desk with a bot, and the address its tunnel gives it. */
    async function served() {
      const api = await new FakeBotApi().start()
      const port = await freePort()
      const url = `http://127.0.0.1:${port}`
      const desk = makeSmallDesk({ '.env': `TELEGRAM_TOKEN=${token}\n` })
      const bot = `  telegram: { token: "\${TELEGRAM_TOKEN}", api: "${api.url}", updates: webhook }\n`
      const ways = { host: '127.0.0.1', port: sshd.port, user: sshd.user, key: sshd.key }
      const exposure = `publicUrl: ${url}\nexposure:\n  kind: ssh\n${Object.entries(ways)
        .map(([name, value]) => `  ${name}: ${value}\n`)
        .join('')}  remotePort: ${port}\n  hostKey: ${sshd.hostKey}\n`
      desk.write(
        'desk.yaml',
        desk.read('desk.yaml').replace('  web: {}\n', `  web: {}\n${bot}`) + exposure,
      )
      const running = await serve(desk.folder, '--quiet')
      const end = async () => {
        expect(await running.end('SIGTERM')).toBe(0)
        const { webhook } = api
        await api.stop()
        desk.remove()
        return webhook
      }
      return { api, url, at: running.url, desk, end }
    }
  })

function polls(api: FakeBotApi): number {
  return api.calls.filter(({ method }) => method === 'getUpdates').length
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitUntil(isSo, { timeout: 60_000, interval: 50 })
}
