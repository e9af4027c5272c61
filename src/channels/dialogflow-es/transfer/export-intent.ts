import type { Intent } from '../../../model/index.ts'
import { groupBy } from '../../../util/index.ts'
import type { AgentFile } from './agent-file.ts'
import type { AgentIntent } from './agent.ts'
import { fileOf } from './export-file.ts'
import type { ExportWorld } from './export-world.ts'
import { isObject } from './json.ts'
import { agentFileName } from './file-name.ts'
import { changedIntent, intentJson, isSame, phraseOf, readGson } from './to-agent/index.ts'

/** The files of an intent: as they were where nothing was changed, else with the change in them. */
export function filesOfIntent(now: Intent, world: ExportWorld): readonly AgentFile[] {
  const { imported } = world
  const origins = imported.links.intents.get(now.name) ?? []
  const was = imported.intents.get(now.name)
  const [origin] = origins
  if (origin === undefined || was === undefined) return newFiles(now, world)
  const own = origins.flatMap((one) => intentFiles(one, imported.files))
  if (isSame(bare(was), bare(now))) return own
  const path = origin.file
  const json = readGson(own.find((file) => file.path === path)?.bytes ?? new Uint8Array())
  if (!isObject(json)) return newFiles(now, world)
  const parameterFor = (slot: string) => imported.links.parameterFor(origin, slot)
  const changed = changedIntent({ was, now, json, parameterFor }, world)
  const rest = own.filter((file) => file.path !== path)
  return [
    ...fileOf(path, changed),
    ...(isSame(was.phrases, now.phrases)
      ? rest
      : changedPhrases({ was, now, path, files: rest }, world)),
  ]
}

/** Whatever makes an intent what it is, wherever it stands. */
function bare(intent: Intent): object {
  return { ...intent, at: null }
}

/** An intent's own file and those of its phrases. */
export function intentFiles(
  { file }: AgentIntent,
  files: readonly AgentFile[],
): readonly AgentFile[] {
  const stem = file.replace(/\.json$/i, '').toLowerCase()
  return files.filter(({ path }) => {
    const name = path.toLowerCase()
    return (
      path === file ||
      (name.startsWith(`${stem}_usersays_`) && !name.slice(stem.length + 10).includes('_usersays_'))
    )
  })
}

function newFiles(intent: Intent, world: ExportWorld): readonly AgentFile[] {
  // Small talk has files of its own, in which it stands already.
  if (world.imported.agent.smallTalk.some(({ action }) => action === intent.name)) {
    const was = world.imported.intents.get(intent.name)
    if (was !== undefined && !isSame(bare(was), bare(intent)))
      world.notes.push({
        kind: 'left-out',
        about: intent.name,
        what: 'Small talk that was changed goes back as it was.',
      })
    return []
  }
  noteUntold(intent, world)
  const path = `intents/${agentFileName(intent.name)}`
  return [...fileOf(`${path}.json`, intentJson(intent, world)), ...phraseFiles(intent, path, world)]
}

function phraseFiles(intent: Intent, path: string, world: ExportWorld): readonly AgentFile[] {
  return [...groupBy(intent.phrases, ({ language }) => language)].flatMap(([language, phrases]) =>
    fileOf(
      `${path}_usersays_${language.toLowerCase()}.json`,
      phrases.map((phrase) => phraseOf(phrase, intent, world)),
    ),
  )
}

/** An intent whose phrases were changed, its file, and the files its phrases stood in. */
interface ChangedPhrases {
  readonly was: Intent
  readonly now: Intent
  readonly path: string
  readonly files: readonly AgentFile[]
}

/** Languages whose phrases are as they were keep their files; the others are written anew. */
function changedPhrases(
  { was, now, path, files }: ChangedPhrases,
  world: ExportWorld,
): readonly AgentFile[] {
  const of = (intent: Intent, language: string) =>
    intent.phrases.filter((phrase) => phrase.language === language)
  const changed = [
    ...new Set([...was.phrases, ...now.phrases].map(({ language }) => language)),
  ].filter((language) => !isSame(of(was, language), of(now, language)))
  const kept = files.filter(
    (file) =>
      !changed.some((language) =>
        file.path.toLowerCase().endsWith(`_usersays_${language.toLowerCase()}.json`),
      ),
  )
  const phrases = now.phrases.filter(({ language }) => changed.includes(language))
  return [...kept, ...phraseFiles({ ...now, phrases }, path.replace(/\.json$/i, ''), world)]
}

function noteUntold({ name, answer, identity }: Intent, { notes }: ExportWorld): void {
  if (answer.queries.length > 0)
    notes.push({
      kind: 'changed',
      about: name,
      what: 'Its answer comes from a source: the agent asks this desk as its webhook.',
    })
  if (identity !== null)
    notes.push({
      kind: 'changed',
      about: name,
      what: 'It is private: the desk proves who is asking, as the webhook.',
    })
}
