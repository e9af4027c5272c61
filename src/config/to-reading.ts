import type { Table } from '../model/index.ts'
import type { DeskInput } from './desk-schema.ts'
import { namesIn } from './names.ts'
import type { DeskFolder } from './read-folder.ts'
import type { ParseTemplate, Reading } from './reading.ts'
import type { Spot } from './spot.ts'
import { toMedia } from './to-brand.ts'

/** What comes from outside the files. */
export interface ReadingWorld {
  /** The desk folder, as an absolute path. */
  readonly folder: string
  readonly parseTemplate: ParseTemplate
}

/** What the files of a desk may refer to; its tables are read with it, and come after. */
export function toReading(
  files: DeskFolder,
  desk: DeskInput | null,
  spot: Spot,
  { folder, parseTemplate }: ReadingWorld,
): Omit<Reading, 'tables'> {
  return {
    folder,
    parseTemplate,
    languages: desk?.languages ?? ['en'],
    media: toMedia(desk?.brand?.media, spot.to('brand', 'media'), folder),
    ...namesIn(files),
  }
}

/** Now with the tables. */
export function withTables(reading: Omit<Reading, 'tables'>, tables: readonly Table[]): Reading {
  const byName = tables.map((table) => [`${table.source}.${table.name}`, table] as const)
  return { ...reading, tables: new Map(byName) }
}
