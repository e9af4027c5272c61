/**
 * The entities every desk has, one file each, and the patterns a desk declares. To add a built-in one, write its
 * recogniser beside the others and name it in `built-in.ts` and in `builtInEntities` of the model.
 *
 * @module
 */
import type { EntityDefinition } from '../../model/index.ts'
import { builtIn } from './built-in.ts'
import { recognisePattern } from './pattern.ts'
import type { Recognise } from './recogniser.ts'

export { sharedLocation } from './location.ts'
export { meantOf } from './negated.ts'
export { resolve } from './resolve.ts'

/** One recogniser for the built-in entities and the desk's patterns together. */
export function recogniser(definitions: readonly EntityDefinition[]): Recognise {
  const patterns = definitions.filter((one) => one.kind === 'pattern').map(recognisePattern)
  const all = [...Object.values(builtIn), ...patterns]
  return (text, circumstances) => all.flatMap((recognise) => recognise(text, circumstances))
}
