import type { AgentFile } from './agent-file.ts'
import type { Agent, AgentEntity, AgentIntent, AgentPhrase, Note, SmallTalk } from './agent.ts'
import { agentWithin } from './find-root.ts'
import { flagIn, isObject, numberIn, objectIn, objectsIn, textIn, textsIn } from './json.ts'
import type { JsonObject } from './json.ts'
import { languageTag } from './language-tag.ts'
import { isEntity, readEntity } from './read-entity.ts'
import { isIntent, readIntent } from './read-intent.ts'
import { type JsonFile, readJsonFile } from './read-json-file.ts'
import { readPhrases } from './read-phrases.ts'
import { settleLanguages } from './settle-languages.ts'

/** An agent, and the files it was read from. */
export interface ReadAgent {
  readonly agent: Agent
  /** By their path from the agent's folder. */
  readonly files: readonly AgentFile[]
  readonly notes: readonly Note[]
}

/**
 * Reads an agent from its files, of whatever year and however packed. What cannot be read is noted and passed over.
 * Throws `transfer/no-agent` when there is none.
 *
 * @param called the name of an agent that has none of its own
 */
export function readAgent(opened: readonly AgentFile[], called: string): ReadAgent {
  const notes: Note[] = []
  const files = agentWithin(opened)
  const read = files.flatMap((file) => readJsonFile(file, notes) ?? [])
  const settings = read.find(({ path }) => /^agent\.json$/i.test(path))?.json
  const json = isObject(settings) ? settings : {}
  if (!isObject(settings))
    notes.push({
      kind: 'changed',
      about: 'agent.json',
      what: 'It is not there: the languages are those of the phrases, the rest is as usual.',
    })
  const languages = languagesOf(json, read)
  const [own = 'en'] = languages
  const agent = settleLanguages({
    name: textIn(json, 'displayName').trim() || called,
    languages,
    timezone: textIn(json, 'defaultTimezone').trim(),
    intents: intentsIn(read, own, notes),
    entities: entitiesIn(read, notes),
    smallTalk: read.flatMap(smallTalkIn),
    settings: settingsOf(json),
  })
  notes.push(...read.flatMap(strayNote))
  return { agent, files, notes }
}

const inIntents = /^intents\//i
const inEntities = /^entities\//i
const usersays = /^(.*)_usersays_([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\.json$/i
const entries = /^(.*)_entries_([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\.json$/i
const smallTalk = /^customSmalltalkResponses_(.+)\.json$/i

/** The languages an agent speaks, its own first: said in `agent.json`, or told by the names of files. */
function languagesOf(json: JsonObject, files: readonly JsonFile[]): readonly string[] {
  const own = textIn(json, 'language')
  const told = [own, ...textsIn(json, 'supportedLanguages')]
  const found = files.flatMap(
    ({ path }) => usersays.exec(path)?.[2] ?? entries.exec(path)?.[2] ?? [],
  )
  const counts = new Map<string, number>()
  for (const tag of found) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const byUse = [...counts].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag)
  const tags = [...told, ...byUse].flatMap((tag) => languageTag(tag) ?? [])
  return tags.length > 0 ? [...new Set(tags)] : ['en']
}

function intentsIn(
  files: readonly JsonFile[],
  language: string,
  notes: Note[],
): readonly AgentIntent[] {
  const inside = files.filter(({ path }) => inIntents.test(path))
  const said = phrasesByIntent(inside.filter(({ path }) => usersays.test(path)))
  const intents = inside
    .filter(({ path }) => !usersays.test(path))
    .flatMap(({ path, json }) => {
      if (!isIntent(json)) {
        notes.push(leftOut(path, 'It is no intent, though it lies among them.'))
        return []
      }
      const phrases = said.get(stemOf(path)) ?? []
      said.delete(stemOf(path))
      return [readIntent(json, { file: path, language }, phrases)]
    })
  for (const [stem, phrases] of said)
    notes.push(leftOut(stem, `${phrases.length} phrases belong to an intent that is not there.`))
  return intents
}

/** File names are compared without regard to capitals: some disks keep none. */
function stemOf(path: string): string {
  return path.replace(/\.json$/i, '').toLowerCase()
}

function phrasesByIntent(files: readonly JsonFile[]): Map<string, readonly AgentPhrase[]> {
  const all = new Map<string, readonly AgentPhrase[]>()
  for (const { path, json } of files) {
    const [, stem = '', tag = ''] = usersays.exec(path) ?? []
    const phrases = readPhrases(json, languageTag(tag) ?? 'en')
    all.set(stem.toLowerCase(), [...(all.get(stem.toLowerCase()) ?? []), ...phrases])
  }
  return all
}

function entitiesIn(files: readonly JsonFile[], notes: Note[]): readonly AgentEntity[] {
  const inside = files.filter(({ path }) => inEntities.test(path))
  const lists = inside.filter(({ path, json }) => entries.test(path) && Array.isArray(json))
  return inside
    .filter((file) => !lists.includes(file))
    .flatMap(({ path, json }) => {
      if (!isEntity(json)) {
        notes.push(leftOut(path, 'It is no entity, though it lies among them.'))
        return []
      }
      const own = lists.filter(
        (list) => entries.exec(list.path)?.[1]?.toLowerCase() === stemOf(path),
      )
      return [
        readEntity(
          json,
          path,
          own.map((list) => list.json),
        ),
      ]
    })
}

function smallTalkIn({ path, json }: JsonFile): readonly SmallTalk[] {
  const [, tag] = smallTalk.exec(path) ?? []
  if (tag === undefined) return []
  return objectsIn({ json }, 'json').flatMap((one) => {
    const action = textIn(one, 'action').trim()
    const answers = textsIn(one, 'customAnswers')
    const language = languageTag(tag) ?? 'en'
    return action === '' || answers.length === 0 ? [] : [{ action, language, answers }]
  })
}

function settingsOf(json: JsonObject): Agent['settings'] {
  const webhook = objectIn(json, 'webhook')
  return {
    threshold: numberIn(json, 'mlMinConfidence'),
    webhook: textIn(webhook, 'url').trim(),
    knowledgeBases: textsIn(json, 'enabledKnowledgeBaseNames').length,
    spelling: flagIn(json, 'enableSpellCorrection'),
    sentiment: flagIn(json, 'analyzeQueryTextSentiment'),
    endings: textsIn(objectIn(json, 'googleAssistant'), 'endIntentIds'),
  }
}

/** What lies in an agent's folder and is nothing of it. */
function strayNote({ path }: JsonFile): readonly Note[] {
  const isKnown =
    inIntents.test(path) ||
    inEntities.test(path) ||
    smallTalk.test(path) ||
    /^(agent|package|package-lock)\.json$/i.test(path) ||
    path.includes('/')
  return isKnown ? [] : [leftOut(path, 'It is nothing that an agent has.')]
}

function leftOut(about: string, what: string): Note {
  return { kind: 'left-out', about, what }
}
