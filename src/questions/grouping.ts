import { namesOf } from './defaults.ts'
import { type Condition, type Group, type Node, type Output } from './draft.ts'
import { type Making } from './making.ts'
import { type Column, type Table } from './schema.ts'

/** Groups by what was named after "each" and "by". */
export function groupWanted(making: Making): void {
  const scene = making.scene
  for (const { tables, columns } of scene.groups) {
    const group = groupOf(making, tables, columns)
    if (group === null) {
      scene.doubt += 0.3
      continue
    }
    const isItself =
      group.node === making.focus &&
      tables.length > 0 &&
      making.computed.length === 0 &&
      scene.ranksGroups === null &&
      !scene.pending.count
    if (isItself && making.outputs.length > 0) {
      making.outputs.unshift(
        ...group.columns
          .filter((one) => !making.plain.some(({ column }) => column === one))
          .map((one) => making.told(group.node, one)),
      )
      continue
    }
    if (isItself) continue
    making.groups.push(group)
  }
  extremeOfGroups(making)
  if (making.computed.length === 0 && making.groups.length > 0) {
    const numeric = making.plain.filter(({ column }) => column.role === 'number')
    if (making.outputs.length === 0) making.outputs.push({ kind: 'count', node: making.focus })
    else if (numeric.length === 0 || making.scene.ranksGroups !== null) return dropGroups(making)
    else return dropGroups(making)
  }
  if (making.groups.length === 0 && making.computed.length > 0 && making.plain.length > 0)
    groupByPlain(making)
}

/** Listed for each group without anything being computed: the group is told beside it. */
export function dropGroups(making: Making): void {
  if (making.scene.ranksGroups !== null) return
  const told = making.groups
    .splice(0)
    .flatMap(({ node, columns }) => columns.map((one) => making.told(node, one)))
  const known = new Set(making.plain.map(({ column }) => column))
  making.outputs.unshift(...told.filter((one) => one.kind === 'column' && !known.has(one.column)))
}

/** "the oldest student in each class": the greatest of each group. */
export function extremeOfGroups(making: Making): void {
  if (making.groups.length === 0) return
  const i = making.focus.conditions.findIndex(
    (one) => one.kind === 'extreme' && one.measure.kind === 'column',
  )
  const extreme = making.focus.conditions[i]
  if (extreme?.kind !== 'extreme' || extreme.measure.kind !== 'column') return
  if (tellsRowOfEach(making, extreme)) return
  making.focus.conditions.splice(i, 1)
  making.outputs.splice(
    0,
    making.outputs.length,
    ...making.computed,
    making.told(
      making.focus,
      extreme.measure.column,
      extreme.direction > 0 ? 'maximum' : 'minimum',
    ),
  )
}

/** "the cheapest product in each category": the row itself, with its group and what it has the most of. */
function tellsRowOfEach(making: Making, extreme: Extract<Condition, { kind: 'extreme' }>): boolean {
  const { focus, groups, outputs, computed } = making
  const [per, another] = groups
  const names = namesOf(focus.table)
  const isItself = per?.node === focus && per.columns.some((one) => names.includes(one))
  if (per === undefined || another !== undefined || isItself || computed.length > 0) return false
  if (extreme.measure.kind !== 'column' || focus.table.naming.length === 0) return false
  focus.conditions[focus.conditions.indexOf(extreme)] = { ...extreme, per }
  const telling = [
    ...per.columns.map((one) => making.told(per.node, one)),
    ...names.map((one) => making.told(focus, one)),
    making.told(focus, extreme.measure.column),
  ]
  const known = outputs.filter(
    (one) => one.kind === 'column' && !telling.some((other) => isSameColumn(one, other)),
  )
  outputs.splice(0, outputs.length, ...telling, ...known)
  groups.splice(0)
  return true
}

function isSameColumn(a: Output, b: Output): boolean {
  return a.kind === 'column' && b.kind === 'column' && a.column === b.column && a.node === b.node
}

/** Groups by what is told beside something computed. */
export function groupByPlain(making: Making): void {
  const byNode = new Map<Node, Column[]>()
  for (const { node, column } of making.plain)
    byNode.set(node, [...(byNode.get(node) ?? []), column])
  for (const [node, columns] of byNode) making.groups.push({ node, columns })
  making.outputs.splice(0, making.outputs.length, ...making.computed)
}

/** What a group is made by. */
export function groupOf(
  making: Making,
  tables: readonly Table[],
  columns: readonly Column[],
): Group | null {
  const scene = making.scene
  const [first] = tables
  const open = tables.map((table) => scene.open(table)).find((node) => node !== undefined)
  const own = columns.find((one) => one.table === making.focus.table && one.link === null)
  if (own !== undefined && open === undefined) return { node: making.focus, columns: [own] }
  if (first !== undefined) {
    const node = open ?? scene.addNode(first)
    if (node !== null) return { node, columns: namesOf(node.table) }
  }
  const place = making.placeOf({ columns })
  if (place === null) return null
  const { node, column } = place
  const { link } = column
  if (link !== null && link.to.table.naming.length > 0 && !link.to.table.naming.includes(link.to)) {
    const child: Node = { table: link.to.table, conditions: [], parent: node, implied: true }
    node.conditions.push({ kind: 'link', child, path: [link] })
    return { node: child, columns: namesOf(child.table) }
  }
  return { node, columns: [column] }
}

/** Keeps the groups that meet a condition. */
export function compareGroups(making: Making): void {
  for (const { column, aggregate, count, op, value } of making.scene.having) {
    const place = count ? null : making.placeOf({ columns: column })
    const output: Output | null = count
      ? { kind: 'count', node: making.focus }
      : place === null
        ? null
        : making.told(place.node, place.column, aggregate)
    if (output === null) {
      making.scene.doubt += 0.4
      continue
    }
    if (making.groups.length === 0) groupForHaving(making)
    making.having.push({ output, op, value })
  }
}

/** Groups by what is told, where a condition on groups came first. */
export function groupForHaving(making: Making): void {
  if (making.plain.length > 0) groupByPlain(making)
  else making.groups.push({ node: making.focus, columns: namesOf(making.focus.table) })
}
