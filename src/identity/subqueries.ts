import type { Filter, SelectQuery, Subquery } from '../model/index.ts'

/** The query with each query within it replaced. */
export function withSubqueries(
  query: SelectQuery,
  replace: (inner: Subquery) => Subquery,
): SelectQuery {
  const { where, having } = query
  return {
    ...query,
    where: where === null ? null : inFilter(where, replace),
    ...(having ? { having: inFilter(having, replace) } : {}),
  }
}

function inFilter(filter: Filter, replace: (inner: Subquery) => Subquery): Filter {
  switch (filter.kind) {
    case 'compare':
    case 'in':
      return filter
    case 'compare-with':
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
