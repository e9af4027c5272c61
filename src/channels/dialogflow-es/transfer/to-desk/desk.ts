import type { AgentFile } from '../agent-file.ts'
import type { Agent, Note } from '../agent.ts'
import { Entities } from './entities.ts'
import { intentsOf } from './intents.ts'
import { fileNameOf, takeName } from './names.ts'
import { isTimezone, placeOf } from './place.ts'
import { smallTalkOf } from './small-talk.ts'
import { yamlOf, type WrittenDocument } from './write-yaml.ts'

/** A file of a desk, by its path in the folder. */
export interface DeskFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** A desk made from an agent. */
export interface DraftDesk {
  readonly files: readonly DeskFile[]
  readonly notes: readonly Note[]
  readonly figures: Figures
}

/** How much a desk was made of. */
export interface Figures {
  readonly intents: number
  readonly phrases: number
  readonly entities: number
}

/**
 * A desk that does what the agent did: its files as text, and what is not as it was.
 *
 * @param builtIn the entities every desk has
 */
export function deskOf(agent: Agent, builtIn: readonly string[]): DraftDesk {
  const notes: Note[] = []
  const entities = new Entities(agent, builtIn, notes)
  const written = intentsOf({ agent, entities, notes })
  const talk = smallTalkOf(agent, notes)
  const intents = [...written, ...talk]
  noteSettings(agent, notes)
  return {
    files: [
      { path: 'desk.yaml', content: deskYaml(agent, notes) },
      ...grouped(intents.map((one) => ({ ...one, folder: 'intents' }))),
      ...grouped(
        entities.written().map((document) => ({
          file: fileNameOf(document.entity),
          folder: 'entities',
          comment: '',
          document: { ...document },
        })),
      ),
    ],
    notes,
    figures: {
      intents: intents.length,
      phrases: agent.intents.reduce((sum, { phrases }) => sum + phrases.length, 0),
      entities: entities.written().length,
    },
  }
}

interface Placed extends WrittenDocument {
  readonly folder: string
  readonly file: string
}

/** Documents of one file together, in the order they came. */
function grouped(documents: readonly Placed[]): readonly DeskFile[] {
  const byFile = new Map<string, Placed[]>()
  for (const one of documents) {
    const path = `${one.folder}/${one.file}.yaml`
    byFile.set(path, [...(byFile.get(path) ?? []), one])
  }
  const taken = new Set<string>()
  return [...byFile].map(([path, some]) => ({
    path: `${takeName(path.replace(/\.yaml$/, ''), taken)}.yaml`,
    content: yamlOf(some),
  }))
}

function deskYaml(agent: Agent, notes: Note[]): string {
  const [own = 'en'] = agent.languages
  const place = placeOf(agent.timezone, own)
  if (agent.timezone !== '' && !isTimezone(agent.timezone))
    notes.push({
      kind: 'to-do',
      about: 'agent.json',
      what: `The time zone \`${agent.timezone}\` is not known: the desk has ${place.timezone}.`,
    })
  return yamlOf([
    {
      comment:
        ' Made from a Dialogflow agent; what is not as it was stands in import-report.md.\n The country and the currency are guessed: look at them.',
      document: {
        name: withoutVariables(agent.name),
        languages: agent.languages,
        ...place,
        channels: { web: {} },
      },
    },
  ])
}

/** In desk.yaml `${NAME}` is a variable of the environment. */
function withoutVariables(text: string): string {
  return text.replaceAll('${', '$ {').trim() || 'Desk'
}

function noteSettings({ settings }: Agent, notes: Note[]): void {
  const { threshold, knowledgeBases, spelling, sentiment } = settings
  const note = (kind: Note['kind'], what: string) => notes.push({ kind, about: 'agent.json', what })
  if (threshold !== null && threshold !== usualThreshold)
    note(
      'changed',
      `An intent needed a confidence of ${threshold}: set \`strictness\` in desk.yaml where the desk is too sure or too shy.`,
    )
  if (knowledgeBases > 0)
    note(
      'left-out',
      'The documents of its knowledge bases are not in an export: make them a table, or intents.',
    )
  if (spelling)
    note('changed', 'Spelling was corrected: the desk reads over misspelt words by itself.')
  if (sentiment) note('left-out', 'The sentiment of what was said: the desk does not measure it.')
}

const usualThreshold = 0.3

/** The agent's own files, kept in the desk so that it can be taken back. */
export function keptFiles(files: readonly AgentFile[]): readonly DeskFile[] {
  return files.map(({ path, bytes }) => ({ path: `dialogflow/${path}`, content: bytes }))
}
