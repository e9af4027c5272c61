import type { ErrorCode } from '../../errors.ts'
import type { Value } from '../../model/index.ts'
import type { Statement } from '../sql/statement.ts'

/** What a worker is asked to do with a database file; one at a time. */
export type SqliteRequest =
  | { readonly kind: 'query'; readonly file: string; readonly statement: Statement }
  | { readonly kind: 'tables'; readonly file: string }
  | { readonly kind: 'begin'; readonly file: string }
  | { readonly kind: 'run'; readonly sql: string; readonly parameters: readonly Value[] }
  | {
      readonly kind: 'insert'
      readonly table: string
      readonly columns: readonly string[]
      readonly rows: readonly (readonly Value[])[]
    }
  | { readonly kind: 'commit' | 'rollback' }
  /** Closes a file that nobody asks any more. */
  | { readonly kind: 'forget'; readonly file: string }
  /** Closes every file and ends the worker. */
  | { readonly kind: 'leave' }

/** What it answers. */
export type SqliteAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string }
