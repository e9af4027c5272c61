import type { Block } from '../../src/model/reply.ts'

/** Replies the college does not give, and two to talk with, by a word in the question. */
export const fakeReplies: Readonly<Record<string, readonly Block[]>> = {
  faculty: [
    text('Nine people teach Computer Science and Engineering:'),
    {
      kind: 'cards',
      cards: [
        'Anil Rao',
        'Farah Sheikh',
        'आशा शर्मा',
        "Brendan D'Souza",
        'K. Venkatasubramanian',
        'Neha Kulkarni',
        'Harpreet Kaur',
        'Lalit Sharma',
        'Zoya Khan',
      ].map((name, i) => ({
        title: `Prof. ${name}`,
        subtitle: 'Assistant Professor',
        facts: [{ label: 'Cabin', value: `B-${201 + i}` }],
        actions: [{ label: 'Call', url: `tel:+91222555120${i}` }],
      })),
    },
  ],
  fee: [
    text('The fees of the *B.Tech* in Computer Science, for the academic year:'),
    {
      kind: 'table',
      caption: 'B.Tech, second year',
      columns: [
        { label: 'Head', align: 'start' },
        { label: 'Open', align: 'end' },
        { label: 'OBC', align: 'end' },
        { label: 'SC/ST', align: 'end' },
        { label: 'Last date', align: 'start' },
      ],
      rows: [
        ['Tuition', '₹1,43,500', '₹71,750', '₹0', 'Friday, 4 December 2026'],
        ['Development', '₹18,000', '₹18,000', '₹9,000', 'Friday, 4 December 2026'],
        ['Library and laboratory', '₹6,200', '₹6,200', '₹6,200', 'Friday, 4 December 2026'],
        ['Total', '₹1,67,700', '₹95,950', '₹15,200', ''],
      ],
    },
    { kind: 'document', url: 'https://riverdale.example/fees.pdf', name: 'Fee circular (PDF)' },
  ],
  unsafe: [
    {
      kind: 'text',
      spans: [
        { text: 'Do not follow ' },
        { text: 'this', href: 'javascript:document.title=1' },
        { text: ' but ' },
        { text: 'the portal', href: 'https://portal.riverdale.example/' },
      ],
    },
  ],
  urdu: [text('خوش آمدید، کتب خانہ کل صبح نو بجے کھلے گا۔')],
  long: [text('Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(5))],
}

/** What is said when no word is known. */
export const fakeShrug: readonly Block[] = [
  text('I am not sure what you mean. I can tell you about:'),
  choices('Fee structure', 'List the CSE faculty'),
]

/** A text with `*bold*` and `_italic_`. */
export function text(markup: string): Block {
  const pieces = markup.includes('<') ? [markup] : markup.split(/(\*[^*]+\*|_[^_]+_)/)
  const spans = pieces.filter(Boolean).map((piece) => {
    if (piece.startsWith('*')) return { text: piece.slice(1, -1), bold: true }
    if (piece.startsWith('_')) return { text: piece.slice(1, -1), italic: true }
    return { text: piece }
  })
  return { kind: 'text', spans }
}

function choices(...labels: string[]): Block {
  const options = labels.map((label, i) => ({
    id: `c${i + 1}`,
    label,
    means: { kind: 'say' as const, text: label },
  }))
  return { kind: 'choices', options }
}
