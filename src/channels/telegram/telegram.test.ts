/** A bot and what it hears and says. */
import { expect, test, vi } from 'vitest'
import { token } from '../../../simulated/telegram/fake-bot-api.mjs'
import { api, lastSaid, sent, serveBot, texts } from '../../../test/served-bot.ts'
import { textBlock } from '../../../test/test-app.ts'
import type { Block, Delivery } from '../../model/index.ts'

const private7 = { chat: 7, from: 7, group: false }
const image = { kind: 'image', url: 'https://desk.example.edu/map.png', alt: 'The campus' } as const

test('what is said is answered, and confirmed to Telegram', async () => {
  serveBot()
  api.say({ text: 'fees?' })
  await sent(1)
  expect(api.sent()).toEqual([
    { method: 'sendMessage', params: { chat_id: 7, text: 'you said fees?' } },
  ])
  await vi.waitUntil(() => api.waiting === 0)
})

test('an update is confirmed only after it was kept, and one that comes twice is answered once', async () => {
  let isFull = true
  const bot = serveBot({ refuse: () => isFull })
  const update = api.say({ text: 'fees?' })
  await vi.waitUntil(() => bot.observed.some(({ kind }) => kind === 'error'))
  expect(api.waiting).toBe(1)
  isFull = false
  await sent(1)
  const { message } = update
  api.deliver({ message }, update.update_id)
  api.say({ text: 'bye' })
  await sent(2)
  expect(texts()).toEqual(['you said fees?', 'you said bye'])
})

test('while an answer is worked on, the visitor sees that', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  serveBot({ reply: [textBlock('at last')], until: held })
  api.say({ text: 'fees?' }, { chat: -100, from: 8, group: false })
  const isTyping = () => api.calls.find(({ method }) => method === 'sendChatAction')
  await vi.waitUntil(() => isTyping() !== undefined, { timeout: 15_000 })
  expect(isTyping()?.params).toEqual({ chat_id: -100, action: 'typing' })
  release()
  await vi.waitUntil(() => texts().includes('at last'), { timeout: 15_000 })
})

test('/start greets, other commands are what they are called', async () => {
  const bot = serveBot()
  for (const text of ['/start campaign42', '/help', '/exam_dates BCom']) api.say({ text })
  await sent(3)
  const turns = await bot.state.turns({ limit: 10 })
  expect(turns.map(({ message }) => message.event ?? message.text).toReversed()).toEqual([
    'welcome',
    'help',
    'exam dates BCom',
  ])
})

test('a choice is a button, and pressing it says its label', async () => {
  const options = ['Yes', 'No'].map((label, i) => ({
    id: `s${i}`,
    label,
    means: { kind: 'say' as const, text: label },
  }))
  serveBot({ reply: [textBlock('Sure?'), { kind: 'choices', options }] })
  api.say({ text: 'fees?' })
  await sent(1)
  const { params } = api.sent()[0]!
  const { reply_markup } = params as { reply_markup: { inline_keyboard: Button[][] } }
  const pressed = reply_markup.inline_keyboard.flat()[1]!
  expect(pressed).toEqual({ text: 'No', callback_data: expect.stringMatching(/^[\w-]{16}$/) })
  const where = { chat: 7, from: 7, group: false }
  const { from } = api.message({}, where)
  const message = api.message({ text: 'Sure?', reply_markup }, where)
  const query = { id: '42', from, message, chat_instance: '1', data: pressed.callback_data }
  api.deliver({ callback_query: query })
  await sent(2)
  expect(api.calls).toContainEqual({
    method: 'answerCallbackQuery',
    params: { callback_query_id: '42' },
  })
  expect(lastSaid()).toBe('No')
})

test('in a group only what is said to the bot is answered, where it was said, and proves nobody', async () => {
  const bot = serveBot()
  const group = { chat: -100, from: 8, group: true }
  api.say({ text: 'hello everyone' }, group)
  const { message } = api.say({ text: '@Riverdale_bot fees?' }, group) as unknown as {
    message: { message_id: number }
  }
  await sent(1)
  expect(api.sent()[0]?.params).toEqual({
    chat_id: -100,
    text: 'you said fees?',
    reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true },
  })
  const [turn] = await bot.state.turns({ limit: 10 })
  expect(turn?.message.anonymous).toBe(true)
})

test('positions, phone numbers, files and edits are read; an album is one message', async () => {
  const bot = serveBot()
  const photo = [{ file_id: 'f', file_unique_id: 'u', width: 90, height: 90, file_size: 1234 }]
  const voice = { file_id: 'f', file_unique_id: 'u', duration: 2, mime_type: 'audio/ogg' }
  api.say({ location: { latitude: 19.05, longitude: 72.89 } })
  api.say({ contact: { phone_number: '+912223456789', first_name: 'Asha' } })
  api.say({ photo, media_group_id: 'a', caption: 'my receipt' })
  api.say({ photo, media_group_id: 'a' })
  api.say({ voice })
  const edited_message = api.message({ text: 'fees' }, { chat: 7, from: 7, group: false })
  api.deliver({ edited_message })
  await sent(5)
  const turns = await bot.state.turns({ limit: 10 })
  expect(turns.map(({ message }) => message).toReversed()).toMatchObject([
    { location: { latitude: 19.05, longitude: 72.89 } },
    { text: '+912223456789' },
    { text: 'my receipt', attachment: { type: 'image/jpeg', size: 1234 } },
    { attachment: { type: 'audio/ogg', size: 0 } },
    { text: 'fees' },
  ])
})

test('nothing that is written is taken for markup, and every block is shown', async () => {
  const spans = [{ text: 'a_b *c* <d> ' }, { text: '💡 Fees', bold: true }]
  const place = { name: 'Library', address: 'Main gate', latitude: 19, longitude: 72 }
  serveBot({
    reply: [
      { kind: 'text', spans },
      { kind: 'image', url: 'https://desk.example.edu/map.png', alt: 'The campus' },
      { kind: 'document', url: 'https://desk.example.edu/fees.pdf', name: 'Fees' },
      { kind: 'location', location: place },
    ],
  })
  api.say({ text: 'fees?' })
  await sent(4)
  expect(api.sent().map(({ method }) => method)).toEqual([
    'sendMessage',
    'sendPhoto',
    'sendDocument',
    'sendVenue',
  ])
  expect(api.sent()[0]?.params).toEqual({
    chat_id: 7,
    text: 'a_b *c* <d> 💡 Fees',
    entities: [{ type: 'bold', offset: 12, length: 7 }],
  })
})

test('an image Telegram cannot fetch is told in words', async () => {
  api.trouble = ({ method }) =>
    method === 'sendPhoto' ? { status: 400, description: 'Bad Request: wrong URL' } : null
  serveBot({ reply: [image] })
  api.say({ text: 'map?' })
  await sent(1)
  expect(texts()).toEqual(['The campus\nhttps://desk.example.edu/map.png'])
})

test('where buttons stand, the key that shares goes under the words and the buttons under it', async () => {
  const option = { id: '1.1', label: 'Yes', means: { kind: 'say' as const, text: 'Yes' } }
  const blocks: Block[] = [textBlock('Call you?'), { kind: 'choices', options: [option] }]
  const { messenger } = serveBot()
  const to = (address: object) => ({ to: address }) as Delivery
  const markups = (address: object) =>
    messenger
      .render({ blocks, asksNoMore: true }, to(address), 'en')
      .map(({ payload }) => (payload as { params: Record<string, unknown> }).params['reply_markup'])
  const buttons = { inline_keyboard: [[{ text: 'Yes', callback_data: expect.any(String) }]] }
  expect(markups({ chat: 7 })).toEqual([{ remove_keyboard: true }, buttons])
  expect(markups({ chat: -100, replyTo: 3 })).toEqual([buttons])
})

test('"too many" is obeyed, a failure is tried again, and the order stays', async () => {
  let calls = 0
  api.trouble = ({ method }) => {
    if (method !== 'sendMessage') return null
    calls++
    if (calls === 1) return { status: 429, description: 'Too Many Requests', retryAfter: 1 }
    if (calls === 2) return { status: 502, description: 'Bad Gateway' }
    return calls === 3 ? { status: 0, description: '', silent: true } : null
  }
  serveBot({ reply: [textBlock('first'), { ...image }, textBlock('second')] })
  api.say({ text: 'fees?' })
  await sent(3)
  expect(api.sent().map(({ params }) => params['text'] ?? params['caption'])).toEqual([
    'first',
    'The campus',
    'second',
  ])
}, 30_000)

test('a visitor who blocked the bot is given up at once, and the operator can see it', async () => {
  api.trouble = ({ params }) =>
    params['chat_id'] === 7 ? { status: 403, description: 'Forbidden: bot was blocked' } : null
  const bot = serveBot()
  api.say({ text: 'fees?' })
  api.say({ text: 'fees?' }, { chat: 9 })
  await vi.waitUntil(() => bot.observed.some((one) => one.kind === 'error'))
  await sent(1)
  expect(bot.observed).toContainEqual(
    expect.objectContaining({
      code: 'delivery/given-up',
      cause: expect.stringContaining('blocked'),
    }),
  )
  expect(JSON.stringify(bot.observed)).not.toContain(token)
})

test('a wrong token is told to the operator once, without the token', async () => {
  const bot = serveBot({ token: '1:wrong' })
  await vi.waitUntil(() => bot.observed.length > 0)
  expect(bot.observed).toMatchObject([{ code: 'channel/refused', hint: /BotFather/ }])
  expect(JSON.stringify(bot.observed)).not.toContain('1:wrong')
})

test('a webhook is registered with a secret, and calls without it are refused', async () => {
  const bot = serveBot({ webhook: 'https://desk.example.edu/channels/telegram' })
  await vi.waitUntil(() => api.webhook !== '')
  const { params } = api.calls.find(({ method }) => method === 'setWebhook')!
  expect(params).toMatchObject({ url: 'https://desk.example.edu/channels/telegram' })
  const call = (secret: string) =>
    bot.messenger.receive(
      new Request('https://desk.example.edu/channels/telegram', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
        body: JSON.stringify({ update_id: 1, message: api.message({ text: 'fees?' }, private7) }),
      }),
    )
  for (const wrong of ['', 'x', `${String(params['secret_token'])}x`])
    await expect(call(wrong)).rejects.toMatchObject({ code: 'channel/unauthorized' })
  expect(await call(String(params['secret_token']))).toMatchObject({
    deliveries: [{ message: { text: 'fees?', channel: 'telegram' }, to: { chat: 7 } }],
  })
})

test('what cannot be read is told of, and nothing waits behind it', async () => {
  const bot = serveBot({ webhook: 'https://desk.example.edu/channels/telegram' })
  await vi.waitUntil(() => api.webhook !== '')
  const setWebhook = api.calls.find(({ method }) => method === 'setWebhook')
  const secret = String(setWebhook?.params['secret_token'])
  const request = new Request('https://desk.example.edu/channels/telegram', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify({ update_id: 1, message: { text: 5 } }),
  })
  expect(await bot.messenger.receive(request)).toEqual({ deliveries: [], reports: [] })
  expect(bot.observed).toMatchObject([{ code: 'channel/bad-body' }])
})

interface Button {
  readonly text: string
  readonly callback_data: string
}
