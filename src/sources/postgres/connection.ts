import type { Result, Value } from '../../model/index.ts'
import { type Address, loginAt } from '../address.ts'
import { resultOf } from '../cells.ts'
import { connectPatience, stopPatience } from '../server.ts'
import { postgresFailure } from './failure.ts'
import type { PostgresField } from './types.ts'
import { postgresColumn } from './types.ts'
import type { Statement } from '../sql/statement.ts'

type Row = (string | null)[]
type Done = (error: Error | null, result: DriverResult) => void

interface DriverResult {
  readonly fields: readonly PostgresField[]
  readonly rows: Row[]
}

/** The slice of `pg` in use. */
export interface Pg {
  readonly Client: new (settings: Readonly<Record<string, unknown>>) => DriverClient
  readonly Query: new (
    settings: Readonly<Record<string, unknown>>,
    values: undefined,
    done: Done,
  ) => DriverQuery
}

/** A query on its way: an emitter of whom only two methods are replaced. */
type DriverQuery = object

/** How a query asks for its rows. */
interface Wire {
  execute(settings: { readonly portal: string; readonly rows: number }): void
  sync(): void
}

interface DriverClient {
  on(event: 'error' | 'end', listener: (error?: Error) => void): unknown
  connect(): Promise<unknown>
  query(query: DriverQuery): unknown
  query(sql: string): Promise<unknown>
  query(sql: string, values: readonly unknown[]): Promise<unknown>
  end(): Promise<void>
  readonly connection: { readonly stream: { destroy(): void } }
  readonly processID: number
}

/** One connection. What is asked of it is done in order, one statement at a time. */
export class PostgresConnection {
  readonly #name: string
  readonly #address: Address
  readonly #library: Pg
  readonly #client: DriverClient
  #isAlive = true

  private constructor(name: string, address: Address, library: Pg) {
    this.#name = name
    this.#address = address
    this.#library = library
    this.#client = new library.Client(driverSettings(address))
    const die = () => (this.#isAlive = false)
    this.#client.on('error', die)
    this.#client.on('end', die)
  }

  /** Opens a connection and sets it up; a read-only one refuses every write by itself. */
  static async open(
    name: string,
    address: Address,
    library: Pg,
    access: 'read' | 'write',
  ): Promise<PostgresConnection> {
    const connection = new PostgresConnection(name, address, library)
    const readOnly = access === 'read' ? 'on' : 'off'
    try {
      await connection.#explained(connection.#client.connect())
      await connection.command(
        `${sessionSettings}; set default_transaction_read_only = ${readOnly}`,
      )
      return connection
    } catch (error) {
      connection.close()
      throw error
    }
  }

  get isAlive(): boolean {
    return this.#isAlive
  }

  run(statement: Statement): Promise<Result> {
    return statement.kind === 'select' ? this.#read(statement) : this.#runSql(statement)
  }

  /** Runs statements of ours that have neither values nor rows. */
  async command(sql: string): Promise<void> {
    await this.#explained(this.#client.query(sql))
  }

  /** Runs a statement that writes. */
  async write(sql: string, parameters: readonly Value[]): Promise<void> {
    await this.#explained(this.#client.query(sql, parameters))
  }

  /** Stops what is under way on the server, and is of no use afterwards. */
  stop(): void {
    this.#isAlive = false
    const killer = new this.#library.Client(driverSettings(this.#address))
    const end = () => {
      clearTimeout(timer)
      killer.connection.stream.destroy()
      this.close()
    }
    const timer = setTimeout(end, stopPatience)
    killer.on('error', () => {})
    killer
      .connect()
      // Merely cancelled, a query would go on if it was between two messages of ours just then.
      .then(() => killer.query('select pg_terminate_backend($1)', [this.#client.processID]))
      .then(end, end)
  }

  close(): void {
    this.#isAlive = false
    // Says goodbye when it can, and goes when the server does not listen.
    this.#client.end().catch(() => {})
    this.#client.connection.stream.destroy()
  }

  /** In a transaction that only reads and never lasts, so that no text can change what the session may do. */
  async #runSql(statement: Statement): Promise<Result> {
    await this.command('begin read only')
    try {
      return await this.#read(statement)
    } finally {
      await this.command('rollback').catch(() => this.close())
    }
  }

  /** The server hands out one row more than the limit and forgets the rest. The driver itself would ask for them. */
  #read({ text, parameters, limit }: Statement): Promise<Result> {
    const read = new Promise<DriverResult>((resolve, reject) => {
      const done: Done = (error, result) => (error ? reject(error) : resolve(result))
      // The extended protocol takes one statement only.
      const settings = { text, values: parameters, rowMode: 'array', queryMode: 'extended' }
      const query = new this.#library.Query(settings, undefined, done)
      const askForRows = (wire: Wire) => {
        wire.execute({ portal: '', rows: limit + 1 })
        wire.sync()
      }
      this.#client.query(
        Object.assign(query, { _getRows: askForRows, handlePortalSuspended: () => {} }),
      )
    })
    return this.#explained(
      read.then(({ fields, rows }) => resultOf(fields.map(postgresColumn), rows, limit)),
    )
  }

  #explained<T>(work: Promise<T>): Promise<T> {
    return work.catch((error: unknown) => {
      const failure = postgresFailure(this.#name, this.#address, error)
      if (failure.code === 'source/unreachable') this.#isAlive = false
      throw failure
    })
  }
}

/** How dates are written, and that every instant is told in UTC. */
const sessionSettings = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set bytea_output = 'hex'`

const asText = (text: string) => text

function driverSettings(address: Address): Readonly<Record<string, unknown>> {
  return {
    ...loginAt(address),
    connectionTimeoutMillis: connectPatience,
    application_name: 'frontdesk',
    types: { getTypeParser: () => asText },
  }
}
