import type { Filter, Measure, SelectQuery, Subquery } from '../model/index.ts'

/** The query with each query within it replaced. */
export function withSubqueries(
  query: SelectQuery,
  replace: (inner: Subquery) => Subquery,
): SelectQuery {
  const { where, having, columns, order } = query
  return {
    ...query,
    columns: columns.map((one) => inMeasure(one, replace)),
    order: order.map((one) => inMeasure(one, replace)),
    where: where === null ? null : inFilter(where, replace),
    ...(having ? { having: inFilter(having, replace) } : {}),
  }
}

function inMeasure<T extends Measure>(measure: T, replace: (inner: Subquery) => Subquery): T {
  const { where } = measure
  return where === undefined ? measure : { ...measure, where: inFilter(where, replace) }
}

function inFilter(filter: Filter, replace: (inner: Subquery) => Subquery): Filter {
  switch (filter.kind) {
    case 'in':
      return filter
    case 'compare':
      return inMeasure(filter, replace)
    case 'compare-with':
      return { ...inMeasure(filter, replace), query: replace(filter.query) }
    case 'among':
      return { ...filter, query: replace(filter.query) }
    case 'all':
    case 'any':
      return { ...filter, filters: filter.filters.map((one) => inFilter(one, replace)) }
    case 'not':
      return { ...filter, filter: inFilter(filter.filter, replace) }
    default:
      return filter satisfies never
  }
}
