/** Whatever ends a process, nothing answered is lost, and each conversation goes on where it was. */
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { prove } from '../../prove/kill.prove.mjs'
import { makeSmallDesk } from '../small-desk.ts'
import { serve } from './serve.ts'

const small = makeSmallDesk()
afterAll(() => small.remove())

test('what many were answered when the desk was killed is kept, once and in order', async () => {
  expect(await prove(2)).toMatchObject({ ok: true, lost: 0, twice: 0, disordered: 0 })
}, 600_000)

test('a slot asked for, a proof half given and a person proven survive kill -9', async () => {
  const first = await serve(small.folder)
  const hours = await first.say({ text: 'opening hours' })
  expect(hours.text).toContain('Which day?')
  const dues = await first.say({ text: 'what are my dues' })
  expect(dues.text).toContain('Your roll number?')
  await first.say({ conversation: dues.conversation, text: 'RC1042' })
  await first.end('SIGKILL')

  const second = await serve(small.folder)
  const day = await second.say({ conversation: hours.conversation, text: 'Saturday' })
  expect(day.text).toContain('Saturday: ten.')
  const proven = await second.say({ conversation: dues.conversation, text: '12 April 2005' })
  expect(proven.text).toContain('You owe 542.')
  await second.end('SIGKILL')

  const third = await serve(small.folder)
  const again = await third.say({ conversation: dues.conversation, text: 'what are my dues' })
  expect(again.text).toContain('You owe 542.')
  const history = await fetch(`${third.url}/channels/web/history?conversation=${dues.conversation}`)
  const { bubbles } = (await history.json()) as { bubbles: unknown[] }
  expect(bubbles.length).toBeGreaterThanOrEqual(8)
  expect(await third.end('SIGTERM')).toBe(0)
})

test('a call under way when the process is told to stop is answered and kept, and event streams are ended at once', async () => {
  const served = await serve(small.folder)
  const { conversation } = await served.say({ text: 'opening hours' })
  const stream = await fetch(`${served.url}/channels/web/events?conversation=${conversation}`)
  const call = request(`${served.url}/channels/web`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', expect: '100-continue' },
  })
  call.flushHeaders()
  await once(call, 'continue')
  const ended = served.end('SIGTERM')
  call.end(JSON.stringify({ conversation, text: 'Saturday' }))
  const [answer] = (await once(call, 'response')) as [IncomingMessage]
  expect(answer.statusCode).toBe(200)
  answer.resume()
  expect(await stream.text(), 'ended, not cut off').toBe(': listening\n\n')
  expect(await ended).toBe(0)
  const again = await serve(small.folder)
  const history = await fetch(`${again.url}/channels/web/history?conversation=${conversation}`)
  expect(await history.text()).toContain('Saturday: ten.')
  await again.end('SIGTERM')
})

test('two processes on one folder share its conversations', async () => {
  const [one, other] = await Promise.all([serve(small.folder), serve(small.folder)])
  const { conversation } = await one.say({ text: 'what are my dues' })
  expect((await other.say({ conversation, text: 'RC1042' })).text).toContain('date of birth')
  expect((await one.say({ conversation, text: '12 April 2005' })).text).toContain('You owe 542.')
  expect((await other.say({ conversation, text: 'log me out' })).text).toContain('logged out')
  expect((await one.say({ conversation, text: 'what are my dues' })).text).toContain('roll number')
  await Promise.all([one.end('SIGTERM'), other.end('SIGTERM')])
})
