import { own } from '../../../../util/index.ts'
import { usualPriority } from '../read-intent.ts'
import type { Agent, AgentIntent, Note } from '../agent.ts'
import type { Entities } from './entities.ts'
import { fileNameOf, takeName } from './names.ts'
import { phrasesOf } from './phrases.ts'
import { replyOf } from './reply.ts'
import { responseOf } from './response.ts'
import { slotsOf } from './slots.ts'
import { templateOf } from './template.ts'
import { answersLater } from './sentences.ts'

/** An intent as an owner writes it, and what stands above it as a comment. */
export interface WrittenIntent {
  readonly comment: string
  readonly document: Readonly<Record<string, unknown>> & { readonly intent: string }
  /** The name of its file, without the ending: an intent stands with those it follows. */
  readonly file: string
}

/** What intents are written with. */
export interface IntentWorld {
  readonly agent: Agent
  readonly entities: Entities
  readonly notes: Note[]
}

/** The intents of a desk in the place of an agent's. */
export function intentsOf(world: IntentWorld): readonly WrittenIntent[] {
  const { agent, notes } = world
  const once = united(agent.intents, notes)
  const files = filesOf(once)
  return once.map((intent) => {
    const name = intentName(intent.name)
    if (name !== intent.name)
      notes.push({
        kind: 'changed',
        about: intent.name,
        what: `It is called \`${name}\` in the desk.`,
      })
    return intentOf({ ...intent, name }, files.get(intent) ?? 'intents', world)
  })
}

/** Files that hold an intent of the same name: copies made by hand. Their phrases are put together. */
function united(intents: readonly AgentIntent[], notes: Note[]): readonly AgentIntent[] {
  const byName = new Map<string, AgentIntent>()
  for (const intent of intents) {
    const first = byName.get(intent.name)
    if (first === undefined) byName.set(intent.name, intent)
    else {
      byName.set(intent.name, { ...first, phrases: [...first.phrases, ...intent.phrases] })
      const what = `${intent.file} holds it once more: the phrases are put together, the rest is as ${first.file} has it.`
      notes.push({ kind: 'changed', about: intent.name, what })
    }
  }
  return [...byName.values()]
}

/** The name as it is; what begins with `frontdesk.` is the desk's own. */
export function intentName(name: string): string {
  return name.startsWith('frontdesk.') ? `agent ${name}` : name
}

/** An intent stands in the file of the one it follows, and that in the file of the one before. */
function filesOf(intents: readonly AgentIntent[]): ReadonlyMap<AgentIntent, string> {
  const byId = new Map(intents.toReversed().map((intent) => [intent.id, intent]))
  const taken = new Set<string>()
  const names = new Map<AgentIntent, string>()
  const rootOf = (intent: AgentIntent): AgentIntent => {
    let root = intent
    // A parent may be missing, or, in a file changed by hand, be its own grandchild.
    for (let steps = 0; steps < mostSteps; steps++) {
      const parent = root.parent === '' ? undefined : byId.get(root.parent)
      if (parent === undefined || parent === intent) break
      root = parent
    }
    return root
  }
  const roots = new Map(intents.map((intent) => [intent, rootOf(intent)]))
  for (const root of new Set(roots.values()))
    names.set(root, takeName(fileNameOf(root.name), taken))
  return new Map(intents.map((intent) => [intent, names.get(roots.get(intent)!)!]))
}

const mostSteps = 50

function intentOf(intent: AgentIntent, file: string, world: IntentWorld): WrittenIntent {
  const { agent, entities, notes } = world
  const [language = 'en'] = agent.languages
  const slots = slotsOf(intent, { entities, language, notes })
  const responses = agent.languages.map((one) => [one, responseOf(intent, one)] as const)
  const pieces = responses.map(([one, { pieces: some }]) => [one, some] as const)
  const reply = replyOf(pieces, { slots, title: titleOf(intent.name) })
  const isOff = intent.priority < 0
  const phrases = isOff ? {} : phrasesOf(intent, slots, entities)
  noteUnsaid(
    intent,
    responses.flatMap(([, response]) => response.unsaid),
    notes,
  )
  noteBehaviour(intent, agent, notes)
  if (reply === null) noteSilence(intent, notes)
  return {
    file,
    comment: commentOf(intent, reply === null),
    document: {
      intent: intent.name,
      ...(titleOf(intent.name) === intent.name
        ? {}
        : { title: templateOf(titleOf(intent.name), slots, 'plain') }),
      ...(intent.webhook && intent.action !== '' ? { action: intent.action } : {}),
      ...(intent.events.length > 0 ? { events: eventsOf(intent) } : {}),
      ...(intent.within.length > 0 ? { within: intent.within } : {}),
      ...setsOf(intent, agent),
      ...(intent.isFallback ? { fallback: true } : {}),
      ...phrasesMember(phrases, agent.languages),
      ...(Object.keys(slots.written).length > 0
        ? { slots: slotsMember(slots.written, agent) }
        : {}),
      answer: answerOf(reply ?? answersLater(agent.languages)),
    },
  }
}

/** `makeAdlibStory`, `Berufs_Tätige.allgemein`: as a button says it. */
function titleOf(name: string): string {
  const words = name
    .replaceAll(/[_.]+/g, ' ')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}

/** What is raised when a visitor arrives, whatever the platform calls it. */
function eventsOf({ events }: AgentIntent): readonly string[] {
  const isArrival = events.some((event) => /^WELCOME$/i.test(event))
  const others = events.filter((event) => !/^WELCOME$/i.test(event))
  return [...(isArrival ? ['welcome'] : []), ...new Set(others)]
}

/** The contexts it leaves behind; one that resets them all ends each the agent has. */
function setsOf(intent: AgentIntent, { intents }: Agent): Readonly<Record<string, unknown>> {
  const every = intent.resets ? intents.flatMap((one) => one.within) : []
  const ended = every.map((name) => [name, 0] as const)
  const left = intent.sets.map(({ name, lifespan }) => [name, within(lifespan)] as const)
  const sets = Object.fromEntries([...ended, ...left])
  return Object.keys(sets).length > 0 ? { sets } : {}
}

/** Turns a desk counts. */
function within(lifespan: number): number {
  return Math.min(100, Math.max(0, Math.round(lifespan)))
}

function phrasesMember(
  phrases: Readonly<Record<string, readonly string[]>>,
  [first = 'en', ...more]: readonly string[],
): Readonly<Record<string, unknown>> {
  const languages = Object.keys(phrases)
  if (languages.length === 0) return {}
  const isOne = more.length === 0 && languages.every((language) => language === first)
  return { phrases: isOne ? phrases[first] : phrases }
}

/** In a desk of one language a question needs no tag. */
function slotsMember(
  slots: ReturnType<typeof slotsOf>['written'],
  { languages }: Agent,
): Readonly<Record<string, unknown>> {
  const short = (texts: readonly string[]) => (texts.length === 1 ? texts[0] : texts)
  const [first = 'en', another] = languages
  return Object.fromEntries(
    Object.entries(slots).map(([name, { ask, ...slot }]) => {
      if (ask === undefined) return [name, slot]
      const only = another === undefined ? ask[first] : undefined
      const tagged = Object.entries(ask).map(([tag, texts]) => [tag, short(texts)] as const)
      return [name, { ...slot, ask: only === undefined ? Object.fromEntries(tagged) : short(only) }]
    }),
  )
}

/** A plain text, or variants of one, is an answer by itself. */
function answerOf(reply: NonNullable<ReturnType<typeof replyOf>>): unknown {
  const isPlain = typeof reply === 'string'
  const isVariants = Array.isArray(reply) && reply.every((one) => typeof one === 'string')
  return isPlain || isVariants ? reply : { reply }
}

function commentOf(intent: AgentIntent, isSilent: boolean): string {
  if (!intent.webhook) return isSilent ? ' The agent says nothing here.' : ''
  const action = intent.action === '' ? '' : ` (action ${intent.action})`
  const says = isSilent
    ? 'Write the answer here.'
    : 'What it says without one stands here until an answer from a source does.'
  return ` The agent asked its webhook${action.replaceAll('\n', ' ')}. ${says}`
}

function noteUnsaid(
  intent: AgentIntent,
  unsaid: readonly AgentIntent['messages'][number][],
  notes: Note[],
) {
  const names = unsaid.map(({ platform, type }) => {
    const kind = own(messageKinds, type) ?? type
    return platform === '' ? kind : `${kind} for ${platform}`
  })
  for (const name of new Set(names))
    notes.push({ kind: 'left-out', about: intent.name, what: `A message is not said: ${name}.` })
}

const messageKinds: Readonly<Record<string, string>> = {
  '0': 'text',
  '1': 'card',
  '2': 'quick replies',
  '3': 'image',
  '4': 'custom payload',
  '13': 'a sound to play on the telephone',
  '14': 'speech on the telephone',
  '15': 'a call put through',
}

function noteSilence(intent: AgentIntent, notes: Note[]): void {
  if (intent.webhook) return
  const what = 'The agent says nothing here: the desk says that it has no answer yet.'
  notes.push({ kind: 'to-do', about: intent.name, what })
}

function noteBehaviour(intent: AgentIntent, { settings }: Agent, notes: Note[]): void {
  const { priority, literal, conditional } = intent
  const ends = intent.ends || settings.endings.includes(intent.id)
  const note = (kind: Note['kind'], what: string) => notes.push({ kind, about: intent.name, what })
  if (priority < 0)
    note('left-out', 'It was switched off: its phrases are left out, so nobody gets here by words.')
  if (priority > 0 && priority !== usualPriority)
    note('left-out', `Its priority ${priority}: the likeliest intent wins.`)
  if (literal && intent.phrases.length > 0)
    note(
      'left-out',
      'It took its phrases to the letter only: here they are learned from, as all are.',
    )
  if (conditional) note('left-out', 'It has conditions: the desk answers always.')
  if (ends) note('left-out', 'It ended the conversation: here the visitor may go on.')
  if (intent.resets)
    note('changed', 'It ended every context: the contexts it ends are listed under `sets`.')
}
