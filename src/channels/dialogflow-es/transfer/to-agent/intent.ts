import type { Intent, Language, Phrase, Slot, Value } from '../../../../model/index.ts'
import { idOf } from './ids.ts'
import { messagesOf } from './messages.ts'
import { plainText } from './plain-text.ts'

/** What intents are written with. */
export interface AgentWorld {
  readonly languages: readonly Language[]
  /** The entity of the agent that an entity of the desk is, with its `@`. */
  readonly entityOf: (entity: string) => string
}

/** A parameter in the place of a slot. */
export function parameterOf(slot: Slot, intent: string, { entityOf }: AgentWorld): object {
  const { fallback, value } = valueOf(slot.default, slot.name)
  return {
    id: idOf(intent, slot.name),
    name: slot.name,
    required: slot.required,
    dataType: entityOf(slot.entity),
    value,
    defaultValue: fallback,
    isList: false,
    prompts: Object.entries(slot.ask).flatMap(([language, texts]) =>
      texts.map((text) => ({ lang: language.toLowerCase(), value: plainText(text) ?? text })),
    ),
    promptMessages: [],
    noMatchPromptMessages: [],
    noInputPromptMessages: [],
    outputDialogContexts: [],
  }
}

/** `$context.name` is a value of its own; `$today` is what people say. */
function valueOf(written: Value, name: string): { fallback: string; value: string } {
  const [, context, parameter] = /^\$([^.]+)\.(.+)$/.exec(String(written)) ?? []
  if (context !== undefined && parameter !== undefined)
    return { fallback: '', value: `#${context}.${parameter}` }
  const fallback = written === null ? '' : String(written).replace(/^\$today$/, 'today')
  return { fallback, value: `$${name}` }
}

/** A training phrase, its marks as annotations. */
export function phraseOf(
  { text, language, marks }: Phrase,
  { name, slots }: Intent,
  { entityOf }: AgentWorld,
): object {
  const data: object[] = []
  let end = 0
  const plain = (words: string) => {
    if (words !== '') data.push({ text: words, userDefined: false })
  }
  for (const mark of marks) {
    const entity = slots.find((slot) => slot.name === mark.slot)?.entity ?? 'text'
    plain(text.slice(end, mark.start))
    data.push({
      text: text.slice(mark.start, mark.end),
      meta: entityOf(entity),
      alias: mark.slot,
      userDefined: true,
    })
    end = mark.end
  }
  plain(text.slice(end))
  return {
    id: idOf(name, language, text),
    data,
    isTemplate: false,
    count: 0,
    lang: language.toLowerCase(),
    updated: 0,
  }
}

/** The members of an intent that a desk knows, by what of the desk they come from. */
export function partsOf(intent: Intent, world: AgentWorld) {
  const { messages, isPartial } = messagesOf(intent.answer, world.languages)
  return {
    contexts: intent.within,
    affectedContexts: Object.entries(intent.sets).map(([name, lifespan]) => ({ name, lifespan })),
    messages,
    webhookUsed: isPartial,
    events: intent.events.map((name) => ({ name: name === 'welcome' ? 'WELCOME' : name })),
    fallbackIntent: intent.fallback === true,
    action: intent.action ?? '',
  }
}

/** A whole intent, its members in the console's order. */
export function intentJson(intent: Intent, world: AgentWorld): object {
  const parts = partsOf(intent, world)
  return {
    id: idOf(intent.name),
    name: intent.name,
    auto: true,
    contexts: parts.contexts,
    responses: [
      {
        resetContexts: false,
        action: parts.action,
        affectedContexts: parts.affectedContexts,
        parameters: intent.slots.map((slot) => parameterOf(slot, intent.name, world)),
        messages: parts.messages,
        speech: [],
      },
    ],
    priority: 500_000,
    webhookUsed: parts.webhookUsed,
    webhookForSlotFilling: false,
    fallbackIntent: parts.fallbackIntent,
    events: parts.events,
    conditionalResponses: [],
    condition: '',
    conditionalFollowupEvents: [],
  }
}
