import type { Block } from '../../src/model/reply.ts'

/** Markup that was planted in a book's title: it must stay text. */
export const plantedTitle = '<img src=x onerror="document.title=\'owned\'"> & <b>Hacking</b>'

const head = {
  title: 'Dr. Meenakshi Sundaram',
  subtitle: 'Professor and Head, Computer Science and Engineering',
  facts: [
    { label: 'Cabin', value: 'B-214' },
    { label: 'Hours', value: 'Mon to Fri, 2 to 4 pm' },
  ],
  actions: [
    { label: 'Call', url: 'tel:+912225551204' },
    { label: 'Write', url: 'mailto:meenakshi@riverdale.example' },
  ],
} as const

/** A reply with every kind of block, by a word in the question. */
export const fakeReplies: Readonly<Record<string, readonly Block[]>> = {
  hod: [
    text(
      '*Dr. Meenakshi Sundaram* heads Computer Science and Engineering. Her number is 022 2555 1204.',
    ),
    { kind: 'cards', cards: [head] },
    choices('Her timetable', 'All CSE faculty', 'Someone else'),
  ],
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
  library: [
    text('From the main gate, walk straight on for 200 metres; the library is on your right.'),
    {
      kind: 'location',
      location: {
        name: 'Central Library',
        address: 'Riverdale campus, north side',
        latitude: 19.0544,
        longitude: 72.8406,
        map: {
          image: '/media/map.svg',
          alt: 'Map of the campus',
          width: 1200,
          height: 800,
          x: 570,
          y: 320,
          route: [
            [100, 640],
            [400, 640],
            [400, 380],
            [570, 380],
            [570, 330],
          ],
        },
      },
    },
  ],
  dbms: [
    text(
      '*DBMS* (CS301) is taught by *Prof. Anil Rao*. Free in the library now:\n• Database System Concepts, Silberschatz: _3 copies_, shelf C-12\n• Fundamentals of Database Systems, Elmasri: _1 copy_, shelf C-12',
    ),
    choices('Prof. Rao’s cabin', 'Other books on databases'),
  ],
  hacking: [
    text(`Found: ${plantedTitle}`),
    { kind: 'cards', cards: [{ ...head, title: plantedTitle }] },
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
  image: [{ kind: 'image', url: '/media/map.svg', alt: 'The campus from above' }],
  urdu: [text('خوش آمدید، کتب خانہ کل صبح نو بجے کھلے گا۔')],
  long: [text('Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(5))],
  हॉस्टल: [text('हॉस्टल में अभी *12 कमरे* खाली हैं। आवेदन की अंतिम तिथि शुक्रवार, 4 दिसंबर है।')],
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
