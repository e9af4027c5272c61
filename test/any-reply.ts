import type { Block, Choice, Context, Reply, Turn } from '../src/model/index.ts'
import { sampleTurn } from '../src/testing.ts'
import { fc } from './dice.ts'

/** Any text at all: emoji, other scripts, control characters, half surrogates. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0xd7f0, max: 0xe00f }), { maxLength: 5 })
    .map((codes) => String.fromCodePoint(...codes)),
  fc.constantFrom('\\ud83d', '"', '\\', '</script>', '￿', '\u2028', 'x'.repeat(3_000)),
)

const anyUrl = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('/media/map.png', 'tel:+914003', 'mailto:a@b.example', 'javascript:alert(1)', ''),
)

const anyValue = fc.oneof(
  anyText,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
)

const anyMeaning: fc.Arbitrary<Choice['means']> = fc.oneof(
  fc.record({ kind: fc.constant('say' as const), text: anyText }),
  fc.record({ kind: fc.constant('url' as const), url: anyUrl }),
  fc.record({
    kind: fc.constant('intent' as const),
    intent: anyText,
    slots: fc.dictionary(fc.string(), anyValue),
  }),
)

const anyCard = fc.record({
  title: anyText,
  subtitle: anyText,
  facts: fc.array(fc.record({ label: anyText, value: anyText }), { maxLength: 4 }),
  actions: fc.array(fc.record({ label: anyText, url: anyUrl }), { maxLength: 6 }),
})

const place = {
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
}

/** Any block of a reply. */
export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    spans: fc.array(
      fc.oneof(
        fc.record({ text: anyText }),
        fc.record({ text: anyText, bold: fc.boolean(), italic: fc.boolean(), href: anyUrl }),
      ),
      { maxLength: 5 },
    ),
  }),
  fc.record({ kind: fc.constant('image' as const), url: anyUrl, alt: anyText }),
  fc.record({
    kind: fc.constant('location' as const),
    location: fc.record({ name: anyText, address: anyText, ...place }),
  }),
  fc.record({ kind: fc.constant('document' as const), url: anyUrl, name: anyText }),
  fc.record({
    kind: fc.constant('choices' as const),
    options: fc.array(fc.record({ id: anyText, label: anyText, means: anyMeaning }), {
      maxLength: 20,
    }),
  }),
  fc.record({ kind: fc.constant('cards' as const), cards: fc.array(anyCard, { maxLength: 6 }) }),
  anyTable(),
)

function anyTable(): fc.Arbitrary<Block> {
  return fc
    .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 60 }), anyText)
    .chain(([width, height, caption]) =>
      fc.record({
        kind: fc.constant('table' as const),
        caption: fc.constant(caption),
        columns: fc.constant(
          Array.from({ length: width }, (_, i) => ({ label: `c${i}`, align: 'start' as const })),
        ),
        rows: fc.array(fc.array(anyText, { minLength: width, maxLength: width }), {
          maxLength: height,
        }),
      }),
    )
}

const anyContext: fc.Arbitrary<Context> = fc.record({
  name: fc.oneof(anyText, fc.constantFrom('__system_counters__', 'x_id_dialog_context', 'Fees')),
  lifespan: fc.oneof(fc.integer({ min: -1, max: 50 }), fc.constant(1e12)),
  parameters: fc.dictionary(anyText, anyValue, { maxKeys: 4 }),
})

/** Any turn a desk could give. */
export const anyTurn: fc.Arbitrary<Turn> = fc
  .record({
    blocks: fc.array(anyBlock, { maxLength: 8 }),
    contexts: fc.array(anyContext, { maxLength: 4 }),
  })
  .map(({ blocks, contexts }) => {
    const turn = sampleTurn('any', 1)
    return { ...turn, reply: { blocks }, session: { ...turn.session, contexts } }
  })

/** Any reply a desk could give. */
export const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    blocks: fc.array(anyBlock, { maxLength: 6 }),
    asks: fc.record({
      what: fc.constantFrom('phone' as const, 'location' as const),
      label: fc.constant('Share it'),
    }),
    asksNoMore: fc.constant(true as const),
  },
  { requiredKeys: ['blocks'] },
)
