import type { Agent, AgentIntent, Note, SmallTalk } from '../agent.ts'
import { own } from '../../../../util/index.ts'
import { textBeforeMarks } from './plain-phrase.ts'
import type { WrittenIntent } from './intents.ts'
import { replyOf } from './reply.ts'
import { smallTalkPhrases } from './small-talk-phrases.ts'

const noSlots = { byAlias: new Map<string, string>(), lists: new Map<string, readonly string[]>() }

/**
 * The small talk whose answers the agent's owner wrote. The export has no phrases for it: they are the desk's own,
 * in the languages it knows some, without those an intent of the agent has.
 */
export function smallTalkOf(agent: Agent, notes: Note[]): readonly WrittenIntent[] {
  const actions = new Map<string, SmallTalk[]>()
  for (const one of agent.smallTalk)
    actions.set(one.action, [...(actions.get(one.action) ?? []), one])
  const said = new Set(agent.intents.flatMap(plainPhrases))
  const written = [...actions].flatMap(
    ([action, talk]) => intentOf(action, talk, { agent, said }) ?? [],
  )
  const missing = [...actions.keys()].filter(
    (action) => !written.some(({ document }) => document.intent === action),
  )
  if (written.length > 0)
    notes.push({
      kind: 'changed',
      about: 'small talk',
      what: `${written.length} answers have phrases of the desk's own: an export has none for small talk.`,
    })
  if (missing.length > 0)
    notes.push({
      kind: 'left-out',
      about: 'small talk',
      what: `The desk knows no phrases in the agent's language, or none an intent does not have, for: ${missing.join(', ')}.`,
    })
  return written
}

function plainPhrases({ phrases }: AgentIntent): readonly string[] {
  return phrases.map(({ parts }) => textBeforeMarks(parts))
}

interface TalkWorld {
  readonly agent: Agent
  /** What the phrases of the agent's intents say, in lower case. */
  readonly said: ReadonlySet<string>
}

function intentOf(
  action: string,
  talk: readonly SmallTalk[],
  { agent, said }: TalkWorld,
): WrittenIntent | null {
  const phrases = agent.languages.flatMap((language) => {
    const known = own(
      own(smallTalkPhrases, base(language)) ?? {},
      action.replace(/^smalltalk\./, ''),
    )
    const phrasesLeft = (known ?? []).filter((phrase) => !said.has(phrase))
    return phrasesLeft.length === 0 ? [] : [[language, phrasesLeft] as const]
  })
  if (phrases.length === 0) return null
  const pieces = agent.languages.map((language) => {
    const answers = talk.filter((one) => one.language === language).flatMap((one) => one.answers)
    return [
      language,
      answers.length === 0 ? [] : [{ kind: 'text' as const, variants: answers }],
    ] as const
  })
  const answer = replyOf(pieces, { slots: noSlots, title: action })
  if (answer === null) return null
  const isOne = agent.languages.length === 1
  return {
    file: 'small-talk',
    comment: '',
    document: {
      intent: action,
      phrases: isOne ? phrases[0]![1] : Object.fromEntries(phrases),
      answer: isOne ? answer : { reply: answer },
    },
  }
}

function base(language: string): string {
  return language.split('-')[0] ?? language
}
