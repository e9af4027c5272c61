import { wordsOf } from '../util/index.ts'
import type { Taught } from './examples.ts'

/** The sentences that are somebody's phrase to the word: the numbers of the intents they belong to. */
export type Verbatim = ReadonlyMap<string, readonly number[]>

/** Remembers every phrase as it was written, its digits too: "1" and "2" may lead to different places. */
export function verbatimOf(intents: readonly Pick<Taught, 'phrases'>[]): Verbatim {
  const owners = new Map<string, Set<number>>()
  for (const [number, { phrases }] of intents.entries())
    for (const { text } of phrases) {
      const sentence = sentenceOf(text)
      owners.set(sentence, (owners.get(sentence) ?? new Set()).add(number))
    }
  return new Map([...owners].map(([sentence, numbers]) => [sentence, [...numbers]]))
}

/**
 * The number of the one intent whose phrase this text is, or null. Of several, those that more living contexts bind
 * to this moment come first; a phrase that still has two owners tells nothing.
 *
 * @param bound how many contexts an intent needs, all of them alive; -1 where one is not
 */
export function saidVerbatim(
  text: string,
  verbatim: Verbatim,
  bound: (intent: number) => number,
): number | null {
  const owners = (verbatim.get(sentenceOf(text)) ?? []).filter((intent) => bound(intent) >= 0)
  const most = Math.max(...owners.map(bound))
  const [only, another] = owners.filter((intent) => bound(intent) === most)
  return another === undefined ? (only ?? null) : null
}

/** The words in their normal form; of a text without any, such as "👍" or "?", the text. */
function sentenceOf(text: string): string {
  return wordsOf(text).join(' ') || text.trim()
}
