const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The first letter as a reader sees it, with its marks: "क्षे" whole, an emoji whole. Empty for an empty text. */
export function firstLetter(text: string): string {
  for (const { segment } of letters.segment(text)) return segment
  return ''
}
