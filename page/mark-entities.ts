import type { FoundEntity } from './wire.ts'

/** A piece of a sentence, and the entity it was taken for if any. */
export interface Piece {
  readonly text: string
  readonly found: FoundEntity | null
}

/** A sentence cut where entities begin and end. Of two that overlap the first, then the longer, is marked. */
export function markEntities(text: string, entities: readonly FoundEntity[]): readonly Piece[] {
  const inOrder = entities.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const pieces: Piece[] = []
  let at = 0
  for (const found of inOrder) {
    if (found.start < at || found.end > text.length || found.end <= found.start) continue
    if (found.start > at) pieces.push({ text: text.slice(at, found.start), found: null })
    pieces.push({ text: text.slice(found.start, found.end), found })
    at = found.end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: null })
  return pieces
}
