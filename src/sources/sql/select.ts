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
import { type Body, type Found, Scope } from './scope.ts'
import type { Shapes } from '../shapes.ts'
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
  const { scope, select, groups, order, origins } = planOf(query, compiling)
  const context = contextIn(scope, compiling)
  let text = select
  for (const join of query.joins) text += ` ${compileJoin(join, scope, context)}`
  if (query.where) text += ` where ${compileFilter(query.where, context)}`
  text += groups
  if (query.having) text += ` having ${compileFilter(query.having, context)}`
  return { text: text + (order ?? compileOrder(query, context)), origins }
}

function contextIn(scope: Scope, compiling: Compiling): FilterContext {
  const context: FilterContext = {
    dialect: compiling.dialect,
    measure: (measure) => compileMeasure(measure, scope, context),
    place: compiling.place,
    compile: (inner) => compileSubquery(inner, compiling),
    compileGroups: (inner) => {
      const groups = inner.groupBy.map((column) => ({ column }))
      return compileSubquery({ ...inner, columns: [...groups, ...inner.columns] }, compiling)
    },
  }
  return context
}

/** What is the same of a query whatever its conditions. */
interface Plan {
  readonly of: Body
  readonly by: Omit<Compiling, 'place'>
  readonly scope: Scope
  /** The clauses, from the list of what is read to the table. */
  readonly select: string
  readonly groups: string
  /** Null where values are bound in it: those of the conditions come first. */
  readonly order: string | null
  readonly origins: readonly (Origin | null)[]
}

/** Plans by the list of what is read: every query of an answer has its template's. */
const plans = new WeakMap<Body['columns'], Plan>()

function planOf(query: Body, compiling: Compiling): Plan {
  const { dialect, shapes } = compiling
  const known = plans.get(query.columns)
  if (known?.by.dialect === dialect && known.by.shapes === shapes && areAlike(known.of, query))
    return known
  const isFixed = [...query.columns, ...query.order].every(({ where }) => where === undefined)
  const made = makePlan(query, compiling, isFixed)
  if (isFixed) plans.set(query.columns, made)
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

/** @param isFixed whether nothing is bound but in conditions */
function makePlan(query: Body, compiling: Compiling, isFixed: boolean): Plan {
  const { dialect, shapes } = compiling
  const scope = new Scope(query, dialect, shapes)
  const context = contextIn(scope, compiling)
  const selected = query.columns.map((selection) => compileSelection(selection, scope, context))
  const own = dialect.quote(query.table)
  const list = selected.length > 0 ? selected.map((one) => one.sql).join(', ') : `${own}.*`
  const groups = query.groupBy.map((name) => scope.find(name).sql).join(', ')
  return {
    of: query,
    by: { dialect, shapes },
    scope,
    select: `select ${query.distinct ? 'distinct ' : ''}${list} from ${own}`,
    groups: groups === '' ? '' : ` group by ${groups}`,
    order: isFixed ? compileOrder(query, context) : null,
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
  scope: Scope,
  context: FilterContext,
): { sql: string; origin: Origin | null } {
  const { sql, shape, origin } = compileMeasure(selection, scope, context)
  return {
    sql: `${sql} as ${context.dialect.quote(selection.as ?? shape.name)}`,
    origin: hasTypeOfColumn(selection) ? origin : null,
  }
}

/** What is computed has the type of its column only where it is one of its values, or their sum. */
function hasTypeOfColumn({ aggregate }: Measure): boolean {
  return aggregate !== 'count' && aggregate !== 'average' && aggregate !== 'share'
}

/** A column, or what is computed of it, as something that can be read, compared and sorted by. */
function compileMeasure(measure: Measure, scope: Scope, context: FilterContext): Found {
  const { column, aggregate, distinct = false } = measure
  const { dialect } = context
  if (aggregate === 'share') return compileShare(measure, context)
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

function compileShare({ where, column }: Measure, context: FilterContext): Found {
  if (where === undefined || column !== '*')
    throw new FrontdeskError('source/invalid-query', 'A share is of rows that meet a condition.')
  const shape = { name: 'share', type: 'number', nullable: true } as const
  const met = `case when ${compileFilter(where, context)} then 100.0 else 0 end`
  return { sql: context.dialect.average(met), shape, origin: { table: '', column: '' } }
}

function aggregated(
  sql: string,
  shape: ColumnShape,
  aggregate: Exclude<Aggregate, 'share'>,
  dialect: Dialect,
) {
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
    case 'spread':
      return `max(${sql}) - min(${sql})`
    default:
      return aggregate satisfies never
  }
}

/** The type a value must have to be compared with what is computed. */
function typeOf(aggregate: Aggregate, { type }: ColumnShape): ColumnType {
  if (aggregate === 'count') return 'integer'
  return aggregate === 'average' || aggregate === 'share' ? 'number' : type
}

function compileJoin(join: Join, scope: Scope, context: FilterContext): string {
  const { dialect } = context
  const kind = join.kind === 'left' ? 'left join' : 'join'
  const table = `${dialect.quote(join.table)} as ${dialect.quote(join.alias)}`
  const [left, right] = [scope.find(join.on[0]), scope.findIn(join.alias, join.on[1])]
  const further = join.where === undefined ? '' : ` and ${compileFilter(join.where, context)}`
  return `${kind} ${table} on ${left.sql} = ${right.sql}${further}`
}

/** What a query calls by a name of its own is ordered by that name. Empty where it has no order. */
function compileOrder(query: Body, { dialect, measure }: FilterContext): string {
  if (query.order.length === 0) return ''
  const named = new Set(query.columns.flatMap((selection) => selection.as ?? []))
  const orders = query.order.map((order) => {
    const isNamed = order.aggregate === undefined && named.has(order.column)
    const sql = isNamed ? dialect.quote(order.column) : measure(order).sql
    return dialect.order(sql, order.descending)
  })
  return ` order by ${orders.join(', ')}`
}

function rowsToRead(limit: number): number {
  if (Number.isSafeInteger(limit) && limit >= 0) return limit + 1
  throw notRows(limit)
}

function notRows(limit: number): FrontdeskError {
  return new FrontdeskError('source/invalid-query', `The limit ${limit} is not a number of rows.`)
}
