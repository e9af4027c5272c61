import { type Confusion, type Examination, fewPhrases } from '../nlu/index.ts'

const mostConfusions = 10
const mostPhrases = 4

/** What an owner should know of a desk's phrases, in plain words. */
export function describeExamination(examination: Examination): string {
  const { phrases, accuracy, refused } = examination
  const sections = [
    [
      `Of ${phrases} phrases, each held back in turn, ${percent(accuracy)} are understood as their intent`,
      `and ${percent(refused)} would be refused.`,
    ],
    section('Intents that blur', examination.confusions.slice(0, mostConfusions), describeOne),
    section('The same phrase in two intents', examination.contradictions, ({ text, intents }) => [
      `"${text}" is a phrase of ${intents.join(' and ')}: keep it in one of them.`,
    ]),
    section('Too few phrases', examination.scarce, (one) => [
      `${one.intent} has ${one.phrases}: write at least ${fewPhrases}, in the words visitors use.`,
    ]),
  ]
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function section<Item>(
  title: string,
  items: readonly Item[],
  describe: (item: Item) => readonly string[],
): readonly string[] {
  return items.length === 0
    ? []
    : [`${title}:`, ...items.flatMap(describe).map((line) => `  ${line}`)]
}

function describeOne({ intent, takenFor, phrases }: Confusion): readonly string[] {
  const times = phrases.length === 1 ? 'a phrase' : `${phrases.length} phrases`
  const rest = phrases.length - mostPhrases
  return [
    `${times} of ${intent} would be taken for ${takenFor || 'nothing'}:`,
    ...phrases.slice(0, mostPhrases).map((text) => `  "${text}"`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    ...(phrases.length > 1
      ? [
          `  Add phrases to ${intent} that say what is special about it, or make the two one intent.`,
        ]
      : []),
  ]
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** Side of a cell and room for names, in pixels. */
const cell = 14
const margin = 180

/** The confusion matrix as a picture in SVG: a row for each intent, a column for what its phrases are taken for. */
export function drawConfusions({ examined }: Examination): string {
  const intents = [...new Set(examined.map(({ intent }) => intent))].toSorted()
  const size = margin + intents.length * cell + cell
  const place = new Map(intents.map((intent, i) => [intent, margin + i * cell]))
  const names = [...place].flatMap(([intent, at]) => [
    `<text x="${margin - 4}" y="${at + 11}" text-anchor="end">${escaped(intent)}</text>`,
    `<text transform="translate(${at + 11} ${margin - 4}) rotate(-90)">${escaped(intent)}</text>`,
  ])
  const cells = intents.flatMap((intent) => {
    const own = examined.filter((one) => one.intent === intent)
    return intents.flatMap((other) => {
      const share = own.filter(({ predicted }) => predicted === other).length / own.length
      if (share === 0) return []
      const [x, y] = [place.get(other)!, place.get(intent)!]
      const color = intent === other ? '#1a7f37' : '#cf222e'
      const title = `${escaped(intent)} taken for ${escaped(other)}: ${percent(share)}`
      return `<rect x="${x}" y="${y}" width="${cell}" height="${cell}" fill="${color}" fill-opacity="${share.toFixed(2)}"><title>${title}</title></rect>`
    })
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" font-family="sans-serif" font-size="10">`,
    '<rect width="100%" height="100%" fill="white"/>',
    ...names,
    ...cells,
    '</svg>\n',
  ].join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
