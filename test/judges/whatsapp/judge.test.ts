/** The judge of WhatsApp messages takes what Meta's own samples say, and nothing that breaks a limit. */
import { describe, expect, test } from 'vitest'
import {
  type Interactive,
  type Message,
  samples,
  type Tapped,
  wrongWithMessage,
} from '../../../simulated/whatsapp/documented.mjs'

/** Kinds of message that are samples only: nothing is said of them in the schemas. */
const beyond = /Catalog Message|Product|Order|Flow/

describe('Meta’s own samples of messages', () => {
  test.each(Object.entries(samples.outbound).filter(([name]) => !beyond.test(name)))(
    '%s',
    (_, message) => {
      expect(wrongWithMessage(withType(message))).toEqual([])
    },
  )
})

/** Two of the samples leave the type out, which is required. */
function withType(message: Message): Message {
  const [type] = ['text', 'interactive'].filter((kind) => message[kind] !== undefined)
  return type === undefined || message.type !== undefined ? message : { ...message, type }
}

const to = { messaging_product: 'whatsapp', recipient_type: 'individual', to: '919876543210' }
const button = (title: string, id = title) => ({ type: 'reply', reply: { id, title } })
const asking = (type: string, action: Interactive['action'], body = 'Sure?'): Message => ({
  ...to,
  type: 'interactive',
  interactive: { type, body: { text: body }, action },
})
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `${i}`, title: 'a' }))
const list = (sections: { title?: string; rows: Tapped[] }[], opener = 'Open') =>
  asking('list', { button: opener, sections })

describe('the judge notices', () => {
  const offences: readonly (readonly [string, Message, RegExp])[] = [
    ['a text that is too long', { ...to, type: 'text', text: { body: 'x'.repeat(4097) } }, /4097/],
    ['a text of nothing', { ...to, type: 'text', text: { body: ' ' } }, /empty/],
    [
      'a member nobody knows',
      { ...to, type: 'text', markup: 'html', text: { body: 'x' } },
      /markup/,
    ],
    [
      'a message to nobody',
      { messaging_product: 'whatsapp', type: 'text', text: { body: 'x' } },
      /to/,
    ],
    [
      'four buttons',
      asking('button', { buttons: ['a', 'b', 'c', 'd'].map((id) => button(id)) }),
      /4 items/,
    ],
    ['a long button', asking('button', { buttons: [button('x'.repeat(21))] }), /21 characters/],
    [
      'the same button twice',
      asking('button', { buttons: [button('a', '1'), button('a', '2')] }),
      /twice/,
    ],
    ['a long question', asking('button', { buttons: [button('a')] }, 'x'.repeat(1025)), /1025/],
    ['eleven rows', list([{ rows: rows(11) }]), /11 items/],
    [
      'eleven rows in two sections',
      list([
        { title: 'a', rows: rows(6) },
        { title: 'b', rows: rows(5) },
      ]),
      /ten in all/,
    ],
    ['a long row', list([{ rows: [{ id: '1', title: 'x'.repeat(25) }] }]), /25 characters/],
    [
      'a long description',
      list([{ rows: [{ id: '1', title: 'a', description: 'x'.repeat(73) }] }]),
      /73/,
    ],
    ['a list one cannot open', list([{ rows: rows(1) }], ''), /button is empty/],
    [
      'a place without a position',
      { ...to, type: 'location', location: { name: 'a' } },
      /latitude/,
    ],
    ['a kind of message nobody knows', { ...to, type: 'poll', poll: {} }, /poll/],
  ]
  test.each(offences)('%s', (_, message, complaint) => {
    expect(wrongWithMessage(message).join('\n')).toMatch(complaint)
  })
})
