import type { Example } from './examples.ts'
import type { Features } from './features.ts'

/** By word or placeholder: the intents whose phrases have it, each with in how many of them. */
export type Lexicon = ReadonlyMap<string, ReadonlyMap<number, number>>

/** The words of the examples of every intent. */
export function lexiconOf(examples: readonly Example[]): Lexicon {
  const lexicon = new Map<string, Map<number, number>>()
  for (const { intent, readings } of examples) {
    if (intent < 0) continue
    for (const word of new Set(readings.flat())) {
      const counts = lexicon.get(word) ?? new Map<number, number>()
      lexicon.set(word, counts.set(intent, (counts.get(intent) ?? 0) + 1))
    }
  }
  return lexicon
}

/**
 * By intent: the share of a sentence, 0 to 1, that its phrases do not explain, every word counting by how rare it is.
 * The words of the sentence itself, where it is one of the phrases of `own`, do not explain it.
 */
export function strangeness(
  words: readonly string[],
  { lexicon, features }: { readonly lexicon: Lexicon; readonly features: Features },
  intents: number,
  own = -1,
): Float32Array {
  const strange = new Float32Array(intents).fill(1)
  const distinct = [...new Set(words)]
  const weights = distinct.map((word) => weightOf(word, features))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  distinct.forEach((word, i) => {
    for (const [intent, count] of lexicon.get(word) ?? []) {
      if (count > (intent === own ? 1 : 0)) strange[intent]! -= weights[i]! / all
    }
  })
  return strange
}

/**
 * The share of a sentence, 0 to 1, that no phrase of any intent explains.
 *
 * @param isKnown whether phrases have a word: those of the lexicon, unless some of them are to be left out
 */
export function foreignness(
  words: readonly string[],
  { lexicon, features }: { readonly lexicon: Lexicon; readonly features: Features },
  isKnown: (word: string) => boolean = (word) => lexicon.has(word),
): number {
  const weigh = (some: readonly string[]) =>
    some.reduce((sum, word) => sum + weightOf(word, features), 0)
  const foreign = words.filter((word) => !isKnown(word))
  return foreign.length === 0 ? 0 : weigh(foreign) / weigh(words)
}

function weightOf(word: string, features: Features): number {
  const id = features.ids.get(word)
  return id === undefined ? features.unseen : (features.weights[id] ?? 0)
}
