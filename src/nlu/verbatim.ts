import type { Example } from './examples.ts'

/** The sentences that are somebody's phrase to the word: the numbers of the intents they belong to. */
export type Verbatim = ReadonlyMap<string, readonly number[]>

/** Remembers every phrase as it was written. */
export function verbatimOf(examples: readonly Example[]): Verbatim {
  const owners = new Map<string, Set<number>>()
  for (const { intent, readings } of examples) {
    const sentence = sentenceOf(readings[0] ?? [])
    owners.set(sentence, (owners.get(sentence) ?? new Set()).add(intent))
  }
  return new Map([...owners].map(([sentence, intents]) => [sentence, [...intents]]))
}

/**
 * The number of the one intent whose phrase these words are, or null. Of several, those that more living contexts bind
 * to this moment come first; a phrase that still has two owners tells nothing.
 *
 * @param bound how many contexts an intent needs, all of them alive; -1 where one is not
 */
export function saidVerbatim(
  words: readonly string[],
  verbatim: Verbatim,
  bound: (intent: number) => number,
): number | null {
  const owners = (verbatim.get(sentenceOf(words)) ?? []).filter((intent) => bound(intent) >= 0)
  const most = Math.max(...owners.map(bound))
  const [only, another] = owners.filter((intent) => bound(intent) === most)
  return another === undefined ? (only ?? null) : null
}

function sentenceOf(words: readonly string[]): string {
  return words.join(' ')
}
