/** The day after a visitor's last message, in which one may write to them freely; and what happens after it. */
import { afterEach, expect, test, vi } from 'vitest'
import { ServedNumber } from '../../../test/judges/whatsapp/served-number.ts'
import type { ChannelTemplate } from '../../model/index.ts'

const asha = '919876543210'
const hour = 3_600_000
const fees = { type: 'text', text: { body: 'fees?' } }
const template: ChannelTemplate = {
  name: 'your_answer_is_here',
  language: 'en',
  parameters: ['Riverdale College'],
}
const patience = { timeout: 10_000 }
let desk = new ServedNumber({})

afterEach(async () => {
  await desk.close()
  expect(desk.api.mistakes).toEqual([])
})

/** A desk whose first message is on its way when Meta goes away for so long. */
async function awayFor(hours: number, options: { template?: ChannelTemplate } = {}): Promise<void> {
  desk = await new ServedNumber(options).open()
  desk.api.templates.set(template.name, { language: 'en', parameters: 1, status: 'APPROVED' })
  desk.api.trouble = ({ status }) => (status === 'read' ? null : { status: 503 })
  desk.api.say(asha, fees)
  const isLate = () =>
    desk.observed.some((one) => one.kind === 'delivery' && one.outcome === 'later')
  await vi.waitUntil(isLate, patience)
  desk.wait(hours * hour)
  desk.api.trouble = () => null
}

test('an answer that is late by hours is sent', async () => {
  await awayFor(23.9)
  await desk.sent(1)
  expect(desk.texts).toEqual(['you said fees?'])
})

test('after a day it is held, where everybody can see it, until the visitor writes again', async () => {
  await awayFor(24.1)
  await vi.waitUntil(() => desk.errors.length > 0, patience)
  expect(desk.errors).toMatchObject([{ code: 'delivery/held', cause: /no `template`/ }])
  expect(desk.api.sent()).toEqual([])
  desk.wait(2 * hour)
  desk.api.say(asha, { type: 'text', text: { body: 'hello?' } })
  await desk.sent(2)
  expect(desk.texts).toEqual(['you said fees?', 'you said hello?'])
  expect(desk.errors).toHaveLength(1)
})

test('the template calls the visitor back, once, and their answer comes when they write', async () => {
  await awayFor(30, { template })
  await desk.sent(1)
  expect(desk.api.sent()[0]?.message).toMatchObject({
    type: 'template',
    template: {
      name: 'your_answer_is_here',
      language: { code: 'en' },
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'Riverdale College' }] }],
    },
  })
  await vi.waitUntil(() => desk.errors.length > 0, patience)
  expect(desk.errors).toMatchObject([
    { code: 'delivery/held', cause: /your_answer_is_here was sent/ },
  ])
  // A look at it every hour sends nothing more.
  desk.wait(2 * hour)
  await vi.waitUntil(
    () =>
      desk.observed.filter((one) => one.kind === 'delivery' && one.outcome === 'held').length > 1,
    patience,
  )
  desk.api.say(asha, { type: 'button', button: { payload: 'show', text: 'Show me' } })
  await desk.sent(3)
  expect(desk.texts.slice(1)).toEqual(['you said fees?', 'you said Show me'])
})

test('a template with named parameters is filled by name', async () => {
  await awayFor(30, { template: { ...template, parameters: { college: 'Riverdale' } } })
  const known = { language: 'en', parameters: ['college'], status: 'APPROVED' as const }
  desk.api.templates.set(template.name, known)
  await desk.sent(1)
  expect(desk.api.sent()[0]?.message.template?.components).toEqual([
    { type: 'body', parameters: [{ type: 'text', parameter_name: 'college', text: 'Riverdale' }] },
  ])
})

test('a template Meta has not approved leaves the answer held, and says so', async () => {
  await awayFor(30, { template: { ...template, name: 'not_there' } })
  await vi.waitUntil(() => desk.errors.length > 0, patience)
  expect(desk.errors).toMatchObject([{ code: 'delivery/held', cause: /132001/ }])
  desk.api.say(asha, fees)
  await desk.sent(2)
})

test('Meta counts the pair of number and user: what is too much comes later, in order', async () => {
  desk = await new ServedNumber({}).open()
  for (let i = 1; i <= 60; i++) desk.api.say(asha, { type: 'text', text: { body: String(i) } })
  await desk.sentInHaste(60)
  expect(desk.texts).toEqual(Array.from({ length: 60 }, (_, i) => `you said ${i + 1}`))
}, 60_000)
