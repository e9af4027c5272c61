import { existsSync } from 'node:fs'
import { basename, isAbsolute, relative, resolve } from 'node:path'
import {
  type PlannedFile,
  planFiles,
  type SourceEntry,
  sourcesIn,
  type TableFile,
  writeFiles,
} from './config/index.ts'
import { FrontdeskError } from './errors.ts'
import { type LookedInto, lookInto } from './look-into.ts'
import type { SourceSettings } from './model/index.ts'
import { calledBy, isOfPeople, looksPersonal } from './questions/index.ts'
import { openSource } from './sources/index.ts'

/** What is to be connected, and how. */
export interface ConnectOrder {
  /** `sqlite:/path`, `sqlite:path`, `mysql://…`, `mariadb://…` or `postgres://…`. */
  readonly url: string
  readonly folder: string
  /** Public data: no column is treated as personal. */
  readonly open: boolean
  /** Hears each table as it is looked into. */
  readonly told: (table: string, number: number, of: number) => void
}

/** What connecting would do. */
export interface ConnectPlan {
  readonly source: string
  readonly tables: readonly ConnectedTable[]
  /** Views that may show what is hidden elsewhere. */
  readonly leftOut: readonly string[]
  readonly files: readonly PlannedFile[]
  /** Writes the files. */
  readonly write: () => Promise<void>
}

/** A table as it would be connected. */
export interface ConnectedTable {
  readonly name: string
  readonly rows: number
  readonly one: string
  readonly many: string
  readonly columns: readonly string[]
  readonly hidden: readonly string[]
  readonly joins: readonly string[]
  /** Questions that could be asked of it. */
  readonly examples: readonly string[]
}

/** Seconds a look at one table may take. */
const patientSeconds = 60

/** Looks into a database and plans what to write; nothing is written yet. Rejects with a `FrontdeskError`. */
export async function planConnection(order: ConnectOrder): Promise<ConnectPlan> {
  const folder = resolve(order.folder)
  const address = addressOf(order.url)
  const name = await nameFor(address, folder)
  const source = openSource(settingsOf(name, address))
  try {
    const shapes = (await source.tables()).filter(({ name: table }) => !isOwn(table))
    const looked = await lookInto(
      name,
      shapes,
      (query, signal) => source.query(query, signal),
      (table, number) => order.told(table, number, shapes.length),
    )
    const written = looked.map((one) => tableFile(name, one, order.open))
    // A view may show under another name what is hidden elsewhere, so none answers where something is.
    const hides = written.some(({ hidden }) => hidden.length > 0)
    const isLeftOut = ({ shape }: LookedInto) => hides && shape.kind === 'view'
    const kept = looked.filter((one) => !isLeftOut(one))
    const tables = kept.map((one) => tableFile(name, one, order.open))
    const files = await planFiles(folder, {
      source: entryFor(name, address, order),
      tables,
      conversations: conversationsFor(kept, tables),
    })
    return {
      source: name,
      tables: kept.map((one, i) => connected(one, tables[i]!)),
      leftOut: looked.filter(isLeftOut).map(({ shape }) => shape.name),
      files,
      write: () => writeFiles(folder, files),
    }
  } finally {
    await source.close()
  }
}

/** The source as it stands in desk.yaml; an address that may hold a password goes into a variable. */
function entryFor(name: string, address: Address, { folder, url }: ConnectOrder): SourceEntry {
  if (address.kind === 'sqlite') return { name, file: pathFrom(resolve(folder), address.file, url) }
  const variable = `${name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}_URL`
  return { name, url: address.url, variable }
}

/** What Frontdesk itself or a database keeps for itself. */
function isOwn(table: string): boolean {
  return table === 'frontdesk_fixture' || table.startsWith('sqlite_')
}

type Address =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'mysql' | 'postgres'; readonly url: string }

function addressOf(url: string): Address {
  const scheme = /^([a-z]+):/i.exec(url)?.[1]?.toLowerCase()
  if (scheme === 'sqlite') {
    const file = resolve(url.replace(/^sqlite:(?:\/\/(?=\/))?/i, ''))
    if (existsSync(file)) return { kind: 'sqlite', file }
    throw new FrontdeskError('source/no-such-database', `There is no file ${file}.`, { at: file })
  }
  if (scheme === 'mysql' || scheme === 'mariadb')
    return { kind: 'mysql', url: url.replace(/^mariadb:/i, 'mysql:') }
  if (scheme === 'postgres' || scheme === 'postgresql') return { kind: 'postgres', url }
  throw new FrontdeskError(
    'cli/usage',
    `${JSON.stringify(withoutPassword(url))} is no address of a database.`,
    {
      hint: 'Write sqlite:/path/to/file.db, mysql://user:password@host/database or postgres://user:password@host/database.',
    },
  )
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//…@')
}

function settingsOf(name: string, address: Address): SourceSettings {
  const shared = { name, timeoutSeconds: patientSeconds }
  return address.kind === 'sqlite' ? { ...shared, ...address } : { ...shared, ...address, pool: 2 }
}

/** Where the file is as seen from the desk: as it was written, absolute or not. */
function pathFrom(folder: string, file: string, url: string): string {
  return isAbsolute(url.replace(/^sqlite:/i, '')) ? file : relative(folder, file)
}

/** The name of a source: that of its file or database; one that stands for the same thing already keeps its own. */
async function nameFor(address: Address, folder: string): Promise<string> {
  const known = await sourcesIn(folder)
  if (address.kind === 'sqlite') {
    const same = Object.entries(known).find(([, one]) => {
      const { file } = (one ?? {}) as { file?: unknown }
      return typeof file === 'string' && resolve(folder, file) === address.file
    })
    if (same !== undefined) return same[0]
  }
  const written =
    address.kind === 'sqlite'
      ? basename(address.file).replace(/\.[^.]*$/, '')
      : databaseIn(address.url)
  const plain = written.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^[^\p{L}]+/u, '') || 'data'
  if (address.kind !== 'sqlite' || !(plain in known)) return plain
  for (let n = 2; ; n++) if (!(`${plain}-${n}` in known)) return `${plain}-${n}`
}

function databaseIn(url: string): string {
  return URL.canParse(url) ? decodeURIComponent(new URL(url).pathname.slice(1)) : 'data'
}

function tableFile(source: string, { shape, naming, joins }: LookedInto, open: boolean): TableFile {
  const { one, many } = calledBy(shape.name)
  const names = shape.columns.map(({ name }) => name)
  const about = { name: shape.name, isOfPeople: isOfPeople(shape.name, names) }
  const keys = new Set([...shape.primaryKey, ...joins.map(({ column }) => column), ...naming])
  const hidden = open ? [] : names.filter((name) => !keys.has(name) && looksPersonal(name, about))
  const readable = shape.columns
    .filter(({ name, type }) => !hidden.includes(name) && type !== 'bytes')
    .map(({ name }) => name)
  return {
    source,
    table: shape.name,
    title: one,
    plural: many,
    naming,
    columns: readable,
    hidden,
    joins: joinsOf(joins),
  }
}

/** Tables whose questions become conversation tests, at the most. */
const mostTested = 20

/** A conversation for each table whose rows have a name: what holds whatever the rows are. */
function conversationsFor(looked: readonly LookedInto[], files: readonly TableFile[]): string {
  const named = files.filter((_, i) => looked[i]!.naming.length > 0).slice(0, mostTested)
  const said = named.map(
    ({ plural }) =>
      `# How many ${plural}\n\nvisitor: how many ${plural} are there?\ndesk: number of ${plural}\n`,
  )
  return said.join('\n')
}

function joinsOf(joins: LookedInto['joins']): TableFile['joins'] {
  const named: Record<string, TableFile['joins'][string]> = {}
  for (const { column, to, equals } of joins) {
    const role = column.replace(/_?(?:id|code|no|key)$/i, '') || to
    const alias = role.replaceAll(/[^\p{L}\p{N}_-]+/gu, '_').replace(/^[^\p{L}]+/u, '') || 'other'
    let free = alias
    for (let n = 2; free in named; n++) free = `${alias}_${n}`
    named[free] = { to, column, equals }
  }
  return named
}

function connected({ shape, rows, samples, naming }: LookedInto, file: TableFile): ConnectedTable {
  const [name] = naming
  const sample = name === undefined ? undefined : samples.get(name)?.[0]
  const asked = file.columns.find((column) => column !== name && !/id$/i.test(column))
  return {
    name: shape.name,
    rows,
    one: file.title,
    many: file.plural,
    columns: file.columns,
    hidden: file.hidden,
    joins: Object.values(file.joins).map(({ to, column, equals }) => `${column} → ${to}.${equals}`),
    examples: [
      `how many ${file.plural} are there`,
      ...(sample === undefined || asked === undefined
        ? []
        : [`what is the ${asked.replaceAll('_', ' ')} of ${sample}`]),
    ],
  }
}
