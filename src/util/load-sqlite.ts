/** The slice of a SQLite library that is used here: `node:sqlite` and `@photostructure/sqlite` both have it. */
export interface SqliteLibrary {
  readonly DatabaseSync: new (path: string, options?: { readOnly?: boolean }) => SqliteDatabase
}

/** An open database. Everything on it blocks the thread it is on. */
export interface SqliteDatabase {
  exec(sql: string): void
  prepare(sql: string): SqliteStatement
  close(): void
}

/** A prepared statement. */
export interface SqliteStatement {
  run(...parameters: readonly (string | number | null)[]): { changes: number | bigint }
  get(...parameters: readonly (string | number | null)[]): Record<string, unknown> | undefined
  all(...parameters: readonly (string | number | null)[]): Record<string, unknown>[]
}

/** Node's own SQLite where it has one (from 22.13 on), else the package with the same interface. */
export async function loadSqlite(): Promise<SqliteLibrary> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isBuiltIn = major > 22 || (major === 22 && minor >= 13)
  const name = isBuiltIn ? 'node:sqlite' : '@photostructure/sqlite'
  return (await import(name)) as SqliteLibrary
}
