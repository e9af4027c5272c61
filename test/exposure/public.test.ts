/** `frontdesk serve --public` for whoever has a Dialogflow agent, and nothing else. */
import { once } from 'node:events'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { AddressRecord, type Recorded } from '../../src/exposure/record.ts'
import { FakeGoogle } from '../judges/google.ts'
import { serve } from '../robust/serve.ts'
import { makeSmallDesk } from '../small-desk.ts'

const judges = fileURLToPath(new URL('../judges/', import.meta.url))

test('the best way there is is opened, and the agent is told of each new address', async () => {
  const google = await new FakeGoogle().start()
  const desk = deskFor(google)
  withCloudflared(desk.folder)
  const running = await serve(desk.folder, '--public', '--quiet')
  onTestFinished(() => google.stop())
  const [first = ''] = await told(desk, 1)
  expect(running.told()).toMatch(/The world reaches Small at https:\/\/buffalo-marco-\d+-\d+\./)
  expect(running.told()).toContain(`${first} is what dialogflow-es calls; it is told so.`)
  const [, pid] = /marco-(\d+)-/.exec(first) ?? []
  process.kill(Number(pid), 'SIGKILL')
  const [, second = ''] = await told(desk, 2)
  expect(second).toMatch(/^https:\/\/buffalo-marco-.*\/channels\/dialogflow-es$/)
  expect(second).not.toBe(first)
  expect(google.fulfillment['genericWebService']).toMatchObject({ uri: second, password: 'secret' })
  expect(await running.end('SIGTERM')).toBe(0)
  expect(recorded(desk).map(({ what }) => what)).toEqual(['up', 'told', 'down', 'up', 'told'])
})

test('where there is nothing, the desk is not served and it is said what to install', async () => {
  const desk = makeSmallDesk()
  onTestFinished(desk.remove)
  vi.stubEnv('PATH', '/nowhere')
  onTestFinished(() => void vi.unstubAllEnvs())
  const running = await serve(desk.folder, '--public')
  await once(running.process, 'exit')
  expect(running.process.exitCode).toBe(1)
  expect(running.told()).toMatch(/Install cloudflared.*\(exposure\/none\)/)
})

function deskFor(google: FakeGoogle) {
  const desk = makeSmallDesk({ '.env': 'PASSWORD=secret\n' })
  onTestFinished(desk.remove)
  google.writeAccount(join(desk.folder, 'account.json'))
  const channel = `  dialogflow-es:
    auth: { username: agent, password: "\${PASSWORD}" }
    agent: { credentials: account.json, api: "${google.url}" }\n`
  desk.write('desk.yaml', desk.read('desk.yaml').replace('  web: {}\n', `  web: {}\n${channel}`))
  return desk
}

/** Puts the program that plays cloudflared into the path, and its names into the world. */
function withCloudflared(folder: string): void {
  const path = join(folder, 'path')
  mkdirSync(path)
  symlinkSync(join(judges, 'cloudflared.mjs'), join(path, 'cloudflared'))
  vi.stubEnv('PATH', [path, process.env['PATH']].join(delimiter))
  vi.stubEnv('NGROK_AUTHTOKEN', '')
  vi.stubEnv('NODE_OPTIONS', `--import ${join(judges, 'cloudflare-names.mjs')}`)
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(path, { recursive: true, force: true })
  })
}

/** The addresses the agent was told, once they are so many. */
async function told(
  desk: ReturnType<typeof makeSmallDesk>,
  count: number,
): Promise<readonly string[]> {
  const urls = () => recorded(desk).flatMap((one) => (one.what === 'told' ? [one.url] : []))
  await vi.waitUntil(() => urls().length >= count, { timeout: 60_000 })
  return urls()
}

function recorded({ folder }: ReturnType<typeof makeSmallDesk>): readonly Recorded[] {
  return new AddressRecord(join(folder, '.frontdesk')).read()
}
