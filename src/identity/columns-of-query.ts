import type { Filter, Measure, SelectQuery } from '../model/index.ts'

/**
 * Every column a query names, wherever it does: read, compared, grouped, sorted or joined by; not those of the queries
 * within it, which have tables of their own. What it sorts by a name
 * it gave to something it reads is no further column.
 */
export function columnsOf(query: SelectQuery): readonly string[] {
  const ownNames = new Set(query.columns.map((one) => one.as))
  return [
    ...query.columns.filter((one) => !countsRows(one)).map((one) => one.column),
    ...(query.where === null ? [] : columnsIn(query.where)),
    ...query.groupBy,
    ...(query.having ? columnsIn(query.having) : []),
    ...query.order
      .filter(
        (one) => !countsRows(one) && !(one.aggregate === undefined && ownNames.has(one.column)),
      )
      .map((one) => one.column),
    ...query.joins.flatMap(({ alias, on: [left, right] }) => [left, `${alias}.${right}`]),
  ]
}

/** `count` of `*` reads no column. */
function countsRows({ column, aggregate }: Measure): boolean {
  return column === '*' && aggregate === 'count'
}

function columnsIn(filter: Filter): readonly string[] {
  switch (filter.kind) {
    case 'compare':
    case 'compare-with':
      return countsRows(filter) ? [] : [filter.column]
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
