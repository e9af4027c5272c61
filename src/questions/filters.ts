import { countThrough, joinRest } from './counting.ts'
import { matchOf, withPrefix } from './plain-filters.ts'
import type { Filter, Measure as QueryMeasure, Ordering } from '../model/index.ts'
import { subquery, type Subquery } from '../model/index.ts'
import type { Condition, Measure, Node } from './draft.ts'
import { isAlongKey } from './paths.ts'
import type { Link, Path, Table } from './schema.ts'

/** All of the filters as one; null for none. */
export function allOf(filters: readonly Filter[]): Filter | null {
  if (filters.length === 0) return null
  return filters.length === 1 ? filters[0]! : { kind: 'all', filters }
}

/** What is said of a node, as conditions on the columns that stand behind a prefix. */
export function conditionsOf(
  node: Node,
  prefix: string,
  isJoined: (node: Node) => boolean = () => false,
): readonly Filter[] {
  const plain = node.conditions.filter((one) => one.kind !== 'extreme')
  const filters: Filter[] = []
  for (const condition of plain) {
    if (condition.kind === 'link' && isJoined(condition.child) && condition.negated !== true)
      continue
    const made = filterOf(condition, prefix, node.table)
    if (made === null) continue
    const before = filters.at(-1)
    if (condition.or === true && before !== undefined)
      filters[filters.length - 1] = {
        kind: 'any',
        filters: before.kind === 'any' ? [...before.filters, made] : [before, made],
      }
    else filters.push(made)
  }
  const extremes = node.conditions.flatMap((one) =>
    one.kind === 'extreme' && one.per === undefined ? extremeOf(one, node, prefix) : [],
  )
  return [...filters, ...extremes]
}

function filterOf(condition: Condition, prefix: string, table: Table): Filter | null {
  const filter = plainFilterOf(condition, prefix)
  if (filter === null || condition.negated !== true) return filter
  if (condition.kind === 'link' && table.repeats) return notAnyRow(condition, table, prefix)
  if (filter.kind === 'compare' && filter.op === '=') return { ...filter, op: '!=' }
  return { kind: 'not', filter }
}

/** Of what stands on several rows none may be linked: a river that runs through Texas has rows elsewhere too. */
function notAnyRow(
  { path, child }: Extract<Condition, { kind: 'link' }>,
  { name, naming }: Table,
  prefix: string,
): Filter | null {
  const [called] = naming
  if (called === undefined) return null
  const query = subquery({
    table: name,
    columns: [{ column: called.name }],
    where: allOf([
      { kind: 'compare', column: called.name, op: '!=', value: null },
      ...linked(path, child, ''),
    ]),
  })
  return { kind: 'not', filter: { kind: 'among', column: prefix + called.name, query } }
}

function plainFilterOf(condition: Condition, prefix: string): Filter | null {
  switch (condition.kind) {
    case 'compare':
      return {
        kind: 'compare',
        column: prefix + condition.column.name,
        op: condition.op,
        value: condition.value,
      }
    case 'in':
      return { kind: 'in', column: prefix + condition.column.name, values: condition.values }
    case 'match':
      return matchOf(condition, prefix)
    case 'range':
      return {
        kind: 'all',
        filters: [
          {
            kind: 'compare',
            column: prefix + condition.column.name,
            op: '>=',
            value: condition.least,
          },
          {
            kind: 'compare',
            column: prefix + condition.column.name,
            op: '<=',
            value: condition.greatest,
          },
        ],
      }
    case 'link':
      return condition.optional === true
        ? null
        : allOf(linked(condition.path, condition.child, prefix))
    case 'defined':
      return withPrefix(condition.definition.filter, prefix)
    case 'measure':
      return measured(condition.measure, prefix, {
        kind: 'compare',
        op: condition.op,
        value: condition.value,
      })
    case 'relative':
      return relativeOf(condition, prefix)
    case 'extreme':
      return null
    default:
      return condition satisfies never
  }
}

/** Along the first link of the path to rows that are linked on; the conditions of the child stand at the end. */
export function linked(path: Path, child: Node, prefix: string): readonly Filter[] {
  const [link, ...rest] = path
  if (link === undefined) return conditionsOf(child, prefix)
  const inner = rest.length === 0 ? conditionsOf(child, '') : linked(rest, child, '')
  // A key that leads to any row at all says only that there is one.
  const isPlain = inner.length === 0 && isAlongKey(link)
  if (isPlain) return [{ kind: 'compare', column: prefix + link.from.name, op: '!=', value: null }]
  return [{ kind: 'among', column: prefix + link.from.name, query: valuesOf(link, inner) }]
}

function valuesOf(link: Link, filters: readonly Filter[]): Subquery {
  const present: readonly Filter[] = link.to.unique
    ? []
    : [{ kind: 'compare', column: link.to.name, op: '!=', value: null }]
  return subquery({
    table: link.to.table.name,
    columns: [{ column: link.to.name }],
    where: allOf([...present, ...filters]),
  })
}

function relativeOf(condition: Extract<Condition, { kind: 'relative' }>, prefix: string): Filter {
  const { column, op, to, of, aggregate } = condition
  const fallback = op === '<' || op === '<=' ? ('minimum' as const) : ('maximum' as const)
  const query = subquery({
    table: to.table.name,
    columns: [{ column: of.name, aggregate: aggregate ?? fallback }],
    where: allOf(conditionsOf(to, '')),
  })
  return { kind: 'compare-with', column: prefix + column.name, op, query }
}

type Linked = Extract<Measure, { kind: 'linked' }>
type Against =
  | {
      readonly kind: 'compare'
      readonly op: Ordering
      readonly value: number
    }
  | { readonly kind: 'extreme'; readonly direction: 1 | -1; readonly among: readonly Filter[] }

/** Rows for which what is computed of the rows linked to them meets a condition. */
function measured(measure: Linked, prefix: string, against: Against): Filter | null {
  const [link, ...rest] = measure.path
  if (link === undefined) return null
  const { joins, at } = joinRest(rest)
  const conditions = conditionsOf(measure.child, at)
  const computed: QueryMeasure =
    measure.column === null
      ? countThrough(rest, measure.child, at)
      : { column: at + measure.column.name, aggregate: measure.aggregate }
  const restricted: readonly Filter[] =
    against.kind === 'extreme' && against.among.length > 0
      ? [
          {
            kind: 'among',
            column: link.to.name,
            query: subquery({
              table: link.from.table.name,
              columns: [{ column: link.from.name }],
              where: allOf(against.among),
            }),
          },
        ]
      : []
  const grouped = {
    table: link.to.table.name,
    joins,
    where: allOf([
      { kind: 'compare', column: link.to.name, op: '!=', value: null },
      ...restricted,
      ...conditions,
    ]),
    groupBy: [link.to.name],
  } as const
  const having: Filter =
    against.kind === 'compare'
      ? { kind: 'compare', ...computed, op: against.op, value: against.value }
      : {
          kind: 'compare-with',
          ...computed,
          op: '=',
          query: subquery({
            ...grouped,
            columns: [{ ...computed, as: 'n' }],
            order: [{ column: 'n', descending: against.direction > 0 }],
            limit: 1,
          }),
        }
  return {
    kind: 'among',
    column: prefix + link.from.name,
    query: subquery({ ...grouped, columns: [{ column: link.to.name }], having }),
  }
}

/**
 * What is said of the thing whose one row beside it a node is: "the state that borders Idaho with the lowest point" has
 * the lowest of those that border Idaho.
 */
function besideOf(node: Node): readonly Filter[] {
  const { parent } = node
  const link = parent?.conditions.find((one) => one.kind === 'link' && one.child === node)
  if (parent === null || link?.kind !== 'link' || link.negated === true) return []
  const [only, more] = link.path
  if (only === undefined || more !== undefined || !only.from.unique || !only.to.unique) return []
  const rest = parent.conditions.filter((one) => one !== link)
  const said = conditionsOf({ ...parent, conditions: rest }, '')
  if (said.length === 0) return []
  const query = subquery({
    table: parent.table.name,
    columns: [{ column: only.from.name }],
    where: allOf(said),
  })
  return [{ kind: 'among', column: only.to.name, query }]
}

/** The rows of a node that have the most or the least of something, of those that meet its other conditions. */
function extremeOf(
  extreme: Extract<Condition, { kind: 'extreme' }>,
  node: Node,
  prefix: string,
): readonly Filter[] {
  // "the smallest state that borders the most states": what is said later holds first.
  const isBefore = node.conditions.slice(0, node.conditions.indexOf(extreme) + 1)
  const others: Node = {
    ...node,
    conditions: node.conditions.filter((one) => one.kind !== 'extreme' || !isBefore.includes(one)),
  }
  const { measure, direction } = extreme
  const among = [...conditionsOf(others, ''), ...besideOf(node)]
  if (measure.kind === 'linked') {
    const made = measured(measure, prefix, { kind: 'extreme', direction, among })
    return made === null ? [] : [made]
  }
  const { column } = measure
  const aggregate = direction > 0 ? ('maximum' as const) : ('minimum' as const)
  const query = subquery({
    table: column.table.name,
    columns: [{ column: column.name, aggregate }],
    where: allOf(among),
  })
  return [{ kind: 'compare-with', column: prefix + column.name, op: '=', query }]
}
