import { namesOf } from './defaults.ts'
import { groupByPlain, groupForHaving } from './grouping.ts'
import { type Making } from './making.ts'

/** Sorts by what was named. */
export function sortWanted(making: Making): void {
  const scene = making.scene
  for (const { columns, count, aggregate, descending } of scene.sorts) {
    if (
      (count !== null && columns.length === 0) ||
      (count !== null && scene.open(count) !== undefined && scene.open(count) !== making.focus)
    ) {
      const node = scene.open(count) ?? scene.addNode(count)
      if (node === null) continue
      if (making.groups.length === 0) groupForHaving(making)
      making.sorts.push({ node, column: null, aggregate: null, descending })
      continue
    }
    if (columns.length === 0) {
      const [first] = making.computed.length > 0 ? making.computed : making.plain
      if (first?.kind === 'column')
        making.sorts.push({
          node: first.node,
          column: first.column,
          aggregate: first.aggregate,
          descending,
        })
      else if (first?.kind === 'count')
        making.sorts.push({ node: first.node, column: null, aggregate: null, descending })
      else if (making.focus.table.naming[0] !== undefined)
        making.sorts.push({
          node: making.focus,
          column: making.focus.table.naming[0],
          aggregate: null,
          descending,
        })
      continue
    }
    const place = making.placeOf({ columns })
    if (place === null) {
      scene.doubt += 0.3
      continue
    }
    if (aggregate !== null && making.groups.length === 0) groupForHaving(making)
    const computed =
      aggregate ??
      making.computed.flatMap((one) =>
        one.kind === 'column' && one.column === place.column ? [one.aggregate] : [],
      )[0] ??
      null
    making.sorts.push({ node: place.node, column: place.column, aggregate: computed, descending })
  }
}

/** "the most common", "which department has the most employees": the group with the most or the least. */
export function rankGroups(making: Making): void {
  const scene = making.scene
  const direction = scene.ranksGroups
  if (direction === null) return
  if (making.groups.length === 0) {
    if (making.plain.length === 0)
      making.groups.push({ node: making.focus, columns: namesOf(making.focus.table) })
    else groupByPlain(making)
  }
  if (making.sorts.length === 0) {
    const [computed] = making.computed
    if (computed?.kind === 'column')
      making.sorts.push({
        node: computed.node,
        column: computed.column,
        aggregate: computed.aggregate,
        descending: direction > 0,
      })
    else
      making.sorts.push({
        node: making.focus,
        column: null,
        aggregate: null,
        descending: direction > 0,
      })
  }
  if (making.computed.length === 0 && making.sorts[0]?.column === null)
    making.outputs.push({ kind: 'count', node: making.focus })
  scene.limit ??= 1
}
