/** A desk that wants to know where and whom to call, on Telegram: what can be shared with one tap, is. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeBotApi, token } from '../../simulated/telegram/fake-bot-api.mjs'
import { type OpenedDesk, openDesk } from '../../src/open.ts'
import { smallest, temporaryDesk } from '../temporary-desk.ts'

const intents = `
intent: leak
phrases: [there is a leak, water is leaking, report a leak]
slots:
  where: { entity: location, ask: "Where is it?" }
  caller: { entity: phone, ask: "Whom may we call?" }
answer: "We look at {{ where }} and call {{ caller }}."
---
intent: hours
phrases: [when are you open, opening hours, what are your hours]
answer: "From nine to five."
`

let api: FakeBotApi
let desk: OpenedDesk
beforeEach(async () => {
  api = await new FakeBotApi().start()
  const yaml = `${smallest}channels:\n  telegram: { token: "\${TOKEN}", api: "${api.url}" }\n`
  const folder = temporaryDesk({ 'desk.yaml': yaml, 'intents/all.yaml': intents })
  desk = await openDesk(folder, { keep: false, env: { TOKEN: token } })
  await desk.doors.start()
})
afterEach(async () => {
  await desk.doors.stop()
  await desk.close()
  await api.stop()
})

async function say(content: object, chat: number) {
  const before = api.sent(chat).length
  api.say({ ...content }, { chat })
  await vi.waitUntil(() => api.sent(chat).length > before, { timeout: 30_000 })
  const { text, reply_markup } = api.sent(chat).at(-1)?.params ?? {}
  return { text, reply_markup }
}

const key = (text: string, gives: object) => ({
  keyboard: [[{ text, ...gives }]],
  resize_keyboard: true,
  one_time_keyboard: true,
})
const place = key('Share my location', { request_location: true })
const number = key('Share my phone number', { request_contact: true })

test('a position and a number are shared with a tap, and the keys go', async () => {
  expect(await say({ text: 'there is a leak' }, 7)).toEqual({
    text: 'Where is it?',
    reply_markup: place,
  })
  const location = { latitude: 19.076, longitude: 72.8777 }
  expect(await say({ location }, 7)).toEqual({ text: 'Whom may we call?', reply_markup: number })
  const contact = { phone_number: '919876543210', first_name: 'Asha', user_id: 7 }
  expect(await say({ contact }, 7)).toEqual({
    text: 'We look at 19.076,72.8777 and call +919876543210.',
    reply_markup: { remove_keyboard: true },
  })
  expect(await say({ text: 'when are you open?' }, 7)).toEqual({ text: 'From nine to five.' })
  expect(api.mistakes).toEqual([])
})

test('they can be typed as well; what else is asked takes the key away', async () => {
  await say({ text: 'report a leak' }, 8)
  expect(await say({ text: '19.076, 72.8777' }, 8)).toMatchObject({ reply_markup: number })
  expect(await say({ text: '98765 43210' }, 8)).toEqual({
    text: 'We look at 19.076,72.8777 and call +919876543210.',
    reply_markup: { remove_keyboard: true },
  })
  await say({ text: 'report a leak' }, 8)
  const answered = await say({ text: 'cancel' }, 8)
  expect(answered.reply_markup).toEqual({ remove_keyboard: true })
  expect(api.mistakes).toEqual([])
})
