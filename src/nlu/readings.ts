import type { Entity } from '../model/index.ts'
import { overlaps, weight } from './entities/resolve.ts'
import { wordsAround } from './examples.ts'

/** Readings of one text that are tried; more would only differ in entities nobody meant. */
const mostReadings = 4

/**
 * The ways to read a text with placeholders for its entities. Where several overlap, the first reading takes the one
 * that explains most, the second the next, and so on.
 */
export function readingsWith(
  text: string,
  entities: readonly Entity[],
): readonly (readonly string[])[] {
  const places: Entity[][] = []
  for (const entity of entities.toSorted((a, b) => weight(b) - weight(a))) {
    const place = places.find(([first]) => first !== undefined && overlaps(first, entity))
    if (place === undefined) places.push([entity])
    else place.push(entity)
  }
  const most = Math.max(0, ...places.map((place) => place.length))
  return Array.from({ length: Math.min(most, mostReadings) }, (_, i) =>
    wordsAround(
      text,
      places.map((place) => place[Math.min(i, place.length - 1)]!),
    ),
  )
}
