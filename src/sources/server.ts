import { FrontdeskError } from '../errors.ts'
import type { Result, TableShape, Writer } from '../model/index.ts'
import type { Database } from './database.ts'
import { LookUps } from './look-ups.ts'
import { Pool } from './pool.ts'
import type { Dialect } from './sql/dialect.ts'
import type { Statement } from './sql/statement.ts'
import type { StopSignal } from '../model/index.ts'

/** Milliseconds to wait for a server to take a connection, and to stop a query. */
export const connectPatience = 5000
export const stopPatience = 10_000

/** A connection to a server: one statement at a time. */
export interface ServerConnection {
  readonly isAlive: boolean
  run(statement: Statement): Promise<Result>
  /** Runs a statement of ours that has neither values nor rows. */
  command(sql: string): Promise<void>
  /** Stops what is under way on the server, and is of no use afterwards. */
  stop(): void
  close(): void
}

/** What servers differ in. */
export interface ServerKind<Connection extends ServerConnection> {
  readonly dialect: Dialect
  /** The statement that begins a transaction. */
  readonly begin: string
  /** Connections at the most; 8 where it is not given. */
  readonly pool: number | undefined
  readonly connect: (access: 'read' | 'write') => Promise<Connection>
  readonly writerOn: (connection: Connection) => Writer
  readonly describe: (
    run: (statement: Statement) => Promise<Result>,
  ) => Promise<readonly TableShape[]>
}

/** A database behind a server: its readers share a pool of connections, a transaction has one of its own. */
export class Server<Connection extends ServerConnection> implements Database {
  readonly dialect: Dialect
  readonly #kind: ServerKind<Connection>
  readonly #pool: Pool<Connection>
  readonly #lookUps: LookUps

  constructor(kind: ServerKind<Connection>) {
    this.dialect = kind.dialect
    this.#kind = kind
    this.#pool = new Pool({
      most: kind.pool ?? 8,
      kept: kind.pool ?? 8,
      idleSeconds: 0,
      open: () => kind.connect('read'),
      close: (connection) => connection.close(),
      isAlive: (connection) => connection.isAlive,
      stop: (connection) => connection.stop(),
    })
    this.#lookUps = new LookUps(kind.dialect, (statement, signal) =>
      this.#pool.run(signal, (connection) => connection.run(statement)),
    )
  }

  run(statement: Statement, signal: StopSignal): Promise<Result> {
    return this.#lookUps.run(statement, signal)
  }

  tables(signal: StopSignal): Promise<readonly TableShape[]> {
    return this.#kind.describe((statement) => this.run(statement, signal))
  }

  async transaction<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    const { begin, connect, writerOn } = this.#kind
    const connection = await connect('write')
    try {
      await connection.command(begin)
      const done = await work(writerOn(connection))
      await connection.command('commit')
      return done
    } finally {
      // What was not committed is rolled back by the end of its connection.
      connection.close()
    }
  }

  close(): Promise<void> {
    return this.#pool.close()
  }
}

/** Loads the driver of a source on first use. Rejects with `source/driver-missing` and the command that mends it. */
export function loadDriver(
  source: string,
  name: string,
  load: () => Promise<unknown>,
): Promise<unknown> {
  return load().catch((cause: unknown) => {
    throw new FrontdeskError('source/driver-missing', `${source} needs the package ${name}.`, {
      hint: `Run \`npm install ${name}\`.`,
      cause,
    })
  })
}
