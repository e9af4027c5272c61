/** An agent that is told where the desk is, by the calls Google documents. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FakeGoogle } from '../../../test/judges/google.ts'
import { registrar, type RegisterOptions } from './register.ts'

const { signal } = new AbortController()
const webhook = 'https://desk.example.edu/channels/dialogflow-es'
const folder = mkdtempSync(join(tmpdir(), 'frontdesk-agent-'))
const credentials = join(folder, 'account.json')
let google = new FakeGoogle()
beforeEach(async () => {
  google = await new FakeGoogle().start()
  google.writeAccount(credentials)
})
afterEach(() => google.stop())
afterEach(() => rmSync(credentials, { force: true }))

function agent(changed: Partial<RegisterOptions> = {}) {
  return registrar({
    agent: { credentials, location: 'global', api: google.url },
    auth: null,
    ...changed,
  })
}

test('the address is told, and nothing else of the agent is changed', async () => {
  expect(await agent().read(signal)).toEqual({ url: null, trouble: null })
  await agent().write(webhook, signal)
  expect(await agent().read(signal)).toEqual({ url: webhook, trouble: null })
  expect(google.fulfillment).toMatchObject({
    displayName: 'My fulfillment',
    enabled: true,
    features: [{ type: 'SMALLTALK' }],
    genericWebService: { uri: webhook, username: 'old', requestHeaders: { 'x-old': '1' } },
  })
})

test('what the desk asks calls to prove is told with it', async () => {
  const auth = { basic: { username: 'agent', password: 'secret' }, headers: { 'x-key': 'k' } }
  await agent({ auth }).write(webhook, signal)
  expect(google.fulfillment['genericWebService']).toEqual({
    uri: webhook,
    username: 'agent',
    password: 'secret',
    requestHeaders: { 'x-key': 'k' },
  })
})

test('an agent of a region has another name', async () => {
  google.fulfillment['name'] = 'projects/riverdale/locations/asia-northeast1/agent/fulfillment'
  const location = 'asia-northeast1'
  await agent({ agent: { credentials, location, api: google.url } }).write(webhook, signal)
  expect(google.calls).toEqual([`PATCH /v2/${String(google.fulfillment['name'])}`])
})

test('a key Google does not know, a file that is none, and no answer are told apart', async () => {
  const other = new FakeGoogle()
  other.writeAccount(credentials, { token_uri: `${google.url}/token` })
  await expect(agent().read(signal)).rejects.toMatchObject({
    code: 'channel/refused',
    message: expect.stringContaining('desk@riverdale'),
  })
  writeFileSync(credentials, '{"private_key":"hunter2"}')
  const thrown: unknown = await agent()
    .read(signal)
    .catch((error: unknown) => error)
  expect(thrown).toMatchObject({ code: 'channel/refused' })
  expect(JSON.stringify(thrown)).not.toContain('hunter2')
  google.writeAccount(credentials, { token_uri: 'http://127.0.0.1:1/token' })
  await expect(agent().read(signal)).rejects.toMatchObject({ code: 'channel/unreachable' })
})

test('an account that may not edit the agent is told which role it lacks', async () => {
  google.writeAccount(credentials, { project_id: 'another' })
  await expect(agent().write(webhook, signal)).rejects.toMatchObject({
    code: 'channel/refused',
    hint: expect.stringContaining('Dialogflow API Admin'),
  })
})
