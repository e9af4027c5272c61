import { createRequire } from 'node:module'

/** The slice of a SQLite library in use: `node:sqlite` and `@photostructure/sqlite` both have it. */
export interface SqliteLibrary {
  readonly DatabaseSync: new (
    file: string,
    options?: { readonly readOnly?: boolean; readonly enableForeignKeyConstraints?: boolean },
  ) => SqliteDatabase
}

/** An open database file. Everything on it blocks the thread it is on. */
export interface SqliteDatabase {
  exec(sql: string): void
  prepare(sql: string): SqliteStatement
  close(): void
}

/** A prepared statement. */
export interface SqliteStatement {
  run(...parameters: readonly SqliteInput[]): { changes: number | bigint }
  get(...parameters: readonly SqliteInput[]): Record<string, unknown> | undefined
  all(...parameters: readonly SqliteInput[]): Record<string, unknown>[]
  /** The rows as arrays: only after `setReturnArrays(true)`. */
  iterate(...parameters: readonly SqliteInput[]): Iterable<(SqliteCell | null)[]>
  columns(): readonly { readonly name: string; readonly type: string | null }[]
  setReadBigInts(enabled: boolean): void
  setReturnArrays(enabled: boolean): void
}

/** What SQLite stores in a cell. */
export type SqliteCell = string | number | bigint | Uint8Array

/** What SQLite takes as a value. */
export type SqliteInput = string | number | bigint | null

/**
 * SQLite as Node has it, or the package with the same functions where Node has none or an early one. Throws when
 * neither is there.
 */
export function loadSqlite(): SqliteLibrary {
  const builtIn: unknown = process.getBuiltinModule('node:sqlite')
  if (isComplete(builtIn)) return builtIn
  return createRequire(import.meta.url)('@photostructure/sqlite') as SqliteLibrary
}

function isComplete(library: unknown): library is SqliteLibrary {
  const statement = (library as { StatementSync?: { prototype: object } } | undefined)
    ?.StatementSync
  return (
    statement !== undefined &&
    'columns' in statement.prototype &&
    'setReturnArrays' in statement.prototype
  )
}
