import type { EntityDefinition } from '../../../model/index.ts'
import type { AgentFile } from './agent-file.ts'
import { fileOf } from './export-file.ts'
import type { ExportWorld } from './export-world.ts'
import { agentFileName } from './file-name.ts'
import { isObject } from './json.ts'
import { entityJson, entriesJson, isSame, readGson } from './to-agent/index.ts'

/** The files of an entity: as they were where nothing was changed; one of the system's has none until it is changed. */
export function filesOfEntity(now: EntityDefinition, world: ExportWorld): readonly AgentFile[] {
  const { imported, notes, languages } = world
  const origin = imported.links.entities.get(now.name)
  const declared = imported.agent.entities.find(({ name }) => name === origin)
  const was = imported.entities.get(now.name)
  const own = declared === undefined ? [] : entityFiles(declared.file, imported.files)
  if (was !== undefined && isSame(was, now)) return own
  if (origin?.startsWith('sys.') === true) {
    notes.push({
      kind: 'left-out',
      about: now.name,
      what: `It is Dialogflow's own \`@${origin}\`: values added to it stay here.`,
    })
    return own
  }
  if (now.kind === 'column')
    notes.push({
      kind: 'changed',
      about: now.name,
      what: 'Its values are live: the agent knows only those with synonyms, and the desk the rest.',
    })
  const stem = declared?.file.replace(/\.json$/i, '') ?? `entities/${agentFileName(now.name)}`
  const json = own[0] === undefined ? {} : readGson(own[0].bytes)
  const head = {
    ...entityJson(now),
    ...(isObject(json) ? { ...json, automatedExpansion: 'open' in now } : {}),
  }
  const [language = 'en'] = languages
  return [
    ...fileOf(`${stem}.json`, isObject(json) && own.length > 0 ? head : entityJson(now)),
    ...fileOf(`${stem}_entries_${language.toLowerCase()}.json`, entriesJson(now)),
  ]
}

/** An entity's own file, first, and those of its values. */
export function entityFiles(file: string, files: readonly AgentFile[]): readonly AgentFile[] {
  const stem = file.replace(/\.json$/i, '').toLowerCase()
  const own = files.filter(({ path }) => path === file)
  return [...own, ...files.filter(({ path }) => path.toLowerCase().startsWith(`${stem}_entries_`))]
}
