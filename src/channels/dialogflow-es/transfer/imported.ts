import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { builtInEntities } from '../../../model/index.ts'
import type { DeskDefinition, EntityDefinition, Intent } from '../../../model/index.ts'
import type { AgentFile } from './agent-file.ts'
import type { Agent } from './agent.ts'
import { readFolder } from './folder.ts'
import { readAgent } from './read-agent.ts'
import { deskOf, linksOf } from './to-desk/index.ts'
import type { Links } from './to-desk/index.ts'

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

/** The agent that is kept in the desk, as it was imported; one without anything where none is. */
export async function importedOf(folder: string, read: ReadDefinition): Promise<Imported> {
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
