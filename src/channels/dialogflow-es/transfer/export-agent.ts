import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { builtInEntities } from '../../../model/index.ts'
import type { DeskDefinition, EntityDefinition, Intent } from '../../../model/index.ts'
import type { AgentFile } from './agent-file.ts'
import type { Agent, Note } from './agent.ts'
import { entityFiles, filesOfEntity } from './export-entity.ts'
import { fileOf } from './export-file.ts'
import { filesOfIntent, intentFiles } from './export-intent.ts'
import { readFolder } from './folder.ts'
import { isObject, objectIn } from './json.ts'
import { readAgent } from './read-agent.ts'
import { agentJson, dialogflowName, readGson, webhookAddress } from './to-agent/index.ts'
import { deskOf, linksOf } from './to-desk/index.ts'
import type { Links } from './to-desk/index.ts'

/** An agent made from a desk, not yet packed. */
export interface ExportedAgent {
  readonly files: readonly AgentFile[]
  readonly notes: readonly Note[]
}

/** Reads what the files of a desk folder say. */
export type ReadDefinition = (folder: string) => Promise<DeskDefinition>

/** What an agent was when it was imported, and what the desk made of it was then. */
export interface Imported {
  readonly agent: Agent
  readonly files: readonly AgentFile[]
  readonly links: Links
  readonly intents: ReadonlyMap<string, Intent>
  readonly entities: ReadonlyMap<string, EntityDefinition>
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

/** The agent that is kept in the desk, as it was imported; one without anything where none is. */
async function importedOf(folder: string, read: ReadDefinition): Promise<Imported> {
  const { files } = await readFolder(folder)
  if (files.length === 0) return nothing
  const { agent } = readAgent(files, 'agent')
  const was = await definitionOf(agent, read)
  return {
    agent,
    files,
    links: linksOf(agent, builtInEntities),
    intents: new Map(was.intents.map((intent) => [intent.name, intent])),
    entities: new Map(was.entities.map((entity) => [entity.name, entity])),
  }
}

const nothing: Imported = {
  agent: {
    name: '',
    languages: [],
    timezone: '',
    intents: [],
    entities: [],
    smallTalk: [],
    settings: {
      threshold: null,
      webhook: '',
      knowledgeBases: 0,
      spelling: false,
      sentiment: false,
      endings: [],
    },
  },
  files: [],
  links: { intents: new Map(), entities: new Map(), parameterFor: () => undefined },
  intents: new Map(),
  entities: new Map(),
}

/** What the desk said before anybody changed it: made once more from the agent, in a folder that is gone afterwards. */
async function definitionOf(agent: Agent, read: ReadDefinition): Promise<DeskDefinition> {
  const folder = await mkdtemp(join(tmpdir(), 'frontdesk-export-'))
  try {
    for (const { path, content } of deskOf(agent, builtInEntities).files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    return await read(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** In the order of the console: what the agent is, its entities, its intents, the rest. */
function ordered(files: readonly AgentFile[]): readonly AgentFile[] {
  const rank = (path: string) =>
    ['package.json', 'agent.json', 'entities/', 'intents/'].findIndex((start) =>
      path.startsWith(start),
    ) >>> 0
  return files.toSorted((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1))
}
