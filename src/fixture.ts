import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { asFrontdeskError, FrontdeskError } from './errors.ts'
import type { SourceSettings, WritableSource, Writer } from './model/index.ts'
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

/** What to make, when, and how to open a source for writing. */
export interface FixtureOrder {
  /** The module, as an absolute path. */
  readonly module: string
  readonly sources: readonly SourceSettings[]
  readonly now: Date
  readonly timezone: string
  readonly openForWriting: (settings: SourceSettings) => WritableSource
}

/**
 * The table that says a database was filled by a fixture. A database that has tables but not this one is somebody's
 * own: it is read as it is and never touched.
 */
const mark = 'frontdesk_fixture'

/** Written while the data is being made, so that a run that died halfway is made again. */
const unfinished = 'unfinished'

/** Fills the sources that are empty or hold another edition; returns the names of those it filled. */
export async function makeFixture(order: FixtureOrder): Promise<readonly string[]> {
  const module = await load(order.module)
  const edition = module.edition(order.now, order.timezone)
  const editions = await Promise.all(order.sources.map((settings) => editionIn(settings, order)))
  const stale = order.sources.filter((_, i) => editions[i] !== null && editions[i] !== edition)
  if (stale.length === 0) return []
  try {
    await fill(module, edition, stale, order)
  } catch (thrown) {
    const failure = asFrontdeskError(thrown)
    throw new FrontdeskError('fixture/failed', `${order.module} failed: ${failure.message}`, {
      cause: thrown,
    })
  }
  return stale.map((settings) => settings.name)
}

async function load(path: string): Promise<FixtureModule> {
  const module: unknown = await import(pathToFileURL(path).href)
  if (isFixtureModule(module)) return module
  throw new FrontdeskError('fixture/failed', `${path} does not export \`edition\` and \`make\`.`)
}

function isFixtureModule(module: unknown): module is FixtureModule {
  return typeof module === 'object' && module !== null && 'edition' in module && 'make' in module
}

/** The edition a database holds; null for one that is somebody's own, or does not let us look. */
async function editionIn(settings: SourceSettings, order: FixtureOrder): Promise<string | null> {
  if (settings.kind === 'sqlite' && !existsSync(settings.file)) return unfinished
  const source = order.openForWriting(settings)
  try {
    const tables = await source.tables()
    if (tables.length === 0) return unfinished
    return tables.some((table) => table.name === mark) ? await readMark(source) : null
  } catch (thrown) {
    // Whoever asks this database is told why it does not answer; the others are filled all the same.
    if (asFrontdeskError(thrown).code.startsWith('source/')) return null
    throw thrown
  } finally {
    await source.close()
  }
}

async function readMark(source: WritableSource): Promise<string> {
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
