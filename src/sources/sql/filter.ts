import { FrontdeskError } from '../../errors.ts'
import type { Comparison, Filter, Measure, Ordering, Subquery, Value } from '../../model/index.ts'
import type { Bindable, Dialect } from './dialect.ts'
import { hasTime } from './dialect.ts'
import { fit } from './fit.ts'
import type { Found } from './scope.ts'

/** Conditions that hold for no row and for every row, on every database. */
const never = '1 = 0'
const always = '1 = 1'

/** What a condition is compiled with. */
export interface FilterContext {
  readonly dialect: Dialect
  /** Looks up a column written `name` or `alias.name`, or what is computed of it. */
  readonly measure: (measure: Measure) => Found
  /** A query within this one. */
  readonly compile: (query: Subquery) => string
  /** One that gives the columns it groups by before what it gives. */
  readonly compileGroups: (query: Subquery) => string
  /** Binds a value and gives its placeholder. */
  readonly place: (value: Value) => string
}

/** A condition as SQL. */
export function compileFilter(filter: Filter, context: FilterContext): string {
  const compile = (one: Filter) => compileFilter(one, context)
  switch (filter.kind) {
    case 'compare':
      return compileComparison(filter.op, filter.value, context.measure(filter), context)
    case 'compare-with':
      if (filter.per !== undefined) return compileWithGroups(filter, filter.per, context)
      return `${context.measure(filter).sql} ${sqlOf(filter.op)} (${context.compile(filter.query)})`
    case 'in':
      return compileEquality(filter.values, context.measure({ column: filter.column }), context)
    case 'among':
      return `${context.measure({ column: filter.column }).sql} in (${context.compile(filter.query)})`
    case 'all':
      return combine(filter.filters.map(compile), 'and', always)
    case 'any':
      return combine(filter.filters.map(compile), 'or', never)
    case 'not':
      return `not (${compile(filter.filter)})`
    default:
      return filter satisfies never
  }
}

/** Rows are held against the value of their own group as pairs, which every database here can look up. */
function compileWithGroups(
  { query, op, ...measure }: Extract<Filter, { kind: 'compare-with' }>,
  per: readonly string[],
  context: FilterContext,
): string {
  if (op !== '=' || per.length === 0 || per.length !== query.groupBy.length)
    throw new FrontdeskError(
      'source/invalid-query',
      'A row is compared with its group by `=`, and by as many columns as the query groups by.',
    )
  const groups = per.map((column) => context.measure({ column }).sql)
  const row = [...groups, context.measure(measure).sql].join(', ')
  return `(${row}) in (${context.compileGroups(query)})`
}

function sqlOf(op: Ordering): string {
  return op === '!=' ? '<>' : op
}

function combine(conditions: readonly string[], word: string, none: string): string {
  return conditions.length === 0 ? none : `(${conditions.join(` ${word} `)})`
}

function compileComparison(
  op: Comparison,
  value: Value,
  found: Found,
  context: FilterContext,
): string {
  if (value === null) return compileMissing(op, found.sql)
  switch (op) {
    case 'contains':
    case 'starts':
      return compileMatch(op, value, found, context)
    case '=':
      return compileEquality([value], found, context)
    case '!=':
      return compileInequality(value, found, context)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compileOrdering(op, value, found, context)
    default:
      return op satisfies never
  }
}

function compileMissing(op: Comparison, column: string): string {
  if (op === '=') return `${column} is null`
  return op === '!=' ? `${column} is not null` : never
}

function compileMatch(
  op: 'contains' | 'starts',
  value: Bindable,
  found: Found,
  { dialect, place }: FilterContext,
): string {
  const text = fit(value, 'text')
  if (text === null) return never
  const literal = String(text).replaceAll(/[!%_]/g, '!$&')
  return dialect.matches(found.sql, place(op === 'contains' ? `%${literal}%` : `${literal}%`))
}

function compileEquality(values: readonly Value[], found: Found, context: FilterContext): string {
  const { dialect, place } = context
  const type = found.shape.type
  const fitted = fitAll(values, found)
  const first = fitted[0]
  if (first === undefined) return never
  const column = dialect.column(found.sql, type, fitted.some(hasTime))
  const equals = (suffix: string) => {
    const bound = fitted.map((value) => dialect.value(place(value), type, value) + suffix)
    return bound.length === 1 ? `${column} = ${bound[0]}` : `${column} in (${bound.join(', ')})`
  }
  // The plain comparison uses an index; the exact one then leaves out what only a lenient collation calls equal.
  if (dialect.exactly === '' || type !== 'text') return equals('')
  return `(${equals('')} and ${equals(dialect.exactly)})`
}

function compileInequality(value: Bindable, found: Found, context: FilterContext): string {
  const { dialect, place } = context
  const type = found.shape.type
  const fitted = fit(value, type)
  if (fitted === null) return `${found.sql} is not null`
  const bound = dialect.value(place(fitted), type, fitted)
  const exactly = type === 'text' ? dialect.exactly : ''
  return `${dialect.column(found.sql, type, hasTime(fitted))} <> ${bound}${exactly}`
}

function compileOrdering(
  op: '<' | '<=' | '>' | '>=',
  value: Bindable,
  found: Found,
  { dialect, place }: FilterContext,
): string {
  const type = found.shape.type
  const fitted = fit(value, type)
  if (fitted === null) return never
  const column = dialect.column(found.sql, type, hasTime(fitted))
  return `${column} ${op} ${dialect.value(place(fitted), type, fitted)}`
}

function fitAll(values: readonly Value[], found: Found): Bindable[] {
  const fitted = values.flatMap((value) =>
    value === null ? [] : (fit(value, found.shape.type) ?? []),
  )
  return [...new Set(fitted)]
}
