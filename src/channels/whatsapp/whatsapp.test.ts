/** A number over real HTTP, against a server that takes nothing Meta does not document. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { serveNumber, type ServedNumber } from '../../../test/judges/whatsapp/served-number.ts'
import { textBlock } from '../../../test/test-app.ts'

const asha = '919876543210'
let served: ServedNumber | null = null

beforeEach(() => {
  served = null
})
afterEach(async () => {
  await served?.close()
  expect(served?.api.mistakes ?? []).toEqual([])
})

async function serve(...given: Parameters<typeof serveNumber>): Promise<ServedNumber> {
  return (served = await serveNumber(...given))
}

function text(body: string) {
  return { type: 'text', text: { body } }
}

test('what is said is answered, marked as read, and its delivery comes back', async () => {
  const { api, sent, observed } = await serve()
  const id = api.say(asha, text('fees?'))
  await sent(1)
  expect(api.sent()[0]).toMatchObject({
    to: asha,
    message: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: asha,
      type: 'text',
      text: { body: 'you said fees?', preview_url: false },
    },
  })
  expect(api.marked).toEqual([id])
  await vi.waitUntil(() => observed.filter(({ kind }) => kind === 'report').length === 2)
  api.open(asha)
  await vi.waitUntil(() => observed.filter(({ kind }) => kind === 'report').length === 3)
  expect(observed.filter(({ kind }) => kind === 'report')).toEqual(
    ['sent', 'delivered', 'read'].map((state) => ({ kind: 'report', channel: 'whatsapp', state })),
  )
})

test('what comes again is answered once and counted once, and nothing is taken before it is kept', async () => {
  let isFull = true
  const number = await serve({ refuse: () => isFull })
  const { api, sent, texts, observed } = number
  api.say(asha, text('fees?'))
  await vi.waitUntil(() => api.webhook.answers.includes(500))
  expect(api.webhook.answers).not.toContain(200)
  isFull = false
  await sent(1)
  await vi.waitUntil(() => api.webhook.isIdle)
  api.webhook.tellAgain()
  await vi.waitUntil(() => api.webhook.isIdle)
  api.say(asha, text('bye'))
  await sent(2)
  await vi.waitUntil(() => api.webhook.isIdle)
  expect(texts()).toEqual(['you said fees?', 'you said bye'])
  expect(observed.filter(({ kind }) => kind === 'report')).toHaveLength(4)
})

test('many messages in one call are each answered, in order', async () => {
  const { api, url, sent, texts } = await serve({ reply: [textBlock('yes')] })
  const values = [1, 2, 3].map((each) => api.incoming(asha, { id: `wamid.${each}`, ...text('a') }))
  expect((await fetch(url, api.webhook.signed(values))).status).toBe(200)
  await sent(3)
  expect(texts()).toEqual(['yes', 'yes', 'yes'])
  expect(api.marked).toEqual(['wamid.1', 'wamid.2', 'wamid.3'])
})
