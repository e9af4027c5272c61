import type { Example } from './examples.ts'

/** The sentences that are somebody's phrase to the word: the number of the one intent they belong to. */
export type Verbatim = ReadonlyMap<string, number>

/** Remembers every phrase as it was written; one that two intents have tells nothing. */
export function verbatimOf(examples: readonly Example[]): Verbatim {
  const owners = new Map<string, number>()
  for (const { intent, readings } of examples) {
    const sentence = sentenceOf(readings[0] ?? [])
    const owner = owners.get(sentence) ?? intent
    owners.set(sentence, owner === intent ? intent : shared)
  }
  return new Map([...owners].filter(([, owner]) => owner !== shared))
}

/** The number of the intent whose phrase these words are, or null. */
export function saidVerbatim(words: readonly string[], verbatim: Verbatim): number | null {
  return verbatim.get(sentenceOf(words)) ?? null
}

const shared = -1

function sentenceOf(words: readonly string[]): string {
  return words.join(' ')
}
