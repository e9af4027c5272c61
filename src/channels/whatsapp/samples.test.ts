/** Meta's own samples of what it tells, read by the channel. */
import { expect, test } from 'vitest'
import { samples } from '../../../simulated/whatsapp/documented.mjs'
import { fc } from '../../../test/dice.ts'
import type { Observation } from '../../model/index.ts'
import { CallReader } from './call-reader.ts'

/** What each sample says; null for one that asks for no answer. */
const said: Readonly<Record<string, object | null>> = {
  'Text Message': { text: 'Does it come in another color?' },
  'Text Message with Context (Product Inquiry)': { text: 'Is this still available?' },
  'Text Message from Click to WhatsApp Ad': { text: 'Hello! Can I get more info on this?' },
  'Reaction Message': null,
  'Image Message': { text: 'Taj Mahal', attachment: { type: 'image/jpeg', size: 0 } },
  'Location Message': { location: { latitude: 37.44221496582, longitude: -122.16165924072 } },
  'Contact Sharing Message': { text: '+1 (983) 555-2319' },
  'Unsupported Message': { attachment: { type: 'application/octet-stream', size: 0 } },
  'Button Message': { text: 'Unsubscribe' },
  'Interactive List Reply Message': { text: 'Priority Mail Express' },
  'Interactive Button Reply Message': { text: 'Cancel' },
  'Order Message': { attachment: { type: 'application/octet-stream', size: 0 } },
  'System Message': null,
  'Group Create Message': null,
  'Group Settings Update': null,
  'Group Remove Participants': null,
}

/** What a reader makes of a call, and what it tells of. */
function read(call: unknown) {
  const observed: Observation[] = []
  const reader = new CallReader({
    name: 'whatsapp',
    number: '106540352242922',
    secret: Buffer.alloc(32, 7),
    clock: () => 0,
    observe: (one) => void observed.push(one),
  })
  return { ...reader.read(call), observed }
}

test.each(Object.entries(samples.inbound))('%s', (name, call) => {
  const { deliveries, reports, observed } = read(call)
  expect([observed, reports]).toEqual([[], []])
  const expected = said[name]
  expect(expected).not.toBe(undefined)
  expect(deliveries.map(({ message }) => message)).toMatchObject(
    expected === null ? [] : [expected ?? {}],
  )
})

test('whatever stands where in a call, it is read or told of, and never thrown at', () => {
  const places = fc.constantFrom(...Object.values(samples.inbound).flatMap(changed))
  fc.assert(
    fc.property(places, fc.anything(), (change, value) => {
      const { deliveries, observed } = read(change(value))
      for (const { message } of deliveries) expect(message.text).toBe(message.text.trim())
      for (const one of observed) expect(one.kind).toBe('error')
    }),
  )
})

type Change = (value: unknown) => unknown

/** Every way to put something else in one place of a value. */
function changed(value: unknown): readonly Change[] {
  if (typeof value !== 'object' || value === null) return [(other) => other]
  const inside = Object.entries(value).flatMap(([name, member]) =>
    changed(member).map(
      (change): Change =>
        (other) =>
          Array.isArray(value)
            ? value.map((each: unknown, i) => (String(i) === name ? change(other) : each))
            : { ...value, [name]: change(other) },
    ),
  )
  return [(other) => other, ...inside]
}
