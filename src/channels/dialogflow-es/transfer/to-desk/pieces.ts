/** One thing a response says, shows or offers, in one language and not yet as a template. */
export type Piece =
  /** One of several ways to say it. */
  | { readonly kind: 'text'; readonly variants: readonly string[] }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string }
  | { readonly kind: 'document'; readonly url: string; readonly name: string }
  | { readonly kind: 'choices'; readonly options: readonly Option[] }

/** Something to tap: it says its label, something else, or opens an address. */
export interface Option {
  readonly label: string
  readonly say: string
  readonly url: string
}

/** A text that is said one way only, or nothing for an empty one. */
export function said(text: string): readonly Piece[] {
  return text.trim() === '' ? [] : [{ kind: 'text', variants: [text.trim()] }]
}

/** Choices with each label once; nothing where there is none. */
export function offered(options: readonly Option[]): readonly Piece[] {
  const byLabel = new Map(options.map((option) => [option.label, option]))
  return byLabel.size === 0 ? [] : [{ kind: 'choices', options: [...byLabel.values()] }]
}

/** Neighbouring choices put together. */
export function gathered(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last?.kind === 'choices' && piece.kind === 'choices')
      all.splice(-1, 1, ...offered([...last.options, ...piece.options]))
    else all.push(piece)
  }
  return all
}

/** Whether an address leads somewhere a visitor may be sent. */
export function isAddress(text: string): boolean {
  return /^(https?:\/\/[^\s/]|mailto:\S|tel:\S)/i.test(text)
}
