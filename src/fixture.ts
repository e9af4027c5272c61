import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { asFrontdeskError, FrontdeskError } from './errors.ts'
import type { Fixture, Source, SourceSettings, WritableSource, Writer } from './model/index.ts'
import { select } from './model/index.ts'

/** What a desk's fixture module exports: see "Fixtures" in docs/reference/desk-files.md. */
export interface FixtureModule {
  /** Names the data that belongs to this moment; when it changes the data is made anew. */
  edition(now: Date, timezone: string): string
  make(order: {
    readonly now: Date
    readonly timezone: string
    readonly into: Readonly<Record<string, Writer>>
  }): Promise<void>
}

/** What to make, when, and how to read a source and to open it for writing. */
export interface FixtureOrder {
  readonly fixture: Fixture
  readonly sources: readonly SourceSettings[]
  readonly now: Date
  readonly timezone: string
  /** The same sources for reading, by name; they stay open. */
  readonly opened: ReadonlyMap<string, Source>
  readonly openForWriting: (settings: SourceSettings) => WritableSource
}

/**
 * The table that says a database was filled by a fixture. A database without it is somebody's own: it is read as it is
 * and never touched, unless it is empty and its owner says that it may be filled.
 */
const mark = 'frontdesk_fixture'

/** Written while the data is being made, so that a run that died halfway is made again. */
const unfinished = 'unfinished'

/**
 * Makes the SQLite files that are not there, and fills what holds another edition or is empty and may be filled; returns
 * the names of those sources. Rejects with `fixture/failed`.
 */
export async function makeFixture(order: FixtureOrder): Promise<readonly string[]> {
  const module = await load(order.fixture.module)
  const edition = module.edition(order.now, order.timezone)
  const editions = await Promise.all(order.sources.map((settings) => editionIn(settings, order)))
  const stale = order.sources.filter((_, i) => editions[i] !== null && editions[i] !== edition)
  if (stale.length === 0) return []
  try {
    await fill(module, edition, stale, order)
  } catch (thrown) {
    throw failed(thrown, order)
  }
  return stale.map((settings) => settings.name)
}

function failed(cause: unknown, { fixture }: FixtureOrder): FrontdeskError {
  const { code, message } = asFrontdeskError(cause)
  const isRefused = code === 'source/denied' || code === 'source/read-only'
  return new FrontdeskError('fixture/failed', `${fixture.module} failed: ${message}`, {
    cause,
    ...(isRefused ? { hint: refusedHint } : {}),
  })
}

const refusedHint =
  'Give the user of that source the right to make and fill tables, or take the source out of `fills` in desk.yaml.'

async function load(path: string): Promise<FixtureModule> {
  const module: unknown = await import(pathToFileURL(path).href)
  if (isFixtureModule(module)) return module
  throw new FrontdeskError('fixture/failed', `${path} does not export \`edition\` and \`make\`.`)
}

function isFixtureModule(module: unknown): module is FixtureModule {
  return typeof module === 'object' && module !== null && 'edition' in module && 'make' in module
}

/** The edition a database holds; null for one that is somebody's own, or does not let us look. Only reads. */
async function editionIn(settings: SourceSettings, order: FixtureOrder): Promise<string | null> {
  if (settings.kind === 'sqlite' && !existsSync(settings.file)) return unfinished
  const source = order.opened.get(settings.name)
  if (source === undefined) return null
  try {
    return await readMark(source).catch((thrown: unknown) => {
      const isUnmarked = asFrontdeskError(thrown).code === 'source/no-such-table'
      if (isUnmarked && order.fixture.fills.includes(settings.name))
        return editionOfUnmarked(source)
      throw thrown
    })
  } catch (thrown) {
    // Whoever asks this database is told why it does not answer; the others are filled all the same.
    if (asFrontdeskError(thrown).code.startsWith('source/')) return null
    throw thrown
  }
}

async function editionOfUnmarked(source: Source): Promise<string | null> {
  return (await source.tables()).length === 0 ? unfinished : null
}

async function readMark(source: Source): Promise<string> {
  const everything = select({ source: source.name, table: mark, limit: 1, person: null })
  const { result } = await source.query(everything, new AbortController().signal)
  return String(result.rows[0]?.[0] ?? unfinished)
}

/** Makes the data once for all sources, so that keys agree across them, and writes it into the stale ones. */
async function fill(
  module: FixtureModule,
  edition: string,
  stale: readonly SourceSettings[],
  order: FixtureOrder,
): Promise<void> {
  const { now, timezone } = order
  const idle = Object.fromEntries(order.sources.map((settings) => [settings.name, silentWriter]))
  await writing(stale, order, idle, async (into) => {
    for (const settings of stale) await writeMark(into[settings.name], unfinished)
    await module.make({ now, timezone, into })
    for (const settings of stale) await writeMark(into[settings.name], edition)
  })
}

/** Runs `work` inside one transaction per source. */
async function writing(
  sources: readonly SourceSettings[],
  order: FixtureOrder,
  into: Readonly<Record<string, Writer>>,
  work: (into: Readonly<Record<string, Writer>>) => Promise<void>,
): Promise<void> {
  const [settings, ...rest] = sources
  if (settings === undefined) return work(into)
  await inFresh(settings, async (fresh) => {
    const source = order.openForWriting(fresh)
    try {
      await source.transaction((writer) =>
        writing(rest, order, { ...into, [settings.name]: writer }, work),
      )
    } finally {
      await source.close()
    }
  })
}

/** A file is made beside the old one and takes its place when it is whole: whoever reads it never sees half of it. */
async function inFresh(
  settings: SourceSettings,
  work: (settings: SourceSettings) => Promise<void>,
): Promise<void> {
  if (settings.kind !== 'sqlite') return work(settings)
  const fresh = `${settings.file}.making`
  await mkdir(dirname(settings.file), { recursive: true })
  await rm(fresh, { force: true })
  await work({ ...settings, file: fresh })
  await rename(fresh, settings.file)
}

async function writeMark(writer: Writer | undefined, edition: string): Promise<void> {
  await writer?.run(`drop table if exists ${mark}`)
  await writer?.run(`create table ${mark} (edition varchar(100) not null)`)
  await writer?.insert(mark, ['edition'], [[edition]])
}

/** Takes the place of a source whose data is there already. */
const silentWriter: Writer = {
  dialect: 'sqlite',
  run: async () => {},
  insert: async () => {},
}
