import { createRequire } from 'node:module'
import type { SqliteCell } from './types.ts'

/** The slice of `node:sqlite` in use. */
export interface SqliteLibrary {
  readonly DatabaseSync: new (
    file: string,
    options: { readonly readOnly: boolean; readonly enableForeignKeyConstraints: boolean },
  ) => SqliteDatabase
}

/** An open database file. */
export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement
  exec(sql: string): void
  close(): void
}

/** A prepared statement. */
export interface SqliteStatement {
  iterate(...parameters: readonly SqliteInput[]): Iterable<(SqliteCell | null)[]>
  run(...parameters: readonly SqliteInput[]): unknown
  columns(): readonly {
    readonly name: string
    readonly type: string | null
  }[]
  setReadBigInts(enabled: boolean): void
  setReturnArrays(enabled: boolean): void
}

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
