import type { Filter, Measure, SelectQuery } from '../model/index.ts'

/**
 * Every column a query names, wherever it does: read, compared, grouped, sorted or joined by; not those of the queries
 * within it, which have tables of their own. What it sorts by a name
 * it gave to something it reads is no further column.
 */
export function columnsOf(query: SelectQuery): readonly string[] {
  const ownNames = new Set(query.columns.map((one) => one.as))
  return [
    ...query.columns.flatMap(measured),
    ...(query.where === null ? [] : columnsIn(query.where)),
    ...query.groupBy,
    ...(query.having ? columnsIn(query.having) : []),
    ...query.order
      .filter((one) => !(one.aggregate === undefined && ownNames.has(one.column)))
      .flatMap(measured),
    ...query.joins.flatMap(({ alias, on: [left, right] }) => [left, `${alias}.${right}`]),
  ]
}

/** `count` and `share` of `*` read no column; what a share is of does. */
function measured({ column, aggregate, where }: Measure): readonly string[] {
  const isOfRows = column === '*' && (aggregate === 'count' || aggregate === 'share')
  return [...(isOfRows ? [] : [column]), ...(where === undefined ? [] : columnsIn(where))]
}

function columnsIn(filter: Filter): readonly string[] {
  switch (filter.kind) {
    case 'compare':
      return measured(filter)
    case 'compare-with':
      return [...measured(filter), ...(filter.per ?? [])]
    case 'in':
    case 'among':
      return [filter.column]
    case 'all':
    case 'any':
      return filter.filters.flatMap(columnsIn)
    case 'not':
      return columnsIn(filter.filter)
    default:
      return filter satisfies never
  }
}
