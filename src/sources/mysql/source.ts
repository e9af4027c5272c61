/**
 * MySQL and MariaDB: the source, its connections, how their types are read, and what their refusals mean.
 *
 * @module
 */
import type { Source, Value, WritableSource, Writer } from '../../model/index.ts'
import { parseAddress } from '../address.ts'
import type { SourceOptions } from '../database.ts'
import { sourceOver } from '../database.ts'
import type { Dialect } from '../sql/dialect.ts'
import { quoteWith } from '../sql/dialect.ts'
import { insertInBatches } from '../sql/insert.ts'
import type { Mysql2 } from './connection.ts'
import { MysqlConnection } from './connection.ts'
import { mysqlType } from './types.ts'
import { loadDriver, Server } from '../server.ts'
import type { Statement } from '../sql/statement.ts'
import { tablesOf, withKeys } from '../tables.ts'

/** How a MySQL or MariaDB database is opened. */
export interface MysqlOptions extends SourceOptions {
  /** `mysql://user:password@host:port/database`. */
  readonly url: string
  /** Connections at the most; 8 where it is not given. */
  readonly pool?: number | undefined
  /** Loads the driver. */
  readonly load?: () => Promise<unknown>
}

/** A MySQL or MariaDB database as a source: read-only, or with transactions as well when `writable`. */
export function mysql(name: string, options: MysqlOptions & { writable: true }): WritableSource
export function mysql(name: string, options: MysqlOptions): Source
export function mysql(
  name: string,
  options: MysqlOptions & { writable?: true },
): Source | WritableSource {
  const server = mysqlServer(name, options)
  const source = sourceOver(name, server, options)
  if (!options.writable) return source
  return { ...source, transaction: (work) => server.transaction(work) }
}

function mysqlServer(name: string, options: MysqlOptions): Server<MysqlConnection> {
  const address = parseAddress(name, options.url, 3306)
  const load = options.load ?? (() => import('mysql2'))
  return new Server({
    dialect: mysqlDialect,
    begin: 'start transaction',
    pool: options.pool,
    connect: async (access) => {
      const library = (await loadDriver(name, 'mysql2', load)) as Mysql2
      return MysqlConnection.open(name, address, library, access)
    },
    writerOn,
    describe: async (run) => {
      const columns = await run(describeColumns)
      const keys = await run(describeKeys)
      const places = new Map(
        keys.rows.map(([table, column, place]) => [`${table}\0${column}`, place]),
      )
      const rows = columns.rows.map(([table, kind, column, type, nullable, noted, comment]) => {
        const place = places.get(`${table}\0${column}`) ?? null
        const about = comment === 'VIEW' ? '' : (comment ?? '')
        return [table, kind, column, type, nullable, place, noted, about].map((one) => one ?? null)
      })
      const foreign = (await run(describeForeignKeys)).rows
      const unique = (await run(describeUnique)).rows
      return withKeys(tablesOf(rows, mysqlType), { foreign, unique })
    },
  })
}

function writerOn(connection: MysqlConnection): Writer {
  const run = (sql: string, parameters: readonly Value[] = []) => connection.write(sql, parameters)
  return {
    dialect: 'mysql',
    run,
    insert: (table, columns, rows) =>
      insertInBatches({ dialect: mysqlDialect, run }, table, columns, rows),
  }
}

/**
 * Every part names the database, and keys are not joined: MariaDB would open the tables of all its databases, which is
 * slow, and has crashed a server (10.11) whose system views were in the way.
 */
const describeColumns = describing(`
  select t.table_name, t.table_type, c.column_name, c.column_type, c.is_nullable,
    c.column_comment, t.table_comment
  from information_schema.tables as t
  join information_schema.columns as c
    on c.table_schema = database() and c.table_name = t.table_name
  where t.table_schema = database()
  order by t.table_name, c.ordinal_position
  limit 1000000`)

const describeKeys = describing(`
  select table_name, column_name, ordinal_position from information_schema.key_column_usage
  where table_schema = database() and constraint_name = 'PRIMARY'
  limit 1000000`)

const describeForeignKeys = describing(`
  select table_name, constraint_name, column_name, referenced_table_name, referenced_column_name
  from information_schema.key_column_usage
  where table_schema = database() and referenced_table_schema = database()
  order by table_name, constraint_name, ordinal_position
  limit 1000000`)

const describeUnique = describing(`
  select table_name, index_name, column_name from information_schema.statistics
  where table_schema = database() and non_unique = 0 and index_name <> 'PRIMARY'
  order by table_name, index_name, seq_in_index
  limit 1000000`)

function describing(text: string): Statement {
  return { kind: 'select', text, parameters: [], limit: 1e6, origins: [] }
}

/** How it wants its SQL. */
export const mysqlDialect: Dialect = {
  name: 'mysql',
  lexicon: {
    backslashes: true,
    doubleQuotedStrings: true,
    hashComments: true,
    nestedComments: false,
    dollarQuotes: false,
    brackets: false,
  },
  quote: (name) => quoteWith('`', name),
  placeholder: () => '?',
  column: (column) => column,
  value(place, type, value) {
    const isLong = typeof value === 'string'
    if (type === 'integer' && isLong) return `cast(${place} as decimal(65, 10))`
    if (type === 'decimal') return `cast(${place} as decimal(65, 20))`
    if (type !== 'datetime' && type !== 'instant') return place
    return `cast(trim(trailing 'Z' from ${place}) as datetime(6))`
  },
  exactly: ' collate utf8mb4_bin',
  matches: (column, place) =>
    `lower(${column}) like lower(${place}) collate utf8mb4_bin escape '!'`,
  order: (column, descending) => (descending ? `${column} desc` : column),
  average: (column) => `avg(${column}) + 0e0`,
  sumOfIntegers: (column) => `cast(sum(${column}) as signed)`,
}
