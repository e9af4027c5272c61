/**
 * Queries as SQL: what the databases have in common, the little in which they differ being a `Dialect`.
 *
 * @module
 */
import { FrontdeskError } from '../../errors.ts'
import type {
  Aggregate,
  ColumnShape,
  ColumnType,
  Join,
  Measure,
  Selection,
  SelectQuery,
  Subquery,
  Value,
} from '../../model/index.ts'
import type { Dialect } from './dialect.ts'
import { compileFilter, type FilterContext } from './filter.ts'
import type { Shapes } from '../shapes.ts'
import { type Body, type Found, Scope } from './scope.ts'
import type { Origin, Statement } from './statement.ts'

/**
 * A `select` query as SQL. Names are looked up in the source's tables and quoted, values are always bound, and the
 * limit is one more than asked, to know whether there were more.
 */
export function compileSelect(query: SelectQuery, dialect: Dialect, shapes: Shapes): Statement {
  const parameters: Value[] = []
  const place = (value: Value) => dialect.placeholder(parameters.push(value))
  const { text, origins } = compileBody(query, { dialect, shapes, place })
  return {
    kind: 'select',
    text: `${text} limit ${rowsToRead(query.limit)}`,
    parameters,
    limit: query.limit,
    origins,
  }
}

/** What all the queries within one statement share. */
interface Compiling {
  readonly dialect: Dialect
  readonly shapes: Shapes
  /** Binds a value and gives its placeholder; called in the order of the text. */
  readonly place: (value: Value) => string
}

/** Everything of a query but its limit. */
function compileBody(query: Body, compiling: Compiling) {
  const { dialect, place } = compiling
  const { scope, select, groups, order, origins } = planOf(query, compiling)
  const context = {
    dialect,
    measure: (measure: Measure) => compileMeasure(measure, dialect, scope),
    place,
    compile: (inner: Subquery) => compileSubquery(inner, compiling),
  }
  let text = select
  for (const join of query.joins) text += ` ${compileJoin(join, scope, context)}`
  if (query.where) text += ` where ${compileFilter(query.where, context)}`
  text += groups
  if (query.having) text += ` having ${compileFilter(query.having, context)}`
  return { text: text + order, origins }
}

/** What is the same of a query whatever its conditions. */
interface Plan {
  readonly of: Body
  readonly by: Omit<Compiling, 'place'>
  readonly scope: Scope
  /** The clauses, from the list of what is read to the table. */
  readonly select: string
  readonly groups: string
  readonly order: string
  readonly origins: readonly (Origin | null)[]
}

/** Plans by the list of what is read: every query of an answer has its template's. */
const plans = new WeakMap<Body['columns'], Plan>()

function planOf(query: Body, { dialect, shapes }: Compiling): Plan {
  const known = plans.get(query.columns)
  if (known?.by.dialect === dialect && known.by.shapes === shapes && areAlike(known.of, query))
    return known
  const made = makePlan(query, { dialect, shapes })
  plans.set(query.columns, made)
  return made
}

function areAlike(one: Body, other: Body): boolean {
  return (
    one.table === other.table &&
    one.distinct === other.distinct &&
    one.joins === other.joins &&
    one.groupBy === other.groupBy &&
    one.order === other.order
  )
}

function makePlan(query: Body, by: Plan['by']): Plan {
  const { dialect, shapes } = by
  const scope = new Scope(query, dialect, shapes)
  const selected = query.columns.map((selection) => compileSelection(selection, dialect, scope))
  const own = dialect.quote(query.table)
  const list = selected.length > 0 ? selected.map((one) => one.sql).join(', ') : `${own}.*`
  const groups = query.groupBy.map((name) => scope.find(name).sql).join(', ')
  const order = compileOrder(query, dialect, scope)
  return {
    of: query,
    by,
    scope,
    select: `select ${query.distinct ? 'distinct ' : ''}${list} from ${own}`,
    groups: groups === '' ? '' : ` group by ${groups}`,
    order: order === '' ? '' : ` order by ${order}`,
    origins: selected.map((one) => one.origin),
  }
}

function compileSubquery(query: Subquery, compiling: Compiling): string {
  const { text } = compileBody(query, compiling)
  if (query.limit === null) return text
  if (Number.isSafeInteger(query.limit) && query.limit >= 0) return `${text} limit ${query.limit}`
  throw notRows(query.limit)
}

function compileSelection(
  selection: Selection,
  dialect: Dialect,
  scope: Scope,
): { sql: string; origin: Origin | null } {
  const { sql, shape, origin } = compileMeasure(selection, dialect, scope)
  return {
    sql: `${sql} as ${dialect.quote(selection.as ?? shape.name)}`,
    origin: hasTypeOfColumn(selection) ? origin : null,
  }
}

/** What is computed has the type of its column only where it is one of its values, or their sum. */
function hasTypeOfColumn({ aggregate }: Measure): boolean {
  return aggregate !== 'count' && aggregate !== 'average'
}

/** A column, or what is computed of it, as something that can be read, compared and sorted by. */
function compileMeasure(measure: Measure, dialect: Dialect, scope: Scope): Found {
  const { column, aggregate, distinct = false } = measure
  if (aggregate === 'count' && column === '*') {
    const shape = { name: 'count', type: 'integer', nullable: false } as const
    return { sql: 'count(*)', shape, origin: { table: '', column: '' } }
  }
  const found = scope.find(column)
  if (aggregate === undefined) return found
  const { shape } = found
  const sql = distinct ? `distinct ${found.sql}` : found.sql
  const name = `${aggregate}_${shape.name}`
  return {
    ...found,
    sql: aggregated(sql, shape, aggregate, dialect),
    shape: { ...shape, name, type: typeOf(aggregate, shape) },
  }
}

function aggregated(sql: string, shape: ColumnShape, aggregate: Aggregate, dialect: Dialect) {
  switch (aggregate) {
    case 'count':
      return `count(${sql})`
    case 'average':
      return dialect.average(sql)
    case 'sum':
      return shape.type === 'integer' ? dialect.sumOfIntegers(sql) : `sum(${sql})`
    case 'minimum':
      return `min(${sql})`
    case 'maximum':
      return `max(${sql})`
    default:
      return aggregate satisfies never
  }
}

/** The type a value must have to be compared with what is computed. */
function typeOf(aggregate: Aggregate, { type }: ColumnShape): ColumnType {
  if (aggregate === 'count') return 'integer'
  return aggregate === 'average' ? 'number' : type
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
function compileOrder(query: Body, dialect: Dialect, scope: Scope): string {
  const named = new Set(query.columns.flatMap((selection) => selection.as ?? []))
  return query.order
    .map((order) => {
      const isNamed = order.aggregate === undefined && named.has(order.column)
      const sql = isNamed ? dialect.quote(order.column) : compileMeasure(order, dialect, scope).sql
      return dialect.order(sql, order.descending)
    })
    .join(', ')
}

function rowsToRead(limit: number): number {
  if (Number.isSafeInteger(limit) && limit >= 0) return limit + 1
  throw notRows(limit)
}

function notRows(limit: number): FrontdeskError {
  return new FrontdeskError('source/invalid-query', `The limit ${limit} is not a number of rows.`)
}
