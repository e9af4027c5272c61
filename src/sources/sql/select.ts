/**
 * Queries as SQL: what the databases have in common, the little in which they differ being a `Dialect`.
 *
 * @module
 */
import { FrontdeskError } from '../../errors.ts'
import type { ColumnShape, Join, Selection, SelectQuery, Value } from '../../model/index.ts'
import type { Dialect } from './dialect.ts'
import { compileFilter, type FilterContext } from './filter.ts'
import type { Shapes } from '../shapes.ts'
import type { Origin, Statement } from './statement.ts'

/**
 * A `select` query as SQL. Names are looked up in the source's tables and quoted, values are always bound, and the
 * limit is one more than asked, to know whether there were more.
 */
export function compileSelect(query: SelectQuery, dialect: Dialect, shapes: Shapes): Statement {
  const scope = new Scope(query, dialect, shapes)
  const parameters: Value[] = []
  const place = (value: Value) => dialect.placeholder(parameters.push(value))
  const selected = query.columns.map((selection) => compileSelection(selection, dialect, scope))
  const own = dialect.quote(query.table)
  const list = selected.length > 0 ? selected.map((one) => one.sql).join(', ') : `${own}.*`
  const clauses = [`select ${query.distinct ? 'distinct ' : ''}${list}`, `from ${own}`]
  const context = { dialect, find: scope.find, place }
  for (const join of query.joins) clauses.push(compileJoin(join, scope, context))
  if (query.where) clauses.push(`where ${compileFilter(query.where, context)}`)
  if (query.groupBy.length > 0) {
    clauses.push(`group by ${query.groupBy.map((name) => scope.find(name).sql).join(', ')}`)
  }
  if (query.order.length > 0) clauses.push(`order by ${compileOrder(query, dialect, scope)}`)
  clauses.push(`limit ${rowsToRead(query.limit)}`)
  return {
    kind: 'select',
    text: clauses.join(' '),
    parameters,
    limit: query.limit,
    origins: selected.map((one) => one.origin),
  }
}

/** A column that a query names: its SQL, its shape, and where it is. */
export interface Found {
  readonly sql: string
  readonly shape: ColumnShape
  readonly origin: Origin
}

/** The tables a query reads, by the alias their columns are written with; its own table has the empty one. */
class Scope {
  readonly #dialect: Dialect
  readonly #shapes: Shapes
  readonly #tables = new Map<string, string>()
  readonly #own: string

  constructor(query: SelectQuery, dialect: Dialect, shapes: Shapes) {
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
  find = (written: string): Found => {
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

function compileSelection(
  selection: Selection,
  dialect: Dialect,
  scope: Scope,
): { sql: string; origin: Origin | null } {
  const { sql, origin, name } = compileColumn(selection, dialect, scope)
  return { sql: `${sql} as ${dialect.quote(selection.as ?? name)}`, origin }
}

function compileColumn(
  { column, aggregate }: Selection,
  dialect: Dialect,
  scope: Scope,
): { sql: string; origin: Origin | null; name: string } {
  if (aggregate === 'count' && column === '*')
    return { sql: 'count(*)', origin: null, name: 'count' }
  const { sql, shape, origin } = scope.find(column)
  const name = aggregate === undefined ? shape.name : `${aggregate}_${shape.name}`
  switch (aggregate) {
    case undefined:
      return { sql, origin, name }
    case 'count':
      return { sql: `count(${sql})`, origin: null, name }
    case 'average':
      return { sql: dialect.average(sql), origin: null, name }
    case 'sum':
      return {
        sql: shape.type === 'integer' ? dialect.sumOfIntegers(sql) : `sum(${sql})`,
        origin,
        name,
      }
    case 'minimum':
      return { sql: `min(${sql})`, origin, name }
    case 'maximum':
      return { sql: `max(${sql})`, origin, name }
    default:
      return aggregate satisfies never
  }
}

function compileJoin(join: Join, scope: Scope, context: FilterContext): string {
  const { dialect } = context
  const kind = join.kind === 'left' ? 'left join' : 'join'
  const table = `${dialect.quote(join.table)} as ${dialect.quote(join.alias)}`
  const [left, right] = [scope.find(join.on[0]), scope.findIn(join.alias, join.on[1])]
  const further = join.where === undefined ? '' : ` and ${compileFilter(join.where, context)}`
  return `${kind} ${table} on ${left.sql} = ${right.sql}${further}`
}

/** What a query calls by a name of its own is ordered by that name. */
function compileOrder(query: SelectQuery, dialect: Dialect, scope: Scope): string {
  const named = new Set(query.columns.flatMap((selection) => selection.as ?? []))
  return query.order
    .map(({ column, descending }) =>
      dialect.order(named.has(column) ? dialect.quote(column) : scope.find(column).sql, descending),
    )
    .join(', ')
}

function rowsToRead(limit: number): number {
  if (Number.isSafeInteger(limit) && limit >= 0) return limit + 1
  throw new FrontdeskError('source/invalid-query', `The limit ${limit} is not a number of rows.`)
}
