/** What `frontdesk doctor` says of desks that are well and of desks that are not. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { examine } from '../../src/doctor.ts'
import type { Finding } from '../../src/model/index.ts'
import { loadSqlite } from '../../src/util/load-sqlite.ts'
import { FakeBotApi, token } from '../../simulated/telegram/fake-bot-api.mjs'
import { FakeGoogle } from '../judges/google.ts'
import { serve } from '../robust/serve.ts'
import { makeSmallDesk } from '../small-desk.ts'
import { frontdesk } from './run.ts'

const nowhere = 'http://127.0.0.1:1'
const now = Date.now()

test('a desk that is well and served is fine from end to end', async () => {
  const desk = small()
  const running = await serve(desk.folder, '--quiet')
  const { code, out } = await frontdesk(['doctor', desk.folder, '--at', running.url, '--json'])
  expect(code).toBe(0)
  const told = JSON.parse(out) as { ok: boolean; findings: Finding[] }
  expect(told.ok).toBe(true)
  expect(told.findings.map(({ about, state }) => `${about} ${state}`)).toEqual([
    'files fine',
    expect.stringMatching(/^state (fine|warning)$/),
    'serving fine',
    'sources/office fine',
    'address fine',
    'channels/web fine',
  ])
  await running.end('SIGTERM')
})

test('one that is not served says so in words, and ends with 1', async () => {
  const { code, out } = await frontdesk(['doctor', small().folder, '--at', nowhere])
  expect(code).toBe(1)
  expect(out).toMatch(
    /^FAIL {2}serving: http:\/\/127\.0\.0\.1:1 does not answer \(.*\): .*\n {6}Run `frontdesk serve`/m,
  )
})

test('a mistake in the files and a database that is away are told apart', async () => {
  const desk = small({
    'intents/broken.yaml': 'intent: broken\nanswer: { from: nowhere.table, reply: x }\n',
  })
  expect(of(await found(desk.folder), 'files')).toMatchObject([
    { state: 'wrong', says: 'The files have a mistake.' },
  ])
  const other = small()
  const exams = 'sources:\n  exams: { url: "${URL}" }\n'
  other.write('desk.yaml', other.read('desk.yaml').replace('sources:\n', exams))
  const env = { URL: 'mysql://root@127.0.0.1:1/exams' }
  expect(of(await found(other.folder, env), 'sources/exams')).toMatchObject([
    { state: 'wrong', remedy: expect.stringContaining('Start it') },
  ])
})

test('a bot is looked over: its token, whom Telegram calls, and what waits there', async () => {
  const api = await new FakeBotApi().start()
  onTestFinished(() => api.stop())
  const bot = `  telegram: { token: "\${T}", api: "${api.url}" }\n`
  const desk = small()
  const plain = desk.read('desk.yaml')
  const said = async (yaml: string, T = token) => {
    desk.write('desk.yaml', plain.replace('  web: {}\n', `  web: {}\n${yaml}`))
    return of(await found(desk.folder, { T }), 'channels/telegram').map(
      ({ state, says }) => `${state}: ${says}`,
    )
  }
  expect(await said(bot)).toEqual([
    'fine: The token is that of @riverdale_bot.',
    'fine: The desk asks Telegram what was said.',
  ])
  expect(await said(bot, '1:wrong')).toEqual(['wrong: Telegram refused getMe: 401 Unauthorized'])
  api.say({ text: 'fees?' })
  const elsewhere = { url: 'http://127.0.0.1:1/channels/telegram', allowed_updates: ['message'] }
  await fetch(`${api.url}/bot${token}/setWebhook`, {
    method: 'POST',
    body: JSON.stringify(elsewhere),
  })
  await vi.waitUntil(() => api.troubled)
  expect(await said(bot)).toEqual([
    'fine: The token is that of @riverdale_bot.',
    expect.stringContaining('wrong: Telegram calls http://127.0.0.1:1/'),
    'warning: 1 message waits at Telegram, for a day at the most.',
    expect.stringContaining(
      'warning: Telegram could not reach the desk of late: Connection refused',
    ),
  ])
})

test('an agent that calls somebody else, and one that proves nothing, is told of', async () => {
  const google = await new FakeGoogle().start()
  onTestFinished(() => google.stop())
  const desk = small()
  google.writeAccount(join(desk.folder, 'account.json'))
  const agent = `  dialogflow-es: { agent: { credentials: account.json, api: "${google.url}" } }\n`
  desk.write('desk.yaml', desk.read('desk.yaml').replace('  web: {}\n', `  web: {}\n${agent}`))
  expect(of(await found(desk.folder), 'channels/dialogflow-es')).toMatchObject([
    { state: 'warning', remedy: expect.stringContaining('`auth`') },
    { state: 'wrong', says: expect.stringContaining('The agent calls nobody') },
  ])
})

test('an address that leads elsewhere, and messages nobody answers, are told of', async () => {
  const desk = small()
  desk.write('desk.yaml', `${desk.read('desk.yaml')}publicUrl: ${nowhere}\nexposure: static\n`)
  expect(of(await found(desk.folder), 'address')).toMatchObject([
    { state: 'wrong', says: expect.stringContaining(`${nowhere} does not answer`) },
  ])
  const running = await serve(desk.folder, '--quiet')
  await running.end('SIGTERM')
  const db = new (loadSqlite().DatabaseSync)(join(desk.folder, '.frontdesk/state.db'))
  db.exec(
    `insert into inbox (id, conversation, at, delivery) values ('a', 'c', '${new Date(now - 3_600_000).toISOString()}', '{}')`,
  )
  db.close()
  expect(of(await found(desk.folder), 'state')).toContainEqual(
    expect.objectContaining({
      state: 'wrong',
      says: 'A message waits to be answered, one for 60 minutes.',
    }),
  )
})

function small(changed: Readonly<Record<string, string>> = {}) {
  const desk = makeSmallDesk(changed)
  onTestFinished(() => rmSync(desk.folder, { recursive: true, force: true }))
  return desk
}

function found(folder: string, env: Readonly<Record<string, string>> = {}) {
  return examine(folder, { env, at: nowhere, now })
}

function of(findings: readonly Finding[], about: string): readonly Finding[] {
  return findings.filter((one) => one.about === about)
}
