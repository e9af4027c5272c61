/**
 * SQLite files: the source, and the crew of worker threads that reads them, so that a slow query blocks nobody.
 *
 * @module
 */
import { basename } from 'node:path'
import { FrontdeskError } from '../../errors.ts'
import type {
  ColumnType,
  Result,
  Source,
  TableShape,
  WritableSource,
  Writer,
} from '../../model/index.ts'
import type { Database, SourceOptions } from '../database.ts'
import { sourceOver } from '../database.ts'
import type { Dialect } from '../sql/dialect.ts'
import { hasTime, quoteWith } from '../sql/dialect.ts'
import type { SqliteCrew, SqliteWorker } from './crew.ts'
import { joinCrew, leaveCrew } from './crew.ts'
import type { SqliteRequest } from './requests.ts'
import type { Statement } from '../sql/statement.ts'
import { Stop } from '../../util/stop.ts'
import type { StopSignal } from '../../model/index.ts'

/** How a SQLite file is opened. */
export interface SqliteOptions extends SourceOptions {
  /** An absolute path. */
  readonly file: string
}

/** A SQLite file as a source: read-only, or with transactions as well when `writable`, which also creates the file. */
export function sqlite(name: string, options: SqliteOptions & { writable: true }): WritableSource
export function sqlite(name: string, options: SqliteOptions): Source
export function sqlite(
  name: string,
  options: SqliteOptions & { writable?: true },
): Source | WritableSource {
  const file = new SqliteFile(name, options.file)
  const source = sourceOver(name, file, options)
  if (!options.writable) return source
  return { ...source, transaction: (work) => file.transaction(work) }
}

/** Rows given to a worker at once. */
const batch = 5000

class SqliteFile implements Database {
  readonly dialect = sqliteDialect
  readonly #name: string
  readonly #file: string
  readonly #crew: SqliteCrew
  #isOpen = true

  constructor(name: string, file: string) {
    this.#name = name
    this.#file = file
    this.#crew = joinCrew()
  }

  run(statement: Statement, signal: StopSignal): Promise<Result> {
    const pool = statement.kind === 'sql' ? this.#crew.processes : this.#crew.threads
    const request = { kind: 'query', file: this.#file, statement } as const
    return pool.run(signal, (worker) => this.#ask(worker, request)) as Promise<Result>
  }

  tables(signal: StopSignal): Promise<readonly TableShape[]> {
    const request = { kind: 'tables', file: this.#file } as const
    const tables = this.#crew.threads.run(signal, (worker) => this.#ask(worker, request))
    return tables as Promise<readonly TableShape[]>
  }

  /** Reading goes on meanwhile, on what was there before. */
  transaction<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    return this.#crew.threads.run(new Stop(), async (worker) => {
      await this.#ask(worker, { kind: 'begin', file: this.#file })
      try {
        const done = await work(this.#writer(worker))
        await this.#ask(worker, { kind: 'commit' })
        return done
      } catch (error) {
        await this.#ask(worker, { kind: 'rollback' }).catch(() => worker.close())
        throw error
      }
    })
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return
    this.#isOpen = false
    const forget = { kind: 'forget', file: this.#file } as const
    this.#crew.threads.forEachIdle((worker) => worker.tell(forget))
    await leaveCrew()
  }

  #writer(worker: SqliteWorker): Writer {
    return {
      dialect: 'sqlite',
      run: async (sql, parameters = []) => {
        await this.#ask(worker, { kind: 'run', sql, parameters })
      },
      insert: async (table, columns, rows) => {
        for (let from = 0; from < rows.length; from += batch) {
          const some = rows.slice(from, from + batch)
          await this.#ask(worker, { kind: 'insert', table, columns, rows: some })
        }
      },
    }
  }

  async #ask(worker: SqliteWorker, request: SqliteRequest): Promise<unknown> {
    const answer = await worker.ask(request)
    if (answer.ok) return answer.value
    const { code, message } = answer
    throw new FrontdeskError(code, `${this.#name} (${basename(this.#file)}): ${message}`, {
      ...(code === 'source/driver-missing' ? { hint: installHint } : {}),
      ...(code === 'source/no-such-database' ? { at: this.#file } : {}),
    })
  }
}

const installHint =
  'Run `npm install @photostructure/sqlite`, or use Node 24, which has SQLite built in.'

/** How it wants its SQL. */
export const sqliteDialect: Dialect = {
  name: 'sqlite',
  lexicon: {
    backslashes: false,
    doubleQuotedStrings: false,
    hashComments: false,
    nestedComments: false,
    dollarQuotes: false,
    brackets: true,
  },
  quote: (name) => quoteWith('"', name),
  placeholder: () => '?',
  // Dates are text in SQLite, written with a space or a `T`; its own functions make them alike.
  column: (column, type, timed) => wrapDate(column, type, timed),
  value: (place, type, value) => wrapDate(place, type, hasTime(value)),
  exactly: '',
  matches: (column, place) => `${column} like ${place} escape '!'`,
  order: (column, descending) => (descending ? `${column} desc` : column),
  average: (column) => `avg(${column})`,
  sumOfIntegers: (column) => `sum(${column})`,
}

function wrapDate(sql: string, type: ColumnType, timed: boolean): string {
  if (type === 'time') return `time(${sql})`
  if (type === 'datetime' || type === 'instant' || (type === 'date' && timed))
    return `datetime(${sql})`
  return sql
}
