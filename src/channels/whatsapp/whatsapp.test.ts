/** A number over real HTTP, against a server that takes nothing Meta does not document. */
import { afterEach, expect, test, vi } from 'vitest'
import { credentials } from '../../../simulated/whatsapp/fake-graph-api.mjs'
import { type NumberOptions, ServedNumber } from '../../../test/judges/whatsapp/served-number.ts'
import { textBlock } from '../../../test/test-app.ts'
import type { Block, Choice } from '../../model/index.ts'

const asha = '919876543210'
let number: ServedNumber | null = null

afterEach(async () => {
  await number?.close()
  expect(number?.api.mistakes ?? []).toEqual([])
})

async function serve(options: NumberOptions = {}): Promise<ServedNumber> {
  return (number = await new ServedNumber(options).open())
}

function text(body: string) {
  return { type: 'text', text: { body } }
}

test('what is said is answered, marked as read, and what becomes of the answer comes back', async () => {
  const desk = await serve()
  const { api, observed } = desk
  const id = api.say(asha, text('fees?'))
  await desk.sent(1)
  expect(api.sent()[0]?.message).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: asha,
    type: 'text',
    text: { body: 'you said fees?', preview_url: false },
  })
  expect(api.marked).toEqual([id])
  const reports = () => observed.filter(({ kind }) => kind === 'report')
  await vi.waitUntil(() => reports().length === 2)
  api.open(asha)
  await vi.waitUntil(() => reports().length === 3)
  expect(reports()).toEqual(
    ['sent', 'delivered', 'read'].map((state) => ({ kind: 'report', channel: 'whatsapp', state })),
  )
})

test('what comes again is answered once and counted once, and nothing is taken before it is kept', async () => {
  let isFull = true
  const desk = await serve({ refuse: () => isFull })
  const { api } = desk
  api.say(asha, text('fees?'))
  await vi.waitUntil(() => api.webhook.answers.includes(500))
  expect(api.webhook.answers).not.toContain(200)
  isFull = false
  await desk.sent(1)
  await desk.told()
  api.webhook.tellAgain()
  await desk.told()
  api.say(asha, text('bye'))
  await desk.sent(2)
  await desk.told()
  expect(desk.texts).toEqual(['you said fees?', 'you said bye'])
  expect(desk.observed.filter(({ kind }) => kind === 'report')).toHaveLength(4)
})

test('many messages in one call are each answered, in order', async () => {
  const desk = await serve()
  const { api } = desk
  const values = ['one', 'two', 'three'].map((each) =>
    api.incoming(asha, { id: `wamid.${each}`, ...text(each) }),
  )
  expect((await fetch(desk.url, api.webhook.signed(values))).status).toBe(200)
  await desk.sent(3)
  expect(desk.texts).toEqual(['you said one', 'you said two', 'you said three'])
  expect(api.marked).toEqual(['wamid.one', 'wamid.two', 'wamid.three'])
})

test('a call that is not signed to the byte, and a handshake without the word, are refused', async () => {
  const { api, url } = await serve()
  const { method, headers, body } = api.webhook.signed([
    api.incoming(asha, { id: 'wamid.1', ...text('नमस्ते 🙏') }),
  ])
  const post = async (changed: RequestInit) =>
    (await fetch(url, { method, headers, body, ...changed })).status
  const signature = headers['x-hub-signature-256']
  for (const wrong of ['', 'sha256=', signature.replace('sha256=', ''), `${signature}0`])
    expect(await post({ headers: { ...headers, 'x-hub-signature-256': wrong } })).toBe(401)
  expect(await post({ body: JSON.stringify(JSON.parse(body), null, 1) })).toBe(401)
  expect(await post({})).toBe(200)
  const asks = (query: string) => fetch(`${url}?hub.mode=subscribe&hub.challenge=42${query}`)
  expect((await asks('&hub.verify_token=wrong')).status).toBe(401)
  expect((await asks('')).status).toBe(401)
  const right = await asks(`&hub.verify_token=${credentials.verifyToken}`)
  expect([right.status, await right.text()]).toEqual([200, '42'])
})

test('every kind of message is heard, and what asks for no answer gets none', async () => {
  const desk = await serve()
  const { api } = desk
  const file = { mime_type: 'image/jpeg', sha256: 'SfInY0gGKTsJ', id: '1003383421387256' }
  api.say(asha, { type: 'image', image: { ...file, caption: 'my receipt' } })
  api.say(asha, { type: 'audio', audio: { ...file, mime_type: 'audio/ogg; codecs=opus' } })
  api.say(asha, { type: 'location', location: { latitude: 19.05, longitude: 72.89 } })
  api.say(asha, { type: 'contacts', contacts: [{ phones: [{ phone: '+912223456789' }] }] })
  api.say(asha, { type: 'button', button: { payload: 'p', text: 'Show me' } })
  api.say(asha, { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } })
  api.say(asha, { type: 'unsupported', errors: [{ code: 131051, title: 'Unknown' }] })
  api.say(asha, { type: 'request_welcome' })
  await desk.sent(7)
  expect(await desk.heard()).toMatchObject([
    { text: 'my receipt', attachment: { type: 'image/jpeg', size: 0 } },
    { text: '', attachment: { type: 'audio/ogg; codecs=opus' } },
    { location: { latitude: 19.05, longitude: 72.89 } },
    { text: '+912223456789' },
    { text: 'Show me' },
    { text: '', attachment: { type: 'application/octet-stream' } },
    { text: '', event: 'welcome' },
  ])
  expect(api.sent()).toHaveLength(7)
})

test('somebody without a number is written to by their user id, in the same conversation', async () => {
  const desk = await serve()
  const { api } = desk
  const userId = 'IN.13491208655302741918'
  api.say(asha, text('one'), { userId })
  await desk.sent(1)
  api.say(asha, text('two'), { userId, hidesNumber: true })
  await desk.sent(2)
  expect(api.sent().map(({ to }) => to)).toEqual([asha, userId])
  expect(api.sent()[1]?.message).not.toHaveProperty('to')
  const [one, two] = await desk.heard()
  expect(one?.conversation).toBe(two?.conversation)
  expect(one?.conversation).not.toContain(asha)
})

test('up to three choices are buttons, more are a list, and tapping one says the whole label', async () => {
  const labels = ['Fees', 'Exams', 'Hostel', 'The library of the old campus, first floor']
  const desk = await serve({ reply: [textBlock('What about?'), choices(labels)] })
  const { api } = desk
  api.say(asha, text('help'))
  await desk.sent(1)
  const { interactive } = api.sent()[0]!.message
  expect(interactive).toMatchObject({ type: 'list', body: { text: 'What about?' } })
  const rows = interactive?.action.sections?.[0]?.rows
  expect(rows?.[0]).toEqual({ id: 'say:0:Fees', title: 'Fees' })
  expect(rows?.[3]).toEqual({
    id: `say:3:${labels[3]}`,
    title: 'The library of the old…',
    description: labels[3],
  })
  api.tap(asha, api.sent()[0]!, 'The library of the old…')
  await desk.sent(2)
  expect((await desk.heard())[1]?.text).toBe(labels[3])
})

test('three choices are buttons; a long text goes before what is asked', async () => {
  const long = `${'A sentence of the rules. '.repeat(60)}Do you agree?`
  const desk = await serve({ reply: [textBlock(long), choices(['Yes', 'No', 'Later'])] })
  const { api } = desk
  api.say(asha, text('rules'))
  await desk.sent(2)
  const [before, asked] = api.sent().map(({ message }) => message)
  expect(before?.type).toBe('text')
  expect(asked?.interactive?.action.buttons?.map(({ reply }) => reply.title)).toEqual([
    'Yes',
    'No',
    'Later',
  ])
  expect(asked?.interactive?.body?.text).toMatch(/Do you agree\?$/)
  expect(desk.texts.join(' ')).toBe(long)
})

test('every block is shown, and a file Meta does not take is told in words', async () => {
  const image: Block = { kind: 'image', url: '/media/map.png', alt: 'The campus' }
  const desk = await serve({
    publicUrl: 'https://desk.example.edu',
    reply: [
      image,
      { kind: 'document', url: 'https://desk.example.edu/fees.pdf', name: 'Fees 2026' },
      {
        kind: 'location',
        location: { name: 'Library', address: '', latitude: 19, longitude: 72 },
      },
      { ...image, url: '/media/old.png', alt: 'The old campus' },
    ],
  })
  const { api } = desk
  api.trouble = ({ image: sent }) =>
    JSON.stringify(sent ?? '').includes('old.png')
      ? { status: 400, code: 131053, message: '(#131053) Media upload error' }
      : null
  api.say(asha, text('map?'))
  await desk.sent(4)
  expect(api.sent().map(({ message }) => message[String(message.type)])).toEqual([
    { link: 'https://desk.example.edu/media/map.png', caption: 'The campus' },
    { link: 'https://desk.example.edu/fees.pdf', filename: 'fees.pdf', caption: 'Fees 2026' },
    { latitude: 19, longitude: 72, name: 'Library' },
    { body: 'The old campus\nhttps://desk.example.edu/media/old.png', preview_url: false },
  ])
})

test('a file Meta cannot fetch after it took the message is told in words, in its place', async () => {
  const url = 'https://desk.example.edu/map.png'
  const image: Block = { kind: 'image', url, alt: 'The campus' }
  const place = { name: 'Library', address: '', latitude: 19, longitude: 72 }
  const desk = await serve({ reply: [image, { kind: 'location', location: place }] })
  const { api } = desk
  api.unfetchable.add(url)
  api.say(asha, text('map?'))
  await desk.sent(3)
  expect(desk.texts).toContain(`The campus\n${url}`)
  await vi.waitUntil(() => desk.errors.length > 0)
  expect(desk.errors).toMatchObject([{ code: 'delivery/not-arrived', cause: /131053/ }])
})

test('too much at once is obeyed, a failure is tried again, and the order stays', async () => {
  const desk = await serve({
    reply: [textBlock('first'), choices(['Yes', 'No']), textBlock('second')],
  })
  const { api } = desk
  const troubles = [
    { status: 400, code: 131056, message: 'pair rate limit hit' },
    { status: 429, code: 130429, message: 'Rate limit hit', retryAfter: 1 },
    { status: 500, code: 131000, message: 'Something went wrong' },
    { status: 0, silent: true },
  ]
  api.trouble = ({ status }) => (status === 'read' ? null : (troubles.shift() ?? null))
  api.say(asha, text('fees?'))
  await desk.sentInHaste(2)
  expect(desk.texts).toEqual(['first', 'second'])
}, 30_000)

test('a message that does not arrive, and one that is refused, are told to the operator, without the token', async () => {
  const desk = await serve()
  const { api } = desk
  api.unreachable.add(asha)
  const id = api.say(asha, text('fees?'))
  await vi.waitUntil(() => desk.errors.length > 0)
  expect(desk.errors).toMatchObject([
    {
      code: 'delivery/not-arrived',
      message: expect.stringContaining(id),
      cause: '131026 Message Undeliverable.',
    },
  ])
  api.trouble = ({ text: sent }) =>
    sent === undefined ? null : { status: 400, code: 131026, message: 'Message undeliverable' }
  api.say('919876500000', text('fees?'))
  await vi.waitUntil(() => desk.errors.length > 1)
  expect(desk.errors[1]).toMatchObject({ code: 'delivery/given-up' })
  expect(JSON.stringify(desk.observed)).not.toContain(credentials.token)
})

test('a token that does not fit is told, and the message waits for the right one', async () => {
  const desk = await serve({ token: 'EAAGwrong' })
  desk.api.say(asha, text('fees?'))
  await vi.waitUntil(() => desk.errors.length > 0)
  expect(desk.errors[0]).toMatchObject({ code: 'channel/refused', hint: /access token/ })
  await vi.waitUntil(() =>
    desk.observed.some((one) => one.kind === 'delivery' && one.outcome === 'later'),
  )
  expect(JSON.stringify(desk.observed)).not.toContain('EAAGwrong')
})

test('a call may be as large as Meta makes it, and no larger', async () => {
  const desk = await serve()
  const { api } = desk
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      api.incoming(asha, { id: `wamid.${i}`, ...text('x'.repeat(4_000)) }),
    )
  const tooMany = await fetch(desk.url, api.webhook.signed(many(800)))
  expect(tooMany.status).toBe(413)
  expect((await fetch(desk.url, api.webhook.signed(many(100)))).status).toBe(200)
  await desk.sentInHaste(100)
})

test('what is told of another number is left alone, and named', async () => {
  const desk = await serve()
  const { api } = desk
  const value = api.incoming(asha, { id: 'wamid.1', ...text('fees?') })
  const metadata = { display_phone_number: '1', phone_number_id: '999999' }
  const call = api.webhook.signed([{ ...value, metadata }])
  expect((await fetch(desk.url, call)).status).toBe(200)
  expect((await fetch(desk.url, call)).status).toBe(200)
  expect(desk.errors.map(({ code }) => code)).toEqual(['channel/other-number'])
  expect(await desk.heard()).toEqual([])
})

test('what cannot be read is told of, and nothing waits behind it', async () => {
  const desk = await serve()
  const { api } = desk
  const good = api.incoming(asha, { id: 'wamid.2', ...text('fees?') })
  const bad = { ...good, messages: [{ id: 5 }], statuses: [{ status: 'sent' }] }
  await fetch(desk.url, api.webhook.signed([bad, { wrong: true }, good]))
  await desk.sent(1)
  expect(desk.texts).toEqual(['you said fees?'])
  expect(desk.errors.map(({ code }) => code)).toEqual([
    'channel/bad-body',
    'channel/bad-body',
    'channel/bad-body',
  ])
})

function choices(labels: readonly string[]): Block {
  const options = labels.map((label, i): Choice => ({
    id: `s${i}`,
    label,
    means: { kind: 'say', text: label },
  }))
  return { kind: 'choices', options }
}
