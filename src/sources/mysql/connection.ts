import { FrontdeskError } from '../../errors.ts'
import type { Result, Value } from '../../model/index.ts'
import { type Address, loginAt } from '../address.ts'
import { resultOf } from '../cells.ts'
import { connectPatience, stopPatience } from '../server.ts'
import { mysqlFailure } from './failure.ts'
import type { MysqlCell, MysqlField } from './types.ts'
import { mysqlColumn } from './types.ts'
import type { Statement } from '../sql/statement.ts'

type Row = (MysqlCell | null)[]
type Done = (error: Error | null, rows: unknown, fields: unknown) => void

/** The slice of `mysql2` in use. */
export interface Mysql2 {
  createConnection(settings: Readonly<Record<string, unknown>>): DriverConnection
}

interface DriverConnection {
  readonly threadId: number
  on(event: 'error' | 'end', listener: (error: Error) => void): unknown
  query(sql: string, done: Done): unknown
  execute(sql: string, values: readonly unknown[], done?: Done): DriverCommand
  destroy(): void
}

interface DriverCommand {
  on(event: 'fields', listener: (fields: MysqlField[]) => void): DriverCommand
  on(event: 'result', listener: (row: Row) => void): DriverCommand
  on(event: 'error', listener: (error: Error) => void): DriverCommand
  on(event: 'end', listener: () => void): DriverCommand
}

/** One connection. What is asked of it is done in order, one statement at a time. */
export class MysqlConnection {
  readonly #name: string
  readonly #address: Address
  readonly #library: Mysql2
  readonly #connection: DriverConnection
  #isAlive = true
  /** Ends what is under way with an error, when the driver never will. */
  readonly #pending = new Set<(error: Error) => void>()

  private constructor(name: string, address: Address, library: Mysql2) {
    this.#name = name
    this.#address = address
    this.#library = library
    this.#connection = library.createConnection(driverSettings(address))
    // The driver does not tell a query that is being streamed.
    this.#connection.on('error', (error) => this.#end(error))
    this.#connection.on('end', () => this.#end(lost))
  }

  /** Opens a connection and sets it up; a read-only one refuses every write by itself. */
  static async open(
    name: string,
    address: Address,
    library: Mysql2,
    access: 'read' | 'write',
  ): Promise<MysqlConnection> {
    const connection = new MysqlConnection(name, address, library)
    try {
      await Promise.all([
        connection.command(sessionSettings),
        access === 'read' && connection.command('set session transaction read only'),
      ])
    } catch (error) {
      connection.close()
      throw error
    }
    return connection
  }

  get isAlive(): boolean {
    return this.#isAlive
  }

  /** Runs a query: `select` ones have their limit in the text, SQL text is read until its limit. */
  run(statement: Statement): Promise<Result> {
    return statement.kind === 'select' ? this.#runSelect(statement) : this.#runSql(statement)
  }

  /** Runs a statement of ours that has neither values nor rows. */
  async command(sql: string): Promise<void> {
    await this.#settle<void>((resolve, reject) => {
      this.#connection.query(sql, (error) => (error ? reject(error) : resolve()))
    })
  }

  /** Runs a statement that writes. */
  async write(sql: string, parameters: readonly Value[]): Promise<void> {
    await this.#settle<void>((resolve, reject) => {
      const done: Done = (error) => (error ? reject(error) : resolve())
      if (parameters.length === 0) this.#connection.query(sql, done)
      else this.#connection.execute(sql, parameters.map(withoutZone), done)
    })
  }

  /** Stops what is under way on the server, and is of no use afterwards. */
  stop(): void {
    this.#isAlive = false
    const killer = this.#library.createConnection(driverSettings(this.#address))
    const end = () => {
      clearTimeout(timer)
      killer.destroy()
      this.#end(new FrontdeskError('source/stopped', `${this.#name}: the query was stopped.`))
    }
    const timer = setTimeout(end, stopPatience)
    killer.on('error', end)
    killer.query(`kill query ${this.#connection.threadId}`, end)
  }

  close(): void {
    this.#isAlive = false
    this.#connection.destroy()
  }

  /** Nothing comes any more: whoever waits is told why. */
  #end(error: Error): void {
    this.#isAlive = false
    for (const fail of this.#pending) fail(error)
  }

  #runSelect({ text, parameters, limit }: Statement): Promise<Result> {
    return this.#settle((resolve, reject) => {
      this.#connection.execute(text, parameters.map(bound), (error, rows, fields) => {
        if (error) return reject(error)
        resolve(resultOf((fields as MysqlField[]).map(mysqlColumn), rows as Row[], limit))
      })
    })
  }

  /** In a transaction that only reads and never lasts, so that no text can change what the session may do. */
  async #runSql(statement: Statement): Promise<Result> {
    const begun = Promise.all([
      this.command(`set session sql_select_limit = ${statement.limit + 1}`),
      this.command('start transaction read only'),
    ])
    const read = this.#read(statement)
    const ended = this.command('rollback').catch(() => this.close())
    try {
      const [result] = await Promise.all([read, begun])
      return result
    } finally {
      await ended
    }
  }

  #read({ text, parameters, limit }: Statement): Promise<Result> {
    return this.#settle((resolve, reject) => {
      const rows: Row[] = []
      let fields: MysqlField[] = []
      const end = () => resolve(resultOf(fields.map(mysqlColumn), rows, limit))
      this.#connection
        .execute(text, parameters.map(withoutZone))
        .on('fields', (known) => (fields = known ?? []))
        .on('result', (row) => {
          if (rows.length <= limit) rows.push(row)
          else if (this.#isAlive) {
            // A text with a limit of its own may have more rows: they are not waited for.
            end()
            this.stop()
          }
        })
        .on('error', reject)
        .on('end', end)
    })
  }

  /** Resolves or rejects as the driver says, or as `stop` does when the driver never says. */
  #settle<T>(
    work: (resolve: (value: T) => void, reject: (error: Error) => void) => void,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        this.#pending.delete(fail)
        const failure = mysqlFailure(this.#name, this.#address, error)
        if (failure.code === 'source/unreachable') this.#isAlive = false
        reject(failure)
      }
      this.#pending.add(fail)
      work((value) => {
        this.#pending.delete(fail)
        resolve(value)
      }, fail)
    })
  }
}

const lost = Object.assign(new Error('Connection lost.'), { code: 'PROTOCOL_CONNECTION_LOST' })

/** Our tokenizer knows the quoting MySQL has by default, and every instant is told in UTC. */
const sessionSettings = `set session time_zone = '+00:00',
  sql_mode = replace(replace(replace(@@sql_mode, 'ANSI_QUOTES', ''), 'ANSI', ''), 'NO_BACKSLASH_ESCAPES', '')`

function driverSettings(address: Address): Readonly<Record<string, unknown>> {
  return {
    ...loginAt(address),
    charset: 'utf8mb4_general_ci',
    connectTimeout: connectPatience,
    multipleStatements: false,
    rowsAsArray: true,
    supportBigNumbers: true,
    dateStrings: true,
    jsonStrings: true,
    maxPreparedStatements: 200,
  }
}

/** Values are sent as text: numbers compare with texts as texts do, and the server converts for columns of numbers. */
function bound(value: Value): string | null {
  if (value === null) return null
  return typeof value === 'boolean' ? String(Number(value)) : String(value)
}

const zoned = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)Z$/

/** MySQL takes no zone: an instant is written in UTC, which the session is in. */
function withoutZone(value: Value): string | null {
  return typeof value === 'string' ? value.replace(zoned, '$1 $2') : bound(value)
}
