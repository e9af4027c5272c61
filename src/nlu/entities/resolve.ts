import type { Entity } from '../../model/index.ts'

/** How much more an entity counts that the visitor was asked for. */
const askedFor = 3

/** A value named in full has at least this score. */
const inFull = 0.75

/**
 * Entities without contradiction: where two overlap only in part, the one that explains more letters stays. One within
 * another stays, and so do two for the very same words, because it is the intent that tells which is meant; but not
 * a part of a name within a name said in full. In order of place, then of fit.
 */
export function resolve(entities: readonly Entity[], asked: string | null): readonly Entity[] {
  const weightOf = (one: Entity) => weight(one) * (one.entity === asked ? askedFor : 1)
  const kept: Entity[] = []
  for (const entity of entities.toSorted((a, b) => weightOf(b) - weightOf(a))) {
    if (!kept.some((one) => rulesOut(one, entity))) kept.push(entity)
  }
  return kept.toSorted((a, b) => a.start - b.start || b.score - a.score)
}

/** How much an entity explains: its letters, by how well they fit. */
export function weight({ start, end, score }: Entity): number {
  return (end - start) * score
}

/** Whether two share letters. */
export function overlaps(a: Entity, b: Entity): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `kept`, which explains at least as much, rules the other out. */
function rulesOut(kept: Entity, other: Entity): boolean {
  if (!overlaps(kept, other)) return false
  const isNested = contains(kept, other) || contains(other, kept)
  if (!isNested || kept.entity === other.entity) return true
  const isSameWords = contains(kept, other) && contains(other, kept)
  return !isSameWords && kept.score >= inFull && other.score < inFull
}

function contains(outer: Entity, inner: Entity): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
