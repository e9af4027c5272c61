import { parseAllDocuments } from 'yaml'
import { builtInEntities } from '../../../../model/index.ts'
import { readAgent } from '../read-agent.ts'
import { deskOf } from '../to-desk/index.ts'

/** Files of an agent by path: JSON, or the text of one. */
export type Files = Readonly<Record<string, unknown>>

/** A document of a desk, with the members tests look at. */
export interface Made {
  readonly intent?: string
  readonly entity?: string
  readonly pattern?: string
  readonly phrases?: readonly string[]
  readonly slots: Readonly<Record<string, unknown>>
  readonly sets?: Readonly<Record<string, number>>
  readonly answer: { readonly reply?: unknown }
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly open?: boolean
  readonly languages?: readonly string[]
}

/** The desk made of these files: its documents by the folder they are in, and the notes. */
export function deskFrom(files: Files) {
  const encoder = new TextEncoder()
  const opened = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: encoder.encode(typeof content === 'string' ? content : JSON.stringify(content)),
  }))
  const { agent, notes } = readAgent(opened, 'agent')
  const desk = deskOf(agent, builtInEntities)
  const documents = (folder: string) =>
    desk.files
      .filter(({ path }) => path.startsWith(folder))
      .flatMap(({ content }) => parseAllDocuments(String(content)).map((one) => one.toJS() as Made))
  return {
    desk: documents('desk.yaml')[0]!,
    intents: documents('intents/'),
    entities: documents('entities/'),
    files: desk.files.map(({ path }) => path),
    notes: [...notes, ...desk.notes],
  }
}

/** An `agent.json` of today. */
export const settings = { language: 'en', defaultTimezone: 'Asia/Kolkata', supportedLanguages: [] }

/** The one intent of an agent that has these members and says these phrases. */
export function intentFrom(json: object, phrases: readonly object[] = [], more: Files = {}) {
  const made = deskFrom({
    'agent.json': settings,
    'intents/Fees.json': { name: 'Fees', responses: [{}], ...json },
    'intents/Fees_usersays_en.json': phrases,
    ...more,
  })
  return { ...made, intent: made.intents[0]! }
}

/** A response of these texts, one after the other. */
export function said(...texts: readonly string[]) {
  return { responses: [{ messages: texts.map((speech) => ({ type: 0, lang: 'en', speech })) }] }
}

/** A parameter that phrases call by its name. */
export function parameter(name: string, dataType: string, more: object = {}) {
  return { name, dataType, value: `$${name}`, isList: false, required: false, ...more }
}
