import { statSync } from 'node:fs'
import type { Result, TableShape, Value } from '../../model/index.ts'
import { loadSqlite } from '../../util/load-sqlite.ts'
import type {
  SqliteCell,
  SqliteDatabase,
  SqliteInput,
  SqliteStatement,
} from '../../util/load-sqlite.ts'
import { resultOf } from '../cells.ts'
import { quoteWith } from '../sql/dialect.ts'
import { SqliteFailure } from './failure.ts'
import type { SqliteRequest } from './requests.ts'
import { sqliteConvert, sqliteType, typeOfStored } from './types.ts'
import type { Origin, Statement } from '../sql/statement.ts'
import { tablesOf, withKeys } from '../tables.ts'

/** Milliseconds to wait for a file that someone else is writing. */
const patience = 2000

/** Prepared statements kept for a file. */
const mostPrepared = 200

/** A file opened for reading. */
interface OpenFile {
  readonly database: SqliteDatabase
  /** Which file the path meant when it was opened: one that was replaced is opened anew. */
  readonly identity: string
  readonly prepared: Map<string, SqliteStatement>
}

/** The database files of one worker. Everything here waits for SQLite, so it runs in no thread that answers visitors. */
export class SqliteFiles {
  readonly #isStopped: () => boolean
  readonly #open = new Map<string, OpenFile>()
  #writing: SqliteDatabase | undefined

  constructor(isStopped: () => boolean) {
    this.#isStopped = isStopped
  }

  take(request: SqliteRequest): unknown {
    switch (request.kind) {
      case 'query':
        return this.#query(this.#reading(request.file), request.statement)
      case 'tables':
        return readTables(this.#reading(request.file))
      case 'forget':
        return this.#forget(request.file)
      case 'leave':
        return this.#leave()
      case 'begin':
        this.#writing = openFile(request.file, false)
        return this.#writing.exec('begin immediate')
      case 'run':
        return void this.#written()
          .prepare(request.sql)
          .run(...request.parameters.map(bound))
      case 'insert':
        return this.#insert(request.table, request.columns, request.rows)
      case 'commit':
      case 'rollback':
        return this.#end(request.kind)
      default:
        return request satisfies never
    }
  }

  #query(file: OpenFile, { text, parameters, limit, origins }: Statement): Result {
    const statement = prepare(file, text)
    const rows: (SqliteCell | null)[][] = []
    if (this.#isStopped()) throw stopped()
    for (const row of statement.iterate(...parameters.map(bound))) {
      rows.push(row)
      if (rows.length > limit) break
      if (this.#isStopped()) throw stopped()
    }
    const declared = origins.map((origin) => origin && declaredType(file, origin))
    const columns = statement.columns().map(({ name, type }, i) => {
      const known = declared[i] ?? type
      const own = sqliteType(known)
      const convert = sqliteConvert(own, known)
      return { name, convert, type: own === 'unknown' ? typeOfStored(firstCell(rows, i)) : own }
    })
    return resultOf(columns, rows, limit)
  }

  #reading(file: string): OpenFile {
    const identity = identify(file)
    const known = this.#open.get(file)
    if (known?.identity === identity) return known
    this.#forget(file)
    const opened = { database: openFile(file, true), identity, prepared: new Map() }
    this.#open.set(file, opened)
    return opened
  }

  #forget(file: string): void {
    this.#open.get(file)?.database.close()
    this.#open.delete(file)
  }

  #leave(): void {
    for (const file of this.#open.keys()) this.#forget(file)
    this.#writing?.close()
    this.#writing = undefined
  }

  #written(): SqliteDatabase {
    if (this.#writing) return this.#writing
    throw new SqliteFailure('source/invalid-query', 'No transaction is under way.')
  }

  #insert(table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): void {
    const names = columns.map((column) => quoteWith('"', column)).join(', ')
    const places = columns.map(() => '?').join(', ')
    const statement = this.#written().prepare(
      `insert into ${quoteWith('"', table)} (${names}) values (${places})`,
    )
    for (const row of rows) statement.run(...row.map(bound))
  }

  #end(how: 'commit' | 'rollback'): void {
    const database = this.#written()
    database.exec(how)
    database.close()
    this.#writing = undefined
  }
}

function openFile(file: string, readOnly: boolean): SqliteDatabase {
  const { DatabaseSync } = loadSqlite()
  const database = new DatabaseSync(file, { readOnly, enableForeignKeyConstraints: true })
  database.exec(`pragma busy_timeout = ${patience}`)
  return database
}

function identify(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  if (found === undefined)
    throw new SqliteFailure('source/no-such-database', 'There is no such file.')
  return `${found.dev}:${found.ino}`
}

function prepare(file: OpenFile, text: string): SqliteStatement {
  const known = file.prepared.get(text)
  if (known) return known
  const statement = file.database.prepare(text)
  statement.setReadBigInts(true)
  statement.setReturnArrays(true)
  if (file.prepared.size >= mostPrepared) file.prepared.clear()
  file.prepared.set(text, statement)
  return statement
}

function bound(value: Value): SqliteInput {
  return typeof value === 'boolean' ? Number(value) : value
}

function firstCell(rows: readonly (SqliteCell | null)[][], column: number): SqliteCell | undefined {
  return rows.find((row) => row[column] !== null)?.[column] ?? undefined
}

function declaredType(file: OpenFile, { table, column }: Origin): string | null {
  const statement = prepare(file, 'select type from pragma_table_xinfo(?) where name = ?')
  const [row] = [...statement.iterate(table, column)]
  return typeof row?.[0] === 'string' && row[0] !== '' ? row[0] : null
}

function readTables(file: OpenFile): readonly TableShape[] {
  const read = (sql: string) => [...prepare(file, sql).iterate()].map((row) => row.map(asValue))
  const tables = tablesOf(read(describeTables), sqliteType)
  return withKeys(tables, { foreign: read(describeForeignKeys), unique: read(describeUnique) })
}

function asValue(cell: SqliteCell | null): Value {
  return typeof cell === 'bigint' ? Number(cell) : typeof cell === 'object' ? null : cell
}

const describeTables = `
  select t.name, t.type, c.name, c.type, iif(c."notnull" or c.pk, 'NO', 'YES'), c.pk
  from sqlite_schema as t, pragma_table_xinfo(t.name) as c
  where c.hidden <> 1 and t.type in ('table', 'view') and t.name not like 'sqlite!_%' escape '!'
  order by t.name, c.cid`

const describeForeignKeys = `
  select t.name, k.id, k."from", k."table", k."to"
  from sqlite_schema as t, pragma_foreign_key_list(t.name) as k
  where t.type = 'table' order by t.name, k.id desc, k.seq`

const describeUnique = `
  select t.name, i.name, c.name
  from sqlite_schema as t, pragma_index_list(t.name) as i, pragma_index_info(i.name) as c
  where t.type = 'table' and i."unique" and not i.partial and i.origin <> 'pk' and c.name is not null
  order by t.name, i.name, c.seqno`

function stopped(): SqliteFailure {
  return new SqliteFailure('source/stopped', 'The query was stopped.')
}
