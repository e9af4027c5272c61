import type { Language, Table } from '../model/index.ts'

/**
 * Reads a Liquid template: null when it can be rendered, else what is wrong with it. Whoever renders templates passes
 * it in.
 */
export type ParseTemplate = (text: string) => string | null

/** What the files of a desk may refer to while they are read. Names stay known when their own file has mistakes. */
export interface Reading {
  /** The desk folder, as an absolute path. */
  readonly folder: string
  /** The folder served at `/media/`, as an absolute path; null for none. */
  readonly media: string | null
  /** The desk's own language first. */
  readonly languages: readonly Language[]
  readonly parseTemplate: ParseTemplate
  readonly sources: ReadonlySet<string>
  readonly topics: ReadonlySet<string>
  readonly identities: ReadonlySet<string>
  readonly entities: ReadonlySet<string>
  readonly intents: ReadonlySet<string>
  /** Slots that some intent remembers. */
  readonly remembered: ReadonlySet<string>
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
