import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Document, isMap, parseDocument } from 'yaml'

/** What is written of one table. */
export interface TableFile {
  readonly source: string
  readonly table: string
  readonly title: string
  readonly plural: string
  readonly naming: readonly string[]
  readonly columns: readonly string[]
  readonly hidden: readonly string[]
  /** By alias. */
  readonly joins: Readonly<
    Record<string, { readonly to: string; readonly column: string; readonly equals: string }>
  >
}

/** Where the database is. A `url` stands in the environment file, and desk.yaml names it. */
export type SourceEntry = { readonly name: string } & (
  | { readonly file: string }
  | { readonly url: string; readonly variable: string }
)

/** What is connected. */
export interface Connection {
  readonly source: SourceEntry
  readonly tables: readonly TableFile[]
  /** Conversations to begin with; empty for none. */
  readonly conversations: string
}

/** A file that would be written: what it says now and what it said. */
export interface PlannedFile {
  /** Relative to the desk folder. */
  readonly file: string
  readonly before: string | null
  readonly after: string
  /** What changes, a line each, such as `+ column age`. */
  readonly changes: readonly string[]
  /** Holds a secret: never shown. */
  readonly secret?: true
}

/** The sources that desk.yaml has already, by name; none where there is no desk.yaml. */
export async function sourcesIn(folder: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await textOf(join(folder, 'desk.yaml'))
  if (text === null) return {}
  const { sources } = (parseDocument(text).toJS() ?? {}) as { sources?: Record<string, unknown> }
  return sources ?? {}
}

/** Every file that connecting a database would write or change. */
export async function planFiles(
  folder: string,
  { source, tables, conversations }: Connection,
): Promise<readonly PlannedFile[]> {
  const planned = [
    await planDesk(folder, source),
    ...('url' in source ? [await planEnv(folder, source), await planIgnore(folder)] : []),
    ...(await Promise.all(tables.map((table) => planTable(folder, table)))),
    ...(conversations === '' ? [] : [await planConversations(folder, source.name, conversations)]),
  ]
  return planned.filter((one) => one.before !== one.after)
}

/** Writes what was planned. */
export async function writeFiles(folder: string, files: readonly PlannedFile[]): Promise<void> {
  for (const { file, after, secret } of files) {
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, after, secret === true ? { mode: 0o600 } : {})
  }
}

async function textOf(path: string): Promise<string | null> {
  return existsSync(path) ? readFile(path, 'utf8') : null
}

async function planDesk(folder: string, source: SourceEntry): Promise<PlannedFile> {
  const before = await textOf(join(folder, 'desk.yaml'))
  const document = parseDocument(before ?? newDesk(folder))
  const known = document.getIn(['sources', source.name])
  if (known === undefined) {
    if (!isMap(document.get('sources'))) document.set('sources', document.createNode({}))
    const entry =
      'file' in source ? { kind: 'sqlite', file: source.file } : { url: `\${${source.variable}}` }
    document.setIn(['sources', source.name], document.createNode(entry, { flow: true }))
  }
  const after = known === undefined ? String(document) : (before ?? '')
  return {
    file: 'desk.yaml',
    before,
    after,
    changes: known === undefined ? [`+ source ${source.name}`] : [],
  }
}

function newDesk(folder: string): string {
  const name = basename(resolve(folder)).replaceAll(/[-_]+/g, ' ')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
  return `# A front desk that answers questions about a database. \`frontdesk check .\` tells what is wrong with
# these files; \`frontdesk serve .\` opens it in the browser. What its tables are called stands in tables/.
name: ${JSON.stringify(name === '' ? 'Desk' : name[0]!.toUpperCase() + name.slice(1))}
timezone: ${zone}
currency: INR # an ISO 4217 code
country: IN # for telephone numbers and the grouping of digits
languages: [en]
channels:
  web: {}
`
}

async function planEnv(
  folder: string,
  source: Extract<SourceEntry, { url: string }>,
): Promise<PlannedFile> {
  const before = await textOf(join(folder, '.env'))
  const lines = (before ?? '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(`${source.variable}=`))
  const after = `${[...lines, `${source.variable}='${source.url}'`].join('\n')}\n`
  return { file: '.env', before, after, changes: [`+ ${source.variable}`], secret: true }
}

async function planIgnore(folder: string): Promise<PlannedFile> {
  const before = await textOf(join(folder, '.gitignore'))
  const missing = ['.env', '.frontdesk/'].filter(
    (line) => !(before ?? '').split('\n').includes(line),
  )
  const after = missing.length === 0 ? (before ?? '') : `${before ?? ''}${missing.join('\n')}\n`
  return { file: '.gitignore', before, after, changes: missing.map((line) => `+ ${line}`) }
}

/** Written once: the conversations are the owner's from then on. */
async function planConversations(
  folder: string,
  source: string,
  text: string,
): Promise<PlannedFile> {
  const file = `conversations/${source}.md`
  const before = await textOf(join(folder, file))
  return { file, before, after: before ?? text, changes: ['+ conversations'] }
}

async function planTable(folder: string, table: TableFile): Promise<PlannedFile> {
  const file = `tables/${fileName(table)}.yaml`
  const before = await textOf(join(folder, file))
  if (before === null)
    return { file, before, after: newTable(table), changes: [`+ table ${table.table}`] }
  const document = parseDocument(before)
  const changes = mergeTable(document, table)
  return { file, before, after: changes.length === 0 ? before : String(document), changes }
}

/** A name for a file on every system. */
function fileName({ source, table }: TableFile): string {
  return `${source}.${table}`.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 120)
}

function newTable({
  source,
  table,
  title,
  plural,
  naming,
  columns,
  hidden,
  joins,
}: TableFile): string {
  const document = new Document({
    table: `${source}.${table}`,
    title,
    plural,
    synonyms: [],
    ...(naming.length > 0 ? { naming } : {}),
    columns: Object.fromEntries(columns.map((column) => [column, {}])),
    ...(hidden.length > 0 ? { hidden } : {}),
    ...(Object.keys(joins).length > 0
      ? { joins: Object.fromEntries(Object.entries(joins).map(joinEntry)) }
      : {}),
  })
  document.commentBefore =
    ' What people call this table and its columns; questions may be asked of the columns listed.'
  for (const member of ['synonyms', 'naming', 'hidden']) setFlow(document, [member])
  for (const column of columns) setFlow(document, ['columns', column])
  for (const alias of Object.keys(joins)) setFlow(document, ['joins', alias])
  const hides = document.get('hidden', true) as { comment?: string } | undefined
  if (hides !== undefined)
    hides.comment = ' looks personal: told to nobody until you move it to columns'
  return String(document)
}

function joinEntry([alias, { to, column, equals }]: [string, TableFile['joins'][string]]) {
  return [alias, { to, on: { [column]: equals } }] as const
}

function setFlow(document: Document, path: readonly string[]): void {
  const node = document.getIn(path, true) as { flow?: boolean } | undefined
  if (node !== undefined) node.flow = true
}

/** Adds what is new and takes out what is gone; everything else the owner wrote stays as it is. */
function mergeTable(document: Document, table: TableFile): readonly string[] {
  const js = (document.toJS() ?? {}) as {
    columns?: Record<string, unknown>
    hidden?: string[]
    joins?: Record<string, unknown>
  }
  const changes: string[] = []
  const known = new Set([...Object.keys(js.columns ?? {}), ...(js.hidden ?? [])])
  const there = new Set([...table.columns, ...table.hidden])
  for (const column of table.columns) {
    if (known.has(column)) continue
    document.setIn(['columns', column], document.createNode({}, { flow: true }))
    changes.push(`+ column ${column}`)
  }
  for (const column of table.hidden) {
    if (known.has(column)) continue
    document.addIn(['hidden'], column)
    changes.push(`+ hidden column ${column}`)
  }
  for (const column of Object.keys(js.columns ?? {})) {
    if (there.has(column)) continue
    document.deleteIn(['columns', column])
    changes.push(`- column ${column}`)
  }
  const joined = new Set(Object.values(js.joins ?? {}).map((one) => JSON.stringify(one)))
  for (const [alias, found] of Object.entries(table.joins)) {
    const entry = joinEntry([alias, found])[1]
    if (joined.has(JSON.stringify(entry)) || alias in (js.joins ?? {})) continue
    document.setIn(['joins', alias], document.createNode(entry, { flow: true }))
    changes.push(`+ join ${alias}`)
  }
  return changes
}
