/**
 * One file per database. A source is asked a query, as data, and answers with the same values whatever it is. Only
 * `mind.ts` and `open.ts` open sources; the rest of the program is handed what it needs of them.
 *
 * To add a database: write its `<kind>/source.ts`, give it a line in `kinds` below, and pass the contract suite
 * (`contract/`), which `test/sources` runs on every kind listed.
 *
 * @module
 */
import type { Source, SourceKind, SourceSettings, WritableSource } from '../model/index.ts'
import { mysql, mysqlDialect } from './mysql/source.ts'
import { postgres, postgresDialect } from './postgres/source.ts'
import { parametersIn, type SqlParameters } from './sql/parameters.ts'
import { sqlite, sqliteDialect } from './sqlite/source.ts'

export { withBreaker } from './breaker.ts'
export { mysql } from './mysql/source.ts'
export { postgres } from './postgres/source.ts'
export { sqlite } from './sqlite/source.ts'

type Settings<Kind> = Extract<SourceSettings, { kind: Kind }>

/** The kinds of source there are. */
export const kinds = { sqlite, mysql, postgres } satisfies {
  readonly [Kind in SourceKind]: (name: string, settings: Settings<Kind>) => Source
}

/** The source that `desk.yaml` describes, read-only. It connects when it is first asked. */
export function openSource(settings: SourceSettings): Source {
  const open = kinds[settings.kind] as (name: string, options: SourceSettings) => Source
  return open(settings.name, settings)
}

/** The same source opened for writing: a SQLite file that is not there is created. */
export function openWritableSource(settings: SourceSettings): WritableSource {
  const open = kinds[settings.kind] as (name: string, options: SourceSettings & Writable) => Source
  return open(settings.name, { ...settings, writable: true }) as WritableSource
}

const lexicons = [sqliteDialect, mysqlDialect, postgresDialect].map(({ lexicon }) => lexicon)

/** The parameters of SQL text that is sent to a source nobody knows the kind of: its address may come from anywhere. */
export function sqlParameters(text: string): SqlParameters {
  return parametersIn(text, lexicons)
}

interface Writable {
  readonly writable: true
}
