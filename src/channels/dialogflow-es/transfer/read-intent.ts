import type { AgentIntent, AgentMessage, AgentParameter, AgentPhrase } from './agent.ts'
import { flagIn, isObject, memberOf, numberIn, objectsIn, textIn, textOf, textsIn } from './json.ts'
import type { JsonObject } from './json.ts'
import { languageTag } from './language-tag.ts'
import { readPhrases } from './read-phrases.ts'

/** Where an intent was found, and the language of what names none. */
export interface IntentPlace {
  readonly file: string
  readonly language: string
}

/** Whether the JSON of a file in `intents/` is an intent at all. */
export function isIntent(json: unknown): json is JsonObject {
  if (!isObject(json)) return false
  return ['responses', 'userSays', 'templates', 'fallbackIntent', 'contexts'].some((key) =>
    Object.hasOwn(json, key),
  )
}

/** Reads an intent, whichever year its export is from; what is missing is as Dialogflow takes it. */
export function readIntent(
  json: JsonObject,
  place: IntentPlace,
  phrases: readonly AgentPhrase[],
): AgentIntent {
  const responses = objectsIn(json, 'responses')
  const [response = {}] = responses
  return {
    id: textIn(json, 'id'),
    parent: textIn(json, 'parentId'),
    name: nameOf(json, place.file),
    file: place.file,
    action: textIn(response, 'action').trim(),
    events: objectsIn(json, 'events')
      .map((event) => textIn(event, 'name').trim())
      .filter((name) => name !== ''),
    within: [...new Set(textsIn(json, 'contexts').map(contextName))],
    sets: objectsIn(response, 'affectedContexts').flatMap(affected),
    resets: flagIn(response, 'resetContexts'),
    parameters: objectsIn(response, 'parameters').flatMap((one) => parameter(one, place)),
    messages: responses.flatMap((one) => messages(one, place)),
    phrases: [...readPhrases(inlinePhrases(json), place.language), ...phrases],
    priority: numberIn(json, 'priority') ?? usualPriority,
    isFallback: flagIn(json, 'fallbackIntent'),
    ends: flagIn(json, 'endInteraction'),
    literal: memberOf(json, 'auto') === false,
    webhook: flagIn(json, 'webhookUsed'),
    webhookForSlots: flagIn(json, 'webhookForSlotFilling'),
    conditional:
      textIn(json, 'condition') !== '' ||
      [...objectsIn(json, 'conditionalResponses'), ...objectsIn(json, 'conditionalFollowupEvents')]
        .length > 0,
  }
}

/** The priority of an intent whose owner never touched it. */
export const usualPriority = 500_000

/** The inner name is the truth; a file's name has lost some characters. */
function nameOf(json: JsonObject, file: string): string {
  const name = textIn(json, 'name').replaceAll(/\s+/g, ' ').trim()
  return name === '' ? (file.split('/').at(-1) ?? '').replace(/\.json$/i, '') : name
}

/** Old exports hold the phrases themselves, the oldest as templates. */
function inlinePhrases(json: JsonObject): readonly unknown[] {
  const says = memberOf(json, 'userSays')
  const templates = textsIn(json, 'templates').map((text) => ({
    data: [{ text }],
    isTemplate: true,
  }))
  return [...(Array.isArray(says) ? (says as readonly unknown[]) : []), ...templates]
}

/** Dialogflow compares contexts without regard to capitals. */
function contextName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}%_-]/gu, '_')
}

function affected(context: JsonObject): AgentIntent['sets'] {
  const name = contextName(textIn(context, 'name'))
  return name === '' ? [] : [{ name, lifespan: numberIn(context, 'lifespan') ?? usualLifespan }]
}

/** Turns a context lives when the export does not say. */
const usualLifespan = 5

function parameter(json: JsonObject, { language }: IntentPlace): readonly AgentParameter[] {
  const name = textIn(json, 'name').trim()
  if (name === '') return []
  return [
    {
      name,
      entity: textIn(json, 'dataType').trim().replace(/^@/, ''),
      value: textIn(json, 'value').trim(),
      fallback: textIn(json, 'defaultValue').trim(),
      required: flagIn(json, 'required'),
      isList: flagIn(json, 'isList'),
      prompts: promptsOf(json, language),
    },
  ]
}

/** Prompts by language; those of the oldest exports are texts without one. */
function promptsOf(json: JsonObject, own: string): AgentParameter['prompts'] {
  const written = memberOf(json, 'prompts')
  const prompts: Record<string, string[]> = {}
  for (const prompt of Array.isArray(written) ? (written as readonly unknown[]) : []) {
    const text = (isObject(prompt) ? textIn(prompt, 'value') : textOf(prompt)).trim()
    if (text === '') continue
    const language = (isObject(prompt) ? languageTag(textIn(prompt, 'lang')) : null) ?? own
    const list = (prompts[language] ??= [])
    if (!list.includes(text)) list.push(text)
  }
  return prompts
}

/** The messages of a response; the oldest exports have a text beside them. */
function messages(response: JsonObject, { language }: IntentPlace): readonly AgentMessage[] {
  const listed = objectsIn(response, 'messages').map((content) => ({
    type: textIn(content, 'type').trim(),
    platform: textIn(content, 'platform').trim().toLowerCase(),
    language: languageTag(textIn(content, 'lang')) ?? language,
    content,
  }))
  const speech = textsIn(response, 'speech')
  if (listed.length > 0 || speech.length === 0) return listed
  return [{ type: '0', platform: '', language, content: { speech } }]
}
