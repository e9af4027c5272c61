import { expect, test } from 'vitest'
import { say } from '../../../test/talk.ts'
import { nearby, testApp } from '../../../test/test-app.ts'
import { FrontdeskError } from '../../errors.ts'
import type { Stages, State } from '../../model/index.ts'
import { memoryState } from '../../state/index.ts'

test('what is said is answered in blocks, each with its plain text', async () => {
  const { app } = testApp()
  const { status, body } = await say(app, { text: 'hello' })
  expect(status).toBe(200)
  expect(body.blocks).toEqual([
    { kind: 'text', spans: [{ text: 'you said hello' }], plain: 'you said hello' },
  ])
  expect(body.conversation).toMatch(/^k1\.[\w-]{22}\.[\w-]{22}$/)
  expect(Date.parse(body.at)).toBeGreaterThan(0)
})

test('the conversation goes on under the id that was given', async () => {
  const { app, state } = testApp()
  const { body: first } = await say(app, { text: 'one' })
  const { body: second } = await say(app, { conversation: first.conversation, text: 'two' })
  expect(second.conversation).toBe(first.conversation)
  const [turn] = await state.turns({ limit: 1 })
  expect(turn?.session.version).toBe(2)
})

test('history gives both sides, oldest first', async () => {
  const { app } = testApp()
  const { body } = await say(app, { id: 'm1', text: 'one' })
  await say(app, { conversation: body.conversation, id: 'm2', text: 'two' })
  const history = await app.request(`/channels/web/history?conversation=${body.conversation}`)
  const { bubbles } = (await history.json()) as { bubbles: { who: string; message: string }[] }
  expect(bubbles.map(({ who, message }) => `${who} ${message}`)).toEqual([
    'visitor m1',
    'desk m1',
    'visitor m2',
    'desk m2',
  ])
})

test('history names the choice that was tapped', async () => {
  const { app } = testApp()
  const { body } = await say(app, { choice: 'c1' })
  const history = await app.request(`/channels/web/history?conversation=${body.conversation}`)
  expect(await history.json()).toMatchObject({ bubbles: [{ choice: 'c1', blocks: [] }, {}] })
})

test('a file is told to the desk by what it is; what is in it is let go', async () => {
  const { app, state } = testApp()
  const data = Buffer.from('what is in it').toString('base64')
  const attachment = { name: 'photo.jpg', type: 'image/jpeg', data }
  expect((await say(app, { attachment })).status).toBe(200)
  const [turn] = await state.turns({ limit: 1 })
  expect(turn?.message.attachment).toEqual({ type: 'image/jpeg', size: 13 })
  expect(JSON.stringify(turn)).not.toMatch(new RegExp(`${data}|photo`))
})

test.each([
  ['too large', { name: 'a', type: 'image/png', data: 'AAAA'.repeat(50_001) }],
  ['not base64', { name: 'a', type: 'image/png', data: 'a b' }],
  ['of no type', { name: 'a', type: 'png', data: 'AAAA' }],
  ['without a name', { type: 'image/png', data: 'AAAA' }],
])('a file that is %s is refused', async (_, attachment) => {
  const { app } = testApp()
  expect((await say(app, { attachment })).status).toBe(400)
})

test('a second tab hears what was said in the first', async () => {
  const { app } = testApp()
  const { body } = await say(app, { text: 'one' })
  const events = await app.request(`/channels/web/events?conversation=${body.conversation}`)
  expect(events.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe(': listening\n\n')
  await say(app, { conversation: body.conversation, text: 'two' })
  const { value } = (await reader?.read()) ?? {}
  expect(value).toMatch(/^event: turn\nid: .+\ndata: .*you said two.*\n\n$/)
  await reader?.cancel()
})

test('a tapped choice, a position and an event reach the desk', async () => {
  const { app, state } = testApp()
  const bodies = [
    { choice: 'c1' },
    { location: { latitude: 19.05, longitude: 72.89 } },
    { event: 'welcome' },
  ]
  for (const body of bodies) {
    expect((await say(app, body)).status).toBe(200)
    const [turn] = await state.turns({ limit: 1 })
    expect(turn?.message).toMatchObject(body)
  }
})

test('the page learns what to open on, and whether it may look behind answers', async () => {
  const { app } = testApp()
  const there = await app.request('/channels/web/desk?language=hi')
  expect(await there.json()).toMatchObject({
    name: 'Test desk',
    tagline: 'hi',
    greeting: [{ plain: 'Hello' }],
    behind: false,
  })
  const here = await app.request('http://localhost:8300/channels/web/desk', {}, nearby)
  expect(await here.json()).toMatchObject({ behind: true })
})

test('behind an answer stand its intent, its file and its queries with rows', async () => {
  const result = {
    columns: [{ name: 'phone', type: 'text' as const }],
    rows: [['4003']],
    rowCount: 1,
    truncated: false,
  }
  const query = {
    kind: 'sql' as const,
    source: 'office',
    text: 'select phone from heads where department = :d',
    parameters: { d: 'CSE' },
    limit: 1,
    person: null,
  }
  const { app } = testApp({
    stages: {
      bind: (_move, _facts, results) => (results['heads'] === undefined ? { heads: query } : {}),
      ask: async () => ({
        source: 'office',
        kind: 'sql',
        text: 'select phone from heads where department = ?',
        parameters: ['CSE'],
        result,
        milliseconds: 1.5,
      }),
    },
  })
  const { body } = await say(app, { text: 'hod of cse?' })
  const path = `http://127.0.0.1:8300/channels/web/behind/${body.turn}`
  const record: unknown = await (await app.request(path, {}, nearby)).json()
  expect(record).toMatchObject({
    intent: 'echo',
    file: 'intents/echo.yaml',
    line: 3,
    queries: [{ source: 'office', parameters: ['CSE'], columns: ['phone'], rows: [['4003']] }],
  })
})

test('a message that is delivered again gets the kept reply, and makes no second turn', async () => {
  const { app, state, observed } = testApp()
  const { body: begun } = await say(app, { id: 'm0', text: 'hello' })
  const message = { conversation: begun.conversation, id: 'm1', text: 'fees?' }
  const [one, other] = await Promise.all([say(app, message), say(app, message)])
  const { body: late } = await say(app, message)
  expect([other.body, late]).toEqual([one.body, one.body])
  expect(await state.turns({ limit: 10 })).toHaveLength(2)
  expect(observed.filter(({ kind }) => kind === 'turn')).toHaveLength(2)
})

test('a message that got an apology is answered when it is delivered again', async () => {
  let down = true
  const bind: Stages['bind'] = () => {
    if (down) throw new Error('no such thing')
    return {}
  }
  const { app } = testApp({ stages: { bind } })
  const { body } = await say(app, { id: 'm1', text: 'fees?' })
  down = false
  const again = await say(app, { conversation: body.conversation, id: 'm1', text: 'fees?' })
  expect([body, again.body].map(({ blocks }) => blocks[0]?.plain)).toEqual([
    'failed',
    'you said fees?',
  ])
})

test('a turn that another process was quicker than is taken again, and told once', async () => {
  const memory = memoryState()
  let quicker = 2
  const commit: State['commit'] = async (turn) => {
    if (quicker-- > 0) throw new FrontdeskError('state/conflict', 'Another was quicker.')
    return memory.commit(turn)
  }
  const { app, observed } = testApp({ state: { ...memory, commit } })
  expect((await say(app, { text: 'fees?' })).status).toBe(200)
  expect(observed.filter(({ kind }) => kind === 'turn')).toHaveLength(1)
})

test('a page that listens and never reads is let go', async () => {
  const { app } = testApp({ limits: { perConversation: 1_000, perAddress: 1_000 } })
  const { body } = await say(app, { text: 'one' })
  const { conversation } = body
  const events = await app.request(`/channels/web/events?conversation=${conversation}`)
  for (let i = 0; i < 110; i++) await say(app, { conversation, text: 'more' })
  await expect(events.text()).rejects.toThrow('does not read')
  const again = await app.request(`/channels/web/events?conversation=${conversation}`)
  expect(again.status).toBe(200)
  await again.body?.cancel()
})
