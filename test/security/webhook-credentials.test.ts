import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ChannelAuth } from '../../src/model/index.ts'
import { callOf, post } from '../talk.ts'
import { testApp } from '../test-app.ts'

const auth: ChannelAuth = {
  basic: { username: 'agent', password: 'pässwörd:with colon' },
  headers: { 'x-desk-key': 'a-long-key' },
}
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
const right = { authorization: basic('agent:pässwörd:with colon'), 'x-desk-key': 'a-long-key' }
const path = '/channels/dialogflow-es'

test('a call with all its credentials is answered', async () => {
  const { app } = testApp({ es: { auth } })
  expect((await post(app, path, callOf(), right)).status).toBe(200)
})

test('a call without any of them gets 401 and nothing else: no word of what was wrong, no turn', async () => {
  const { app, state } = testApp({ es: { auth } })
  const wrong = [
    {},
    { authorization: right.authorization },
    { 'x-desk-key': right['x-desk-key'] },
    { ...right, authorization: basic('agent:wrong') },
    { ...right, authorization: basic('Agent:pässwörd:with colon') },
    { ...right, authorization: basic('agent:pässwörd:with colon ') },
    { ...right, authorization: 'Bearer abc' },
    { ...right, authorization: 'Basic' },
    { ...right, authorization: 'Basic !!!' },
    { ...right, 'x-desk-key': 'a-long-keX' },
    { ...right, 'x-desk-key': '' },
    { ...right, 'x-desk-key': 'a-long-key, a-long-key' },
  ]
  const replies = new Set<string>()
  for (const headers of wrong) {
    const response = await post(app, path, callOf(), headers)
    replies.add(`${response.status} ${await response.text()}`)
  }
  expect([...replies]).toEqual(['401 {}'])
  expect(await state.turns({ limit: 10 })).toEqual([])
})

test('who does not prove where they come from learns nothing about the body either', async () => {
  const { app } = testApp({ es: { auth } })
  for (const body of ['{', '', JSON.stringify({ result: {} })]) {
    const headers = { 'content-type': 'application/json' }
    const response = await app.request(path, { method: 'POST', headers, body })
    expect([response.status, await response.text()]).toEqual([401, '{}'])
  }
})

test('the operator sees that calls were refused, without the credentials they carried', async () => {
  const { app, observed } = testApp({ es: { auth } })
  await post(app, path, callOf(), { ...right, 'x-desk-key': 'sesame' })
  expect(observed).toContainEqual(
    expect.objectContaining({ kind: 'error', code: 'channel/unauthorized' }),
  )
  expect(JSON.stringify(observed)).not.toContain('sesame')
})

test('secrets are compared in constant time, whatever their length, and every one of them', () => {
  const source = readFileSync(
    new URL('../../src/channels/dialogflow-es/verify.ts', import.meta.url),
    'utf8',
  )
  expect(source).toContain('timingSafeEqual(padded, expected)')
  expect(source).not.toMatch(/[!=]==? (given|expected|padded)\b(?!\.length)|\.equals\(/)
  const signed = readFileSync(
    new URL('../../src/channels/web/conversation-id.ts', import.meta.url),
    'utf8',
  )
  expect(signed).toContain('timingSafeEqual(')
})

test('a webhook nobody guards proves nobody’s identity', async () => {
  const { app } = testApp()
  const response = await post(app, path, callOf({ queryText: 'prove' }))
  expect(await response.json()).toMatchObject({ fulfillmentText: 'no-proof-here' })
  const guarded = testApp({ es: { auth } })
  const asked = await post(guarded.app, path, callOf({ queryText: 'prove' }), right)
  expect(await asked.json()).toMatchObject({ fulfillmentText: 'verify' })
})

test('a session’s path, which may name a visitor, stands neither in state nor in logs', async () => {
  const { app, observed, state } = testApp()
  await post(app, path, callOf())
  const kept = JSON.stringify([observed, await state.turns({ limit: 1 })])
  expect(kept).not.toContain('8c6b1d3a-7f3e-4a61')
})
