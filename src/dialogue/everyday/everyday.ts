/**
 * What every desk understands by itself, and an owner may write anew: small talk and commands, in every language it
 * speaks. More of it is one entry more in `small-talk.ts`; a command has its deed in `grant/commands.ts` too.
 *
 * @module
 */
import type { Answer, Intent, Language, Phrase, Wording } from '../../model/index.ts'
import { commands } from './commands.ts'
import type { EverydayTalk } from './everyday-talk.ts'
import { introduction, ownName } from './own-name.ts'
import { smallTalk } from './small-talk.ts'

/**
 * The desk's intents and the everyday ones in the languages it speaks. One of the desk's own by the same name wins.
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
  return [...intents, ...everyday.map((talk) => toIntent(talk, languages))]
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
    .filter(([language]) => languages.includes(language))
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
