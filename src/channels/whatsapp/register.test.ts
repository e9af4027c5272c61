/** A number that is told where the desk is, by the calls Meta documents. */
import { afterEach, expect, test } from 'vitest'
import { credentials } from '../../../simulated/whatsapp/fake-graph-api.mjs'
import { ServedNumber } from '../../../test/judges/whatsapp/served-number.ts'
import { graphApi } from './graph.ts'
import { registrar } from './register.ts'

const { signal } = new AbortController()
let desk = new ServedNumber({})
afterEach(() => desk.close())

test('the address is told, Meta looks there for the verify token, and calls it from then on', async () => {
  desk = await new ServedNumber({}).open()
  const url = `${desk.url}?by=another-way`
  await desk.registrar.write(url, signal)
  expect(await desk.registrar.read(signal)).toEqual({ url, trouble: null })
  desk.api.say('919876543210', { type: 'text', text: { body: 'fees?' } })
  await desk.sent(1)
})

test('an address where nobody knows the verify token is refused, and the one before is kept', async () => {
  desk = await new ServedNumber({}).open()
  const call = graphApi(credentials.token, desk.api.url)
  const wrong = registrar({ call, number: credentials.number, verifyToken: 'another' })
  await expect(wrong.write(desk.url, signal)).rejects.toMatchObject({
    code: 'channel/refused',
    message: expect.stringContaining('2200'),
  })
  expect(await desk.registrar.read(signal)).toEqual({ url: desk.url, trouble: null })
})
