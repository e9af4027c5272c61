/**
 * PostgreSQL: the source, its connections, how its types are read, and what its refusals mean.
 *
 * @module
 */
import type { Source, Value, WritableSource, Writer } from '../../model/index.ts'
import { parseAddress } from '../address.ts'
import type { SourceOptions } from '../database.ts'
import { sourceOver } from '../database.ts'
import type { Dialect } from '../sql/dialect.ts'
import { hasTime, quoteWith } from '../sql/dialect.ts'
import { insertInBatches } from '../sql/insert.ts'
import { loadDriver, Server } from '../server.ts'
import type { Pg } from './connection.ts'
import { PostgresConnection } from './connection.ts'
import { postgresType } from './types.ts'
import { compilePlaceholders } from '../sql/text.ts'
import type { Statement } from '../sql/statement.ts'
import { tablesOf, withKeys } from '../tables.ts'

/** How a PostgreSQL database is opened. */
export interface PostgresOptions extends SourceOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string
  /** Connections at the most; 8 where it is not given. */
  readonly pool?: number | undefined
  /** Loads the driver. */
  readonly load?: () => Promise<unknown>
}

/** A PostgreSQL database as a source: read-only, or with transactions as well when `writable`. */
export function postgres(
  name: string,
  options: PostgresOptions & { writable: true },
): WritableSource
export function postgres(name: string, options: PostgresOptions): Source
export function postgres(
  name: string,
  options: PostgresOptions & { writable?: true },
): Source | WritableSource {
  const server = postgresServer(name, options)
  const source = sourceOver(name, server, options)
  if (!options.writable) return source
  return { ...source, transaction: (work) => server.transaction(work) }
}

function postgresServer(name: string, options: PostgresOptions): Server<PostgresConnection> {
  const address = parseAddress(name, options.url, 5432)
  const load = options.load ?? (() => import('pg'))
  return new Server({
    dialect: postgresDialect,
    begin: 'begin',
    pool: options.pool,
    connect: async (access) => {
      const library = driverOf(await loadDriver(name, 'pg', load))
      return PostgresConnection.open(name, address, library, access)
    },
    writerOn,
    describe: async (run) => {
      const tables = tablesOf((await run(describeTables)).rows, postgresType)
      const foreign = (await run(describeForeignKeys)).rows
      const unique = (await run(describeUnique)).rows
      return withKeys(tables, { foreign, unique })
    },
  })
}

/** The package is CommonJS: its members are those of its default export. */
function driverOf(library: unknown): Pg {
  return (library as { default?: Pg }).default ?? (library as Pg)
}

function writerOn(connection: PostgresConnection): Writer {
  const write = (sql: string, parameters: readonly Value[]) => connection.write(sql, parameters)
  return {
    dialect: 'postgres',
    run: (sql, parameters = []) => write(compilePlaceholders(sql, postgresDialect), parameters),
    insert: (table, columns, rows) =>
      insertInBatches({ dialect: postgresDialect, run: write }, table, columns, rows),
  }
}

/** A partition, a table that inherits and one that is inherited from show rows of one another, as a view does. */
const describeTables = describing(`
    select t.relname,
      case when t.relkind in ('v', 'm') or exists (select from pg_inherits as h
          where h.inhrelid = t.oid or (h.inhparent = t.oid and t.relkind <> 'p'))
        then 'VIEW' else 'TABLE' end,
      c.attname,
      format_type(c.atttypid, c.atttypmod), case when c.attnotnull then 'NO' else 'YES' end,
      array_position(k.indkey::int2[], c.attnum) + 1,
      col_description(t.oid, c.attnum), obj_description(t.oid, 'pg_class')
    from pg_class as t
    join pg_namespace as s on s.oid = t.relnamespace
    join pg_attribute as c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
    left join pg_index as k on k.indrelid = t.oid and k.indisprimary
    where t.relkind in ('r', 'p', 'v', 'm', 'f') and pg_table_is_visible(t.oid)
      and s.nspname not in ('pg_catalog', 'information_schema')
    order by t.relname, c.attnum`)

const describeForeignKeys = describing(`
    select t.relname, k.conname, c.attname, o.relname, d.attname
    from pg_constraint as k
    join pg_class as t on t.oid = k.conrelid
    join pg_class as o on o.oid = k.confrelid
    cross join lateral unnest(k.conkey, k.confkey) with ordinality as p (own, other, place)
    join pg_attribute as c on c.attrelid = t.oid and c.attnum = p.own
    join pg_attribute as d on d.attrelid = o.oid and d.attnum = p.other
    where k.contype = 'f' and pg_table_is_visible(t.oid) and pg_table_is_visible(o.oid)
    order by t.relname, k.conname, p.place`)

const describeUnique = describing(`
    select t.relname, i.relname, c.attname
    from pg_index as x
    join pg_class as t on t.oid = x.indrelid
    join pg_class as i on i.oid = x.indexrelid
    cross join lateral unnest(x.indkey::int2[]) with ordinality as p (own, place)
    join pg_attribute as c on c.attrelid = t.oid and c.attnum = p.own
    where x.indisunique and not x.indisprimary and x.indpred is null and x.indexprs is null
      and p.place <= x.indnkeyatts and pg_table_is_visible(t.oid)
      and t.relnamespace not in (
        select oid from pg_namespace where nspname in ('pg_catalog', 'information_schema', 'pg_toast'))
    order by t.relname, i.relname, p.place`)

function describing(text: string): Statement {
  return { kind: 'select', text, parameters: [], limit: 1e6, origins: [] }
}

/** How it wants its SQL. */
export const postgresDialect: Dialect = {
  name: 'postgres',
  lexicon: {
    backslashes: false,
    doubleQuotedStrings: false,
    hashComments: false,
    nestedComments: true,
    dollarQuotes: true,
    brackets: false,
  },
  quote: (name) => quoteWith('"', name),
  placeholder: (position) => `$${position}`,
  // What the desk has no type for (an enum, a UUID) is compared as text: a value that is none is no error then.
  column: (column, type) => (type === 'unknown' ? `${column}::text` : column),
  value(place, type, value) {
    switch (type) {
      case 'integer':
        return Number.isSafeInteger(Number(value)) ? `${place}::bigint` : `${place}::numeric`
      case 'decimal':
        return `${place}::numeric`
      case 'number':
        return `${place}::float8`
      case 'boolean':
        return `${place}::boolean`
      case 'date':
        return hasTime(value) ? `${place}::timestamp` : `${place}::date`
      case 'datetime':
        return `${place}::timestamp`
      case 'instant':
        return `${place}::timestamptz`
      case 'time':
        return `${place}::time`
      case 'text':
      case 'unknown':
        return `${place}::text`
      case 'bytes':
      case 'json':
        return place
      default:
        return type satisfies never
    }
  },
  exactly: '',
  matches: (column, place) => `${column}::text ilike ${place} escape '!'`,
  order: (column, descending) => `${column} ${descending ? 'desc nulls last' : 'asc nulls first'}`,
  average: (column) => `avg(${column})::float8`,
  sumOfIntegers: (column) => `sum(${column})::bigint`,
}
