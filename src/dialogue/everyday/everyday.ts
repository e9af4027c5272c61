/**
 * What every desk understands by itself, and an owner may write anew: small talk and commands, in every language it
 * speaks. More of it is one entry more in `small-talk.ts`; a command has its deed in `grant/commands.ts` too.
 *
 * @module
 */
import type { Answer, Intent, Language, Phrase, Wording } from '../../model/index.ts'
import { groupBy, wordsOf } from '../../util/index.ts'
import { commands, isCommand } from './commands.ts'
import type { EverydayTalk } from './everyday-talk.ts'
import { introduction, ownName } from './own-name.ts'
import { smallTalk } from './small-talk.ts'

/**
 * The desk's intents and the everyday ones in the languages it speaks. One of the desk's own by the same name wins. One
 * that says a phrase of small talk takes over all that this is said with; a command loses the phrase and nothing else.
 */
export function withEveryday(
  intents: readonly Intent[],
  languages: readonly Language[],
): readonly Intent[] {
  const own = new Set(intents.map((intent) => intent.name))
  const everyday: readonly EverydayTalk[] = [
    ...smallTalk,
    ...commands,
    ownName(intents),
    introduction(intents),
  ].filter(({ name }) => !own.has(name))
  const owners = ownersOf(intents)
  const won = new Map<string, readonly Phrase[]>()
  const made = everyday.map((talk) => {
    const intent = toIntent(talk, languages)
    const said = intent.phrases.flatMap(({ text }) => owners.get(sentenceOf(text)) ?? [])
    if (said.length === 0) return intent
    const left = intent.phrases.filter(({ text }) => !owners.has(sentenceOf(text)))
    if (isCommand(intent.name)) return { ...intent, phrases: left }
    const winner = mostOf(said)
    won.set(winner, [...(won.get(winner) ?? []), ...left])
    return { ...intent, phrases: [] }
  })
  return [...intents.map((intent) => withPhrases(intent, won.get(intent.name) ?? [])), ...made]
}

/** Whose each phrase is, as words, of the intents that need no context. */
function ownersOf(intents: readonly Intent[]): ReadonlyMap<string, string> {
  const anyTime = intents.filter(({ within }) => within.length === 0)
  return new Map(
    anyTime.flatMap(({ name, phrases }) => phrases.map(({ text }) => [sentenceOf(text), name])),
  )
}

function sentenceOf(text: string): string {
  return wordsOf(text).join(' ')
}

/** The name that comes most often. */
function mostOf(names: readonly string[]): string {
  const counts = [...groupBy(names, (name) => name)].map(
    ([name, all]) => [name, all.length] as const,
  )
  return counts.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

function withPhrases(intent: Intent, more: readonly Phrase[]): Intent {
  return more.length === 0 ? intent : { ...intent, phrases: [...intent.phrases, ...more] }
}

/** Whether an intent is everyday talk: no subject to go on from, and nothing to name in "did you mean". */
export function isEveryday(intent: Intent, topics: readonly unknown[]): boolean {
  return intent.name.startsWith('frontdesk.') || (intent.topic === '' && topics.length > 0)
}

function toIntent(talk: EverydayTalk, languages: readonly Language[]): Intent {
  return {
    name: talk.name,
    topic: '',
    title: talk.title,
    phrases: phrasesIn(talk, languages),
    slots: talk.keeps === undefined ? [] : [talk.keeps],
    action: null,
    events: [],
    within: [],
    sets: {},
    remembers: talk.keeps === undefined ? [] : [talk.keeps.name],
    identity: null,
    answer: saying(talk.reply),
    at: { file: 'frontdesk', line: 1 },
  }
}

function phrasesIn(talk: EverydayTalk, languages: readonly Language[]): readonly Phrase[] {
  return Object.entries(talk.phrases)
    .filter(([language]) => languages.some((tag) => tag.split('-')[0] === language))
    .flatMap(([language, texts]) => texts.map((text) => ({ text, language, marks: [] })))
}

function saying(reply: Wording): Answer {
  const isSilent = Object.keys(reply).length === 0
  return {
    queries: [],
    nests: [],
    reply: isSilent ? [] : [{ kind: 'text', text: reply, when: null }],
    empty: [],
    error: {},
    next: [],
  }
}
