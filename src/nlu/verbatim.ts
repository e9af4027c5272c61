import { wordsOf } from '../util/index.ts'
import type { Taught } from './examples.ts'

/** The sentences that are somebody's phrase to the word: the numbers of the intents they belong to. */
export type Verbatim = ReadonlyMap<string, readonly number[]>

/** What people say around a sentence, in its first words or its last, that changes nothing of what it asks. */
const courtesies = new Set(
  wordsOf(
    'please pls plz kindly thanks thanx thx sir madam hi hello hey kripya कृपया bitte danke gracias merci grazie obrigado',
  ),
)

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
 * The number of the one intent whose phrase this text is, courtesies around it aside, or null. Of several, those that more living contexts bind
 * to this moment come first; a phrase that still has two owners tells nothing.
 *
 * @param bound how many contexts an intent needs, all of them alive; -1 where one is not
 */
export function saidVerbatim(
  text: string,
  verbatim: Verbatim,
  bound: (intent: number) => number,
): number | null {
  const said = verbatim.get(sentenceOf(text)) ?? verbatim.get(withoutCourtesies(text)) ?? []
  const owners = said.filter((intent) => bound(intent) >= 0)
  const most = Math.max(...owners.map(bound))
  const [only, another] = owners.filter((intent) => bound(intent) === most)
  return another === undefined ? (only ?? null) : null
}

/** The words in their normal form; of a text without any, such as "👍" or "?", the text. */
function sentenceOf(text: string): string {
  return wordsOf(text).join(' ') || text.trim()
}

function withoutCourtesies(text: string): string {
  const words = wordsOf(text)
  const first = words.findIndex((word) => !courtesies.has(word))
  const last = words.findLastIndex((word) => !courtesies.has(word))
  return words.slice(Math.max(first, 0), last + 1).join(' ')
}
