import assert from 'node:assert/strict'
import { setMaxListeners } from 'node:events'
import { FrontdeskError } from '../../errors.ts'
import type {
  Filter,
  Query,
  Result,
  SelectQuery,
  Source,
  SqlQuery,
  Value,
  WritableSource,
} from '../../model/index.ts'
import { select } from '../../model/index.ts'

/** What the suite needs of a test runner: `node:test` and vitest have it. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => void
  readonly it: (name: string, body: () => Promise<void>) => void
  readonly beforeAll: (body: () => Promise<void>) => void
  readonly afterAll: (body: () => Promise<void>) => void
}

/** A kind of source under test. */
export interface ContractSubject {
  readonly kind: string
  /** Opens an empty database for writing: the suite makes its tables there. */
  readonly openWritable: () => WritableSource
  /** Opens the same database as a desk does, with a time limit in seconds. */
  readonly open: (timeoutSeconds: number) => Source
}

/** What every part of the suite is given. */
export interface Context {
  readonly test: TestRunner
  readonly subject: ContractSubject
  readonly ask: (query: Partial<SelectQuery>) => Promise<Result>
  readonly askSql: (
    text: string,
    parameters?: Readonly<Record<string, Value>>,
    limit?: number,
  ) => Promise<Result>
  readonly source: () => Source
}

/** Of someone who waits for ever; the tests give it to many queries at once. */
export const nobody = new AbortController().signal
setMaxListeners(0, nobody)

export const byId = [{ column: 'id', descending: false }]

/** A condition that a column equals a value. */
export function equal(column: string, value: Value): Filter {
  return { kind: 'compare', column, op: '=', value }
}

/** A query on the books, where nothing else is said. */
export function ofBooks(query: Partial<SelectQuery>): SelectQuery {
  return select({ source: 'contract', table: 'books', limit: 20, person: null, ...query })
}

/** A query in SQL text. */
export function sql(text: string, parameters: SqlQuery['parameters'] = {}, limit = 20): Query {
  return { kind: 'sql', source: 'contract', text, parameters, limit, person: null }
}

/** Waits for the failure of `work`, which must have this code. */
export async function fails(work: Promise<unknown>, code: string): Promise<FrontdeskError> {
  const error = await work.then(
    () => assert.fail(`it did not fail with ${code}`),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof FrontdeskError, String(error))
  assert.equal(error.code, code, error.message)
  return error
}

/** A common table of ten rows, and as many rows as ten to the power of `times`: SQL that every database takes. */
export const digits = `d as (${Array.from({ length: 10 }, (_, n) => `select ${n} as n`).join(' union all ')})`
export const crossed = (times: number) =>
  Array.from({ length: times }, (_, i) => `d ${String.fromCodePoint(97 + i)}`).join(' cross join ')
