/** Whatever a desk replies, each platform takes what is made of it, and all of it is there. */
import { expect, test } from 'vitest'
import { telegram, whatsapp } from '../../src/channels/index.ts'
import { fit } from '../../src/delivery/fit/fit.ts'
import type { Block, Delivery, Messenger, Reply } from '../../src/model/index.ts'
import { anyReply } from '../any-reply.ts'
import { fc } from '../dice.ts'
import { wrongWithCall } from '../../simulated/telegram/documented.mjs'
import { credentials } from '../../simulated/whatsapp/fake-graph-api.mjs'
import { wrongWithMessage } from '../../simulated/whatsapp/documented.mjs'

/** A messenger, its own address of a visitor, and what its judge says of one bubble. */
interface Judged {
  readonly messenger: Messenger
  readonly to: unknown
  readonly wrong: (payload: never) => readonly string[]
}

const world = {
  secret: Buffer.alloc(32, 7),
  clock: () => 0,
  observe: () => {},
  publicUrl: () => 'https://desk.example.edu',
  ownFile: async () => null,
  choose: () => 'Choose',
}

const judged: Readonly<Record<string, Judged>> = {
  telegram: {
    messenger: telegram({
      ...world,
      name: 'telegram',
      token: '1:a',
      updates: 'polling',
      api: 'http://x',
    }).messenger,
    to: { chat: 7 },
    wrong: ({ method, params }: { method: string; params: object }) =>
      wrongWithCall(method, params),
  },
  whatsapp: {
    messenger: whatsapp({
      ...world,
      ...credentials,
      name: 'whatsapp',
      template: null,
      api: 'http://x',
    }).messenger,
    to: { user: { to: '919876543210' }, message: 'wamid.1', known: '919876543210' },
    wrong: ({ type, content, user }: { type: string; content: object; user: object }) =>
      wrongWithMessage({
        messaging_product: 'whatsapp',
        ...user,
        type,
        [type]: content,
      }),
  },
}

for (const [name, { messenger, to, wrong }] of Object.entries(judged)) {
  const shown = (reply: Reply) =>
    messenger
      .render(fit(reply, messenger.shows), { to } as Delivery, 'en')
      .map(({ payload }) => payload as never)

  test(`${name} takes whatever a desk replies`, () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        expect(shown(reply).flatMap(wrong)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test(`nothing of a reply is missing on ${name}`, () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const all = squeezed(shown(reply).flatMap(stringsIn).join('\n'))
        for (const word of reply.blocks.flatMap(wordsIn)) expect(all).toContain(squeezed(word))
      }),
      { numRuns: 300 },
    )
  })
}

/** Every string of a value, in order. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

/** Without white space, and without what a platform's markup adds. */
function squeezed(text: string): string {
  return text.replaceAll(/[\s\u2060*_]/g, '')
}

/** What must be told of a block, in pieces that stay together. */
function wordsIn(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return block.spans.flatMap(({ text }) => inParts(text))
    case 'image':
      return inParts(block.alt)
    case 'document':
      return inParts(block.name)
    case 'location':
      return [block.location.name, block.location.address]
    case 'choices':
      return block.options.flatMap(({ label }) => inParts(label))
    case 'cards':
      return block.cards.flatMap(({ title, subtitle, facts, actions }) =>
        [title, subtitle, ...facts.flatMap(({ label, value }) => [label, value])]
          .concat(actions.map(({ label }) => label))
          .flatMap(inParts),
      )
    case 'table':
      return [
        block.caption,
        ...block.columns.map(({ label }) => label),
        ...block.rows.flat(),
      ].flatMap(inParts)
    default:
      return block satisfies never
  }
}

/** A long text may be parted anywhere: its pieces are looked for. */
function inParts(text: string): readonly string[] {
  return text.length > 200 ? (text.match(/[^]{1,7}/g) ?? []) : [text]
}
