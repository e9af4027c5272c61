import type { Language, Table } from '../model/index.ts'
import { ownFolder } from './files/own-files.ts'
import { type Names, namesIn } from './files/names.ts'
import type { DeskFolder } from './files/parse-folder.ts'
import type { Spot } from './files/spot.ts'
import type { DeskInput } from './schemas/desk-schema.ts'

/**
 * Reads a Liquid template: null when it can be rendered, else what is wrong with it. Whoever renders templates passes
 * it in.
 */
export type ParseTemplate = (text: string) => string | null

/** Finds the `:name` parameters of SQL text: those of every database, and those of some. Whoever asks databases passes it in. */
export type ParseSql = (text: string) => {
  readonly always: readonly string[]
  readonly perhaps: readonly string[]
}

/** What the files of a desk may refer to while they are read. Names stay known when their own file has mistakes. */
export interface Reading extends Names {
  /** The desk folder, as an absolute path. */
  readonly folder: string
  /** The folder served at `/media/`, as an absolute path; null for none. */
  readonly media: string | null
  /** The desk's own language first. */
  readonly languages: readonly Language[]
  readonly parseTemplate: ParseTemplate
  readonly parseSql: ParseSql
  /** By language, what tables and cards call things in it, by what answers call them. */
  readonly headings: Readonly<Record<Language, Readonly<Record<string, string>>>>
  /** By `source.table`. */
  readonly tables: ReadonlyMap<string, Table>
}

/** What templates see besides slots and queries; no slot and no query may be called so. */
export const reservedNames = [
  'rows',
  'row',
  'person',
  'today',
  'now',
  'remembered',
  'random',
  'spoken',
  'contexts',
] as const

/** The desk's own language. */
export function ownLanguage(reading: Pick<Reading, 'languages'>): Language {
  return reading.languages[0] ?? 'en'
}

/** What comes from outside the files. */
export interface ReadingWorld {
  /** The desk folder, as an absolute path. */
  readonly folder: string
  readonly parseTemplate: ParseTemplate
  readonly parseSql: ParseSql
}

/** What the files of a desk may refer to; its tables are read with it, and come after. */
export function toReading(
  files: DeskFolder,
  desk: DeskInput | null,
  spot: Spot,
  { folder, parseTemplate, parseSql }: ReadingWorld,
): Omit<Reading, 'tables'> {
  const languages = desk?.languages ?? ['en']
  return {
    folder,
    parseTemplate,
    parseSql,
    languages,
    headings: headingsOf(desk, spot.to('headings'), languages),
    media: ownFolder(desk?.brand?.media, spot.to('brand', 'media'), folder),
    ...namesIn(files),
  }
}

/** The headings of the desk's languages; another language is reported. */
function headingsOf(
  desk: DeskInput | null,
  spot: Spot,
  languages: readonly Language[],
): Reading['headings'] {
  const known = Object.entries(desk?.headings ?? {}).filter(([language]) =>
    spot.to(language).expects('language', language, languages, { part: 'key' }),
  )
  return Object.fromEntries(known)
}

/** Now with the tables. */
export function withTables(reading: Omit<Reading, 'tables'>, tables: readonly Table[]): Reading {
  const byName = tables.map((table) => [`${table.source}.${table.name}`, table] as const)
  return { ...reading, tables: new Map(byName) }
}
