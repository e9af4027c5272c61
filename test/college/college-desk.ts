import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Message,
  type Person,
  plain,
  type SourceSettings,
  type Turn,
} from '../../src/model/index.ts'
import { openDesk, type OpenedDesk } from '../../src/open.ts'
import { openWritableSource } from '../../src/sources/index.ts'
import { loadSqlite } from '../../src/util/load-sqlite.ts'

export const collegeFolder = fileURLToPath(new URL('../../examples/college', import.meta.url))

/** A Monday in term: the clock of the college's conversations. */
export const monday = '2026-11-23T10:00:00+05:30'

/** How the college is opened. */
export interface CollegeOptions {
  /** An ISO instant. */
  readonly now?: string
  readonly env?: Readonly<Record<string, string>>
}

/** The college, opened on databases of its own in a temporary folder. */
export interface CollegeDesk {
  readonly opened: OpenedDesk
  /** Says something and gives the whole turn; without a conversation, in one of its own. */
  take(said: string | Partial<Message>, as?: Person): Promise<Turn>
  /** Says something and gives the reply as plain text. */
  ask(said: string | Partial<Message>, as?: Person): Promise<string>
  /** Every row of every table, as the database files hold them just now. */
  contents(): readonly Contents[]
  /** Changes rows behind the desk's back. */
  change(source: string, sql: string): Promise<void>
  close(): Promise<void>
}

/** A table and all its rows. */
export interface Contents {
  readonly source: string
  readonly table: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

export async function openCollege(options: CollegeOptions = {}): Promise<CollegeDesk> {
  const data = await mkdtemp(join(tmpdir(), 'frontdesk-college-'))
  const instant = Date.parse(options.now ?? monday)
  const opened = await openDesk(collegeFolder, {
    // What is learned is kept in the folder: whoever ran before would decide which model is asked.
    learnsAll: true,
    keep: false,
    clock: () => instant,
    random: () => 0,
    env: options.env ?? {},
    relocate: (settings) =>
      settings.kind === 'sqlite'
        ? { ...settings, file: join(data, `${settings.name}.db`) }
        : settings,
  })
  const take = (said: string | Partial<Message>, as?: Person) => takeIn(opened, instant, said, as)
  return {
    opened,
    take,
    ask: async (said, as) => textOf(await take(said, as)),
    contents: () => opened.definition.sources.flatMap(contentsOf),
    change: (source, sql) => change(opened, source, sql),
    async close() {
      await opened.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** The reply of a turn as plain text. */
export function textOf(turn: Turn): string {
  return turn.reply.blocks.map(plain).join('\n')
}

async function takeIn(
  { desk }: OpenedDesk,
  instant: number,
  said: string | Partial<Message>,
  as?: Person,
): Promise<Turn> {
  const message = {
    id: randomUUID(),
    conversation: randomUUID(),
    channel: 'terminal',
    text: '',
    at: new Date(instant).toISOString(),
    ...(typeof said === 'string' ? { text: said } : said),
  }
  return (await desk.take(message, as === undefined ? {} : { as })).turn
}

function contentsOf(settings: SourceSettings): readonly Contents[] {
  if (settings.kind !== 'sqlite') throw new Error(`${settings.name} is no file`)
  const { DatabaseSync } = loadSqlite()
  const database = new DatabaseSync(settings.file, { readOnly: true })
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").all()
    return tables.map(({ name }) => ({
      source: settings.name,
      table: String(name),
      rows: database.prepare(`select * from "${String(name)}"`).all(),
    }))
  } finally {
    database.close()
  }
}

async function change({ definition }: OpenedDesk, name: string, sql: string): Promise<void> {
  const settings = definition.sources.find((source) => source.name === name)
  if (settings === undefined) throw new Error(`the college has no source ${name}`)
  const source = openWritableSource(settings)
  try {
    await source.transaction((writer) => writer.run(sql))
  } finally {
    await source.close()
  }
}
