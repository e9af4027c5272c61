import type { EntityDefinition } from '../../model/index.ts'
import { foundBy } from './recogniser.ts'
import type { Recognise } from './recogniser.ts'

/** A recogniser of whole words that fit an owner's pattern. */
export function recognisePattern(
  entity: Extract<EntityDefinition, { kind: 'pattern' }>,
): Recognise {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${entity.pattern})(?![\\p{L}\\p{N}])`, 'giu')
  return (text) =>
    foundBy(entity.name, text, pattern, ([words]) => {
      if (words === '') return null
      return entity.upper ? words.toUpperCase() : words
    })
}
