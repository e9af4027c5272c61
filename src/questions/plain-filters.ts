import type { Filter } from '../model/index.ts'
import type { Condition } from './draft.ts'

/** A condition on the columns that stand behind a prefix. */
export function withPrefix(filter: Filter, prefix: string): Filter {
  if ('filters' in filter)
    return { ...filter, filters: filter.filters.map((one) => withPrefix(one, prefix)) }
  if (filter.kind === 'not') return { ...filter, filter: withPrefix(filter.filter, prefix) }
  return { ...filter, column: prefix + filter.column }
}

export function matchOf(
  { column, how, text }: Extract<Condition, { kind: 'match' }>,
  prefix: string,
): Filter {
  const op = how === 'starts' ? 'starts' : 'contains'
  return { kind: 'compare', column: prefix + column.name, op, value: text }
}
