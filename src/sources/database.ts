import type { Asked, Query, Result, Source, TableShape } from '../model/index.ts'
import { FrontdeskError } from '../errors.ts'
import { toMicroseconds } from '../util/stopwatch.ts'
import { withinTime } from './deadline.ts'
import type { Dialect } from './sql/dialect.ts'
import { compileSelect } from './sql/select.ts'
import { Shapes } from './shapes.ts'
import { Stop } from '../util/stop.ts'
import type { StopSignal } from '../model/index.ts'
import { compileSql } from './sql/text.ts'
import type { Statement } from './sql/statement.ts'

/** What a file of this room provides for one kind of database; `sourceOver` makes a source of it. */
export interface Database {
  readonly dialect: Dialect
  /** Runs one statement, reading no more than its limit and one; stops when `signal` aborts. */
  run(statement: Statement, signal: StopSignal): Promise<Result>
  tables(signal: StopSignal): Promise<readonly TableShape[]>
  close(): Promise<void>
}

/** What every kind of source is opened with. */
export interface SourceOptions {
  /** Time a query may take; 5 where it is not given. */
  readonly timeoutSeconds?: number | undefined
}

/** Makes a source of a database: compiles queries, keeps the time limit, and knows its tables. */
export function sourceOver(name: string, database: Database, options: SourceOptions): Source {
  const seconds = options.timeoutSeconds ?? 5
  const tables = new KnownTables(name, (signal) => database.tables(signal))
  const within = <T>(signal: StopSignal, work: (signal: StopSignal) => Promise<T>) =>
    withinTime({ source: name, seconds, signal }, work)

  const compile = (query: Query, signal: StopSignal): Statement | Promise<Statement> =>
    query.kind === 'sql'
      ? compileSql(query, database.dialect)
      : tables.use(signal, (shapes) => compileSelect(query, database.dialect, shapes))

  const ask = async (query: Query, signal: StopSignal): Promise<Asked> => {
    const started = performance.now()
    const compiled = compile(query, signal)
    const statement = compiled instanceof Promise ? await compiled : compiled
    try {
      const result = await database.run(statement, signal)
      const milliseconds = toMicroseconds(performance.now() - started)
      const { text, parameters } = statement
      return { source: name, kind: query.kind, text, parameters, result, milliseconds }
    } catch (error) {
      return tables.explain(error, signal)
    }
  }

  return {
    name,
    speaks: ['select', 'sql'],
    query: (query, signal) => within(signal, (inTime) => ask(query, inTime)),
    tables: () => within(new Stop(), (signal) => database.tables(signal)),
    close: () => database.close(),
  }
}

/** The source's tables as they were last read; read again when something is not found in them. */
class KnownTables {
  readonly #name: string
  readonly #read: (signal: StopSignal) => Promise<readonly TableShape[]>
  #shapes: Shapes | undefined

  constructor(name: string, read: (signal: StopSignal) => Promise<readonly TableShape[]>) {
    this.#name = name
    this.#read = read
  }

  /** What `work` makes of the shapes: at once unless they have to be read. */
  use<T>(signal: StopSignal, work: (shapes: Shapes) => T): T | Promise<T> {
    const known = this.#shapes
    if (known === undefined) return this.#readAgain(signal).then(work)
    try {
      return work(known)
    } catch (error) {
      if (!isMissing(error)) throw error
      return this.#readAgain(signal).then(work)
    }
  }

  /** Rejects with the error as it is, or with the name that was probably meant as its hint. */
  async explain(error: unknown, signal: StopSignal): Promise<never> {
    if (!isMissing(error)) throw error
    const name = /`([^`]+)`/.exec(error.message)?.[1]
    const kind = error.code === 'source/no-such-table' ? 'table' : 'column'
    const shapes = await this.#readAgain(signal)
    const hint = name === undefined ? {} : shapes.hintFor(kind, name)
    throw new FrontdeskError(error.code, error.message, { ...hint, cause: error.cause })
  }

  async #readAgain(signal: StopSignal): Promise<Shapes> {
    this.#shapes = new Shapes(this.#name, await this.#read(signal))
    return this.#shapes
  }
}

function isMissing(error: unknown): error is FrontdeskError {
  if (!(error instanceof FrontdeskError)) return false
  return error.code === 'source/no-such-table' || error.code === 'source/no-such-column'
}
