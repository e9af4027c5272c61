import { expect, test } from 'vitest'
import type { Stages } from '../../src/model/index.ts'
import { say } from '../talk.ts'
import { echo, nearby, testApp } from '../test-app.ts'

/** Everybody is at once whoever they say they are: the worst dialogue there could be. */
const trusting: Partial<Stages> = {
  decide: (message, session, understanding, facts) => ({
    ...echo.decide(message, session, understanding, facts),
    session: { ...session, person: { identity: 'student', key: 'RC1042' } },
  }),
}

test('a conversation the desk began can neither be guessed nor made up', async () => {
  const { app } = testApp()
  const ids = await Promise.all(Array.from({ length: 50 }, () => say(app, { text: 'hello' })))
  expect(new Set(ids.map(({ body }) => body.conversation)).size).toBe(50)
})

test('an id a client invents works, but proves nothing, keeps no person and has no history', async () => {
  const { app, state } = testApp({ stages: trusting })
  const invented = await say(app, { conversation: 'my-own', text: 'hello' })
  expect(invented.status).toBe(200)
  expect(invented.body.conversation).toBe('my-own')
  const asked = await say(app, { conversation: 'my-own', text: 'prove' })
  expect(asked.body.blocks[0]?.plain).toBe('no-proof-here')
  for (const turn of await state.turns({ limit: 10 }))
    expect(await state.session(turn.message.conversation)).not.toHaveProperty('person')
  for (const path of ['history', 'events']) {
    const refused = await app.request(`/channels/web/${path}?conversation=my-own`)
    expect(refused.status).toBe(403)
  }
})

test('a conversation the desk began may hold a person', async () => {
  const { app, state } = testApp({ stages: trusting })
  await say(app, { text: 'hello' })
  const [turn] = await state.turns({ limit: 1 })
  expect(await state.session(turn?.message.conversation ?? '')).toHaveProperty('person')
})

test('changing any character of a signed id makes it another conversation', async () => {
  const { app, state } = testApp()
  const { body } = await say(app, { text: 'hello' })
  const [turn] = await state.turns({ limit: 1 })
  for (let i = 0; i < body.conversation.length; i++) {
    const other = body.conversation[i] === 'A' ? 'B' : 'A'
    const forged = body.conversation.slice(0, i) + other + body.conversation.slice(i + 1)
    const history = await app.request(`/channels/web/history?conversation=${forged}`)
    expect(history.status).toBe(403)
  }
  const longer = await say(app, { conversation: `${body.conversation}A`, text: 'hello' })
  expect(longer.status).toBe(200)
  expect((await state.session(turn?.message.conversation ?? ''))?.version).toBe(1)
})

test('what the desk calls a conversation in its state and logs opens nothing', async () => {
  const { app, state } = testApp()
  await say(app, { text: 'hello' })
  const [turn] = await state.turns({ limit: 1 })
  const inner = turn?.message.conversation ?? ''
  const history = await app.request(
    `/channels/web/history?conversation=${encodeURIComponent(inner)}`,
  )
  expect(history.status).toBe(403)
  await say(app, { conversation: inner, text: 'hello' })
  expect((await state.session(inner))?.version).toBe(1)
})

test('the record behind an answer is shown on this computer only, through no proxy or foreign name', async () => {
  const { app } = testApp()
  const { body } = await say(app, { text: 'hello' })
  const path = `/channels/web/behind/${body.turn}`
  const here = 'http://127.0.0.1:8300'
  const far = { incoming: { httpVersion: '1.1', socket: { remoteAddress: '203.0.113.9' } } }
  const old = { incoming: { httpVersion: '1.0', socket: { remoteAddress: '127.0.0.1' } } }
  const passedOn = { headers: { 'x-forwarded-for': '203.0.113.9' } }
  expect((await app.request(here + path, {}, nearby)).status).toBe(200)
  expect((await app.request(here + path, {}, far)).status).toBe(403)
  expect((await app.request(here + path, {}, old)).status).toBe(403)
  expect((await app.request(here + path, passedOn, nearby)).status).toBe(403)
  expect((await app.request(`http://evil.example${path}`, {}, nearby)).status).toBe(403)
  expect((await app.request(`http://127.0.0.1.evil.example${path}`, {}, nearby)).status).toBe(403)
})
