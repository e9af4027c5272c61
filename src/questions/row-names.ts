import type { Node } from './draft.ts'
import type { Making } from './making.ts'

/** What is listed of several rows is told with what each row is called. */
export function nameRows(making: Making): void {
  const { table } = making.focus
  const isRows = making.outputs.some((one) => one.kind === 'row')
  if (isRows && table.naming.length === 0) nameLinked(making)
  const isListed =
    making.plain.length > 0 &&
    making.plain.length === making.outputs.length &&
    making.groups.length === 0
  if (
    !isListed ||
    making.distinct ||
    making.focus.implied ||
    !making.plain.some(({ node }) => node === making.focus)
  )
    return
  const isSingle = making.focus.conditions.some(
    (one) =>
      one.kind === 'compare' &&
      one.op === '=' &&
      (table.naming.includes(one.column) || one.column.unique),
  )
  const names = table.naming.length > 0 ? table.naming : table.key === null ? [] : [table.key]
  if (isSingle || making.plain.some(({ column }) => names.includes(column))) return
  for (const one of names) making.outputs.push(making.told(making.focus, one))
}

/** Rows that have no name of their own are told by what they link. */
export function nameLinked(making: Making): void {
  for (const { link } of making.focus.table.columns) {
    if (
      link === null ||
      !link.toOne ||
      link.to.table.naming.length === 0 ||
      link.to.table === making.focus.table
    )
      continue
    const known = making.focus.conditions.find(
      (one) =>
        one.kind === 'link' &&
        one.path[0] === link &&
        one.path.length === 1 &&
        one.negated !== true,
    )
    const child: Node =
      known?.kind === 'link'
        ? known.child
        : { table: link.to.table, conditions: [], parent: making.focus, implied: true }
    if (known === undefined)
      making.focus.conditions.push({ kind: 'link', child, path: [link], optional: true })
    for (const one of link.to.table.naming) making.outputs.push(making.told(child, one))
  }
}
