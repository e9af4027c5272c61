import { join } from 'node:path'
import type { DeskDefinition } from '../../../model/index.ts'
import type { AgentFile } from './agent-file.ts'
import type { Note } from './agent.ts'
import { entityFiles, filesOfEntity } from './export-entity.ts'
import { fileOf } from './export-file.ts'
import { filesOfIntent, intentFiles } from './export-intent.ts'
import { type Imported, importedOf, type ReadDefinition } from './imported.ts'
import { isObject, objectIn } from './json.ts'
import { agentJson, dialogflowName, readGson, webhookAddress } from './to-agent/index.ts'

/** An agent made from a desk, not yet packed. */
export interface ExportedAgent {
  readonly files: readonly AgentFile[]
  readonly notes: readonly Note[]
}

/** The folder of a desk in which the agent it was made from is kept. */
const keptFolder = 'dialogflow'

/**
 * A desk as a Dialogflow ES agent. Of one that was made from an agent, the agent's own files come back, byte for byte,
 * with what was changed in the desk changed in them; what is new is written as the console would. Writes nothing.
 */
export async function exportAgent(folder: string, read: ReadDefinition): Promise<ExportedAgent> {
  const desk = await read(folder)
  const imported = await importedOf(join(folder, keptFolder), read)
  const notes: Note[] = []
  const world = {
    imported,
    notes,
    languages: desk.languages,
    entityOf: (entity: string) => {
      const origin = imported.links.entities.get(entity)
      return origin === undefined ? dialogflowName(entity) : `@${origin}`
    },
  }
  const written = [
    ...desk.intents.flatMap((intent) => filesOfIntent(intent, world)),
    ...desk.entities.flatMap((entity) => filesOfEntity(entity, world)),
  ]
  const kept = unclaimed(imported)
  const settings = kept.length > 0 ? [] : newAgent(desk)
  const files = [...kept.map((file) => withWebhook(file, desk)), ...settings, ...written]
  return { files: ordered(files), notes }
}

/** What no intent and no entity of the desk was made from: settings, small talk, and files nobody could read. */
function unclaimed({ files, intents, entities, links, agent }: Imported): readonly AgentFile[] {
  const made = [...intents.keys()].flatMap((name) => links.intents.get(name) ?? [])
  const origins = new Set([...entities.keys()].map((name) => links.entities.get(name)))
  const claimed = new Set([
    ...made.flatMap((intent) => intentFiles(intent, files)),
    ...agent.entities
      .filter(({ name }) => origins.has(name))
      .flatMap(({ file }) => entityFiles(file, files)),
  ])
  return files.filter((file) => !claimed.has(file))
}

function newAgent(desk: DeskDefinition): readonly AgentFile[] {
  return [...fileOf('agent.json', agentJson(desk)), ...fileOf('package.json', { version: '1.0.0' })]
}

/** The agent calls this desk, once the world can reach it; else its settings stay as they are. */
function withWebhook(file: AgentFile, desk: DeskDefinition): AgentFile {
  const url = webhookAddress(desk)
  if (file.path !== 'agent.json' || url === null) return file
  const json = readGson(file.bytes)
  if (!isObject(json)) return file
  const webhook = { ...objectIn(json, 'webhook'), url, available: true }
  return fileOf(file.path, { ...json, webhook })[0] ?? file
}

/** In the order of the console: what the agent is, its entities, its intents, the rest. */
function ordered(files: readonly AgentFile[]): readonly AgentFile[] {
  const rank = (path: string) =>
    ['package.json', 'agent.json', 'entities/', 'intents/'].findIndex((start) =>
      path.startsWith(start),
    ) >>> 0
  return files.toSorted((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1))
}
