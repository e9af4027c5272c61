import { FrontdeskError } from '../../errors.ts'
import type { ColumnShape, Join, Subquery } from '../../model/index.ts'
import type { Shapes } from '../shapes.ts'
import type { Dialect } from './dialect.ts'
import type { Origin } from './statement.ts'

/** What of a query makes SQL. */
export type Body = Pick<Subquery, Exclude<keyof Subquery, 'limit'>>

/** A column that a query names: its SQL, its shape, and where it is. */
export interface Found {
  readonly sql: string
  readonly shape: ColumnShape
  readonly origin: Origin
}

/** The tables a query reads, by the alias their columns are written with; its own table has the empty one. */
export class Scope {
  readonly #dialect: Dialect
  readonly #shapes: Shapes
  readonly #tables = new Map<string, string>()
  readonly #columns = new Map<string, Found>()
  readonly #own: string

  constructor(query: Body, dialect: Dialect, shapes: Shapes) {
    this.#dialect = dialect
    this.#shapes = shapes
    this.#own = query.table
    this.#tables.set(shapes.table(query.table).name, query.table)
    for (const join of query.joins) this.#add(join)
  }

  #add(join: Join): void {
    if (this.#tables.has(join.alias)) {
      const message = `Two tables of one query are called \`${join.alias}\`.`
      throw new FrontdeskError('source/invalid-query', message, {
        hint: 'Give each join an alias of its own.',
      })
    }
    this.#tables.set(join.alias, join.table)
  }

  /** Finds `name` of the query's own table, or `alias.name`. */
  find(written: string): Found {
    const known = this.#columns.get(written)
    if (known !== undefined) return known
    const found = this.#look(written)
    this.#columns.set(written, found)
    return found
  }

  #look(written: string): Found {
    for (const [alias, table] of this.#tables) {
      if (written.startsWith(`${alias}.`))
        return this.#found(alias, table, written.slice(alias.length + 1))
    }
    return this.#found(this.#own, this.#own, written)
  }

  /** Finds a column of a joined table by its bare name. */
  findIn(alias: string, name: string): Found {
    return this.#found(alias, this.#tables.get(alias) ?? alias, name)
  }

  #found(alias: string, table: string, name: string): Found {
    const shape = this.#shapes.column(this.#shapes.table(table), name)
    const sql = `${this.#dialect.quote(alias)}.${this.#dialect.quote(shape.name)}`
    return { sql, shape, origin: { table, column: shape.name } }
  }
}
