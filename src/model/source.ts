import type { Query } from './query.ts'
import type { Asked } from './result.ts'
import type { StopSignal } from './stop-signal.ts'
import type { TableShape } from './table.ts'
import type { Value } from './value.ts'

/** A database the desk may ask. Opened read-only, and the connection itself enforces it. */
export interface Source {
  readonly name: string
  /** The kinds of query it takes. */
  readonly speaks: readonly Query['kind'][]
  /** Asks; stops the database's work when `signal` aborts. Rejects with a `FrontdeskError`. */
  query(query: Query, signal: StopSignal): Promise<Asked>
  /** What it holds. */
  tables(): Promise<readonly TableShape[]>
  close(): Promise<void>
}

/** A source opened for writing: a fixture that is filled, later a form. */
export interface WritableSource extends Source {
  /** Runs `work` in one transaction; a rejection rolls it back. */
  transaction<T>(work: (writer: Writer) => Promise<T>): Promise<T>
}

/** Statements within one transaction. Placeholders are `?` on every database. */
export interface Writer {
  readonly dialect: 'sqlite' | 'mysql' | 'postgres'
  run(sql: string, parameters?: readonly Value[]): Promise<void>
  insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
  ): Promise<void>
}
