import { join } from 'node:path'
import { Catalog } from './catalog/index.ts'
import { asSaid, decide, withEveryday } from './dialogue/index.ts'
import { failureObserved } from './errors.ts'
import { makeFixture } from './fixture.ts'
import { bind, recall, speak, type Voice } from './fulfilment/index.ts'
import { withParts } from './with-parts.ts'
import { withQuestions } from './with-questions.ts'
import { type AskWorld, guardedAsk, loadValues } from './guarded-ask.ts'
import { prove } from './identity/index.ts'
import type {
  DeskDefinition,
  Intent,
  Source,
  SourceSettings,
  Speak,
  Stages,
} from './model/index.ts'
import { LiveTables } from './live-tables.ts'
import { deskWords, Learning, questionsApart, understand } from './nlu/index.ts'
import { openSource, openWritableSource, withBreaker } from './sources/index.ts'

/** Seconds that reading the values of a column may take: no visitor waits for them. */
const patientSeconds = 60

/** What the thinking parts of a desk are made with besides its definition. */
export interface MindWorld extends AskWorld {
  /** The desk folder, as an absolute path. */
  readonly folder: string
  /** The instant, in milliseconds since 1970. */
  readonly clock: () => number
  /** Whether the desk runs on, and learns more while it answers. */
  readonly watch?: boolean
  /** Whether it answers only once it has learned everything. */
  readonly learnsAll?: boolean
}

/** Makes the example data of a desk that brings a fixture. Rejects with `fixture/failed`. */
export async function fillExamples(
  { fixture, sources, timezone }: DeskDefinition,
  opened: Sources,
  now: Date,
): Promise<void> {
  if (fixture === null) return
  const openForWriting = openWritableSource
  await makeFixture({ fixture, sources, timezone, now, opened, openForWriting })
}

/** The thinking parts of a desk, and what they hold open. */
export interface Mind {
  readonly stages: Stages
  readonly close: () => Promise<void>
}

/** What visitors may mean: the intents of the desk, and everyday talk. */
export function intentsOf({ intents, languages }: DeskDefinition): readonly Intent[] {
  return withEveryday(intents, languages)
}

/** Learns the desk's phrases, while its data is made and its values are read. */
export async function think(definition: DeskDefinition, world: MindWorld): Promise<Mind> {
  const intents = intentsOf(definition)
  const opening = openSources(definition, intents, world)
  const [learned, known] = await Promise.all([learn(definition, intents, world), opening]).catch(
    async (thrown: unknown) => {
      await opening.then((opened) => opened.close()).catch(() => {})
      throw thrown
    },
  )
  const hear = understand({
    ...definition,
    intents,
    learned,
    findValues: (text, asked) => known.catalog.find(text, asked),
    unread: () => known.catalog.unread(),
  })
  const choose = decide({ ...definition, intents, prove })
  const read = withQuestions(hear, (text, before) => known.tables.read(text, before))
  const listen = withParts(read, questionsApart)
  const stages: Stages = {
    understand: (message, session, facts) => listen(asSaid(message, session), session, facts),
    decide: (message, session, understanding, facts) =>
      choose(asSaid(message, session), session, understanding, facts),
    bind: bind(byName(intents)),
    recall: recall(byName(intents), definition.entities),
    speak: speakOf(definition),
    ask: known.ask,
  }
  if (world.watch && !world.learnsAll) void improve(learned, world)
  const close = async () => {
    await learned.close()
    await known.close()
  }
  return { stages, close }
}

/** A failure costs the better understanding only. */
async function improve(learned: Learning, { observe }: MindWorld): Promise<void> {
  await learned.improve().catch((thrown: unknown) => {
    if (!(thrown instanceof Error && thrown.name === 'AbortError'))
      observe(failureObserved(thrown, 'Learning with the sentence encoder'))
  })
}

async function learn(definition: DeskDefinition, intents: readonly Intent[], world: MindWorld) {
  const start = performance.now()
  const { strictness } = definition
  const learned = await Learning.open(join(world.folder, '.frontdesk'), intents, { strictness })
  if (world.learnsAll) await improve(learned, world)
  const phrases = intents.reduce((sum, intent) => sum + intent.phrases.length, 0)
  const milliseconds = performance.now() - start
  world.observe({ kind: 'model', intents: intents.length, phrases, milliseconds })
  return learned
}

/** What a desk knows from its databases: a way to ask them, and the values that may be named. */
async function openSources(
  definition: DeskDefinition,
  intents: readonly Intent[],
  world: MindWorld,
) {
  const { observe } = world
  const sources = byNameOf(definition.sources, (one) => withBreaker(openSource(one), { observe }))
  const patient = byNameOf(definition.sources, (one) =>
    openSource({ ...one, timeoutSeconds: Math.max(one.timeoutSeconds, patientSeconds) }),
  )
  const ask = guardedAsk(definition, sources, world)
  const askPatiently = guardedAsk(definition, patient, world)
  const catalog = new Catalog({
    entities: definition.entities,
    load: (entity) => loadValues(entity, askPatiently),
    deskWords: deskWords(intents),
    onFailure: (entity, thrown) => observe(failureObserved(thrown, `The values of ${entity}`)),
  })
  const tables = new LiveTables({ definition, sources: patient, ask: askPatiently, observe })
  const close = async () => {
    catalog.close()
    tables.close()
    await Promise.all([closeAll(sources), closeAll(patient)])
  }
  try {
    await fillExamples(definition, sources, new Date(world.clock()))
    await Promise.all([catalog.open(), tables.open()])
    return { ask, catalog, tables, close }
  } catch (thrown) {
    await close()
    throw thrown
  }
}

/** Sources by their names. */
export type Sources = ReadonlyMap<string, Source>

/** Lets go of sources that nobody asks any more. */
export async function closeAll(sources: Sources): Promise<void> {
  await Promise.all([...sources.values()].map((source) => source.close()))
}

/** Opens sources by name. */
export function byNameOf(
  settings: readonly SourceSettings[],
  open: (settings: SourceSettings) => Source,
): Sources {
  return new Map(settings.map((one) => [one.name, open(one)]))
}

/** How a desk says things: needs nothing but its files. */
export function speakOf(definition: DeskDefinition): Speak {
  const intents = intentsOf(definition)
  return speak(voiceOf(definition, byName(intents)))
}

function byName(intents: readonly Intent[]): ReadonlyMap<string, Intent> {
  return new Map(intents.map((intent) => [intent.name, intent]))
}

function voiceOf(definition: DeskDefinition, intents: Voice['intents']): Voice {
  const { name, languages, country, currency, timezone, greeting } = definition
  return {
    desk: name,
    languages,
    locale: { country, currency, timezone },
    intents,
    identities: new Map(definition.identities.map((identity) => [identity.name, identity])),
    sentences: { welcome: greeting, ...definition.sentences },
  }
}
