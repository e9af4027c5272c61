import { type Filter, subquery } from '../model/index.ts'
import type { Condition, Node } from './draft.ts'
import { joinRest } from './counting.ts'
import { allOf, conditionsOf } from './filters.ts'
import { pathBetween } from './paths.ts'
import type { Column } from './schema.ts'

/** What is the most or the least of its own group: "the cheapest product of each category". */
export type ExtremeOfGroup = Extract<Condition, { kind: 'extreme' }>

/** The rows of a node that have the most or the least of their group; null where the two do not hang together. */
export function extremePerGroup(
  { measure, direction, per }: ExtremeOfGroup,
  node: Node,
  nameOf: (node: Node, column: Column) => string,
): Filter | null {
  if (per === undefined || measure.kind !== 'column') return null
  const link = node.conditions.find((one) => one.kind === 'link' && one.child === per.node)
  const path =
    link?.kind === 'link'
      ? link.path
      : per.node === node
        ? []
        : pathBetween(node.table, per.node.table)
  if (path === null) return null
  const { joins, at } = joinRest(path)
  const { key, naming } = per.node.table
  const isRow = per.columns.some((one) => naming.includes(one))
  const columns = isRow && key !== null && per.node !== node ? [key] : per.columns
  const conditions = node.conditions.filter((one) => one.kind !== 'extreme')
  const query = subquery({
    table: node.table.name,
    columns: [{ column: measure.column.name, aggregate: direction > 0 ? 'maximum' : 'minimum' }],
    joins,
    where: allOf(conditionsOf({ ...node, conditions }, '')),
    groupBy: columns.map((one) => at + one.name),
  })
  return {
    kind: 'compare-with',
    column: nameOf(node, measure.column),
    op: '=',
    query,
    per: columns.map((one) => nameOf(per.node, one)),
  }
}
