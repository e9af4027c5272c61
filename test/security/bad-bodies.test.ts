import { expect, test } from 'vitest'
import { callOf, post, say } from '../talk.ts'
import { testApp } from '../test-app.ts'

const endpoints = ['/channels/web', '/channels/dialogflow-es']

for (const path of endpoints) {
  test(`${path} refuses what is no JSON, in words and without a trace`, async () => {
    const { app } = testApp()
    for (const body of ['', '{', '[1,', 'null x', '\uFEFF{}', '{"text":', '\u0000\u0001']) {
      const headers = { 'content-type': 'application/json' }
      const response = await app.request(path, { method: 'POST', headers, body })
      expect(response.status, JSON.stringify(body)).toBe(400)
      expect(await response.text()).not.toMatch(/\bat .*\.ts|SyntaxError|node:|Unexpected/)
    }
  })

  test(`${path} refuses JSON of another shape`, async () => {
    const { app } = testApp()
    for (const body of [null, true, 3, 'text', [], [{}], {}, { text: {} }, { queryResult: 1 }]) {
      const response = await post(app, path, body)
      expect(response.status, JSON.stringify(body)).toBe(400)
    }
  })

  test(`${path} takes JSON only`, async () => {
    const { app } = testApp()
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/jsonp',
      '',
    ]) {
      const response = await post(app, path, { text: 'hello' }, { 'content-type': type })
      expect(response.status, type).toBe(415)
    }
  })

  test(`${path} reads no more than 256 kB, whether or not the length is told`, async () => {
    const { app } = testApp()
    const body = JSON.stringify({ text: 'x'.repeat(300_000) })
    const headers = { 'content-type': 'application/json' }
    for (const told of [{}, { 'content-length': String(body.length) }]) {
      const response = await app.request(path, {
        method: 'POST',
        headers: { ...headers, ...told },
        body,
      })
      expect(response.status).toBe(413)
    }
  })
}

test('unknown members are refused and named', async () => {
  const { app } = testApp()
  const { status, body } = await say(app, { text: 'hello', as: 'student RC1042' })
  expect(status).toBe(400)
  expect(body.error?.hint).toContain('as')
})

test('a body deeper than any honest one ends in a refusal, not in a crash', async () => {
  const { app } = testApp()
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  for (const path of endpoints) {
    const headers = { 'content-type': 'application/json' }
    const response = await app.request(path, { method: 'POST', headers, body: deep })
    expect(response.status).toBe(400)
  }
  const nested = JSON.parse('{"a":'.repeat(2_000) + '1' + '}'.repeat(2_000)) as object
  const parameters = { deep: nested, ['__proto__x']: 'y' }
  const body = { ...callOf(), queryResult: { queryText: 'hello', parameters } }
  expect((await post(app, '/channels/dialogflow-es', body)).status).toBe(200)
})

test('odd text is cleaned, answered and kept: nothing, 100 kB, binary, turned around, emoji', async () => {
  const { app, state } = testApp()
  const texts = ['', 'x'.repeat(100_000), '\u0000\u0007\u001B[2J', '\u202Eabc', '🙂🙂', 'مرحبا']
  for (const text of texts) expect((await say(app, { text })).status).toBe(200)
  expect((await say(app, { text: '\uD83D' })).body.blocks[0]?.plain).toBe('you said \uFFFD')
  const kept = await state.turns({ limit: 10 })
  for (const { message } of kept)
    expect(message.text).not.toMatch(/[\p{Control}\u202A-\u202E\u2066-\u2069]/u)
})
