import type { Join } from '../model/index.ts'
import type { Draft, Node } from './draft.ts'
import { pathBetween, reversed } from './paths.ts'
import type { Link, Path, Table } from './schema.ts'

/** The tables that are joined, the others being only looked into. */
export interface Spine {
  readonly base: Table
  readonly joins: readonly Join[]
  /** What stands before the columns of a node's table. */
  readonly prefix: ReadonlyMap<Node, string>
}

export function spineOf(draft: Draft): Spine | null {
  const nodes = [...new Set(neededNodes(draft))]
  for (const base of basesFor(nodes, draft)) {
    const spine = joinAll(base, nodes, draft)
    if (spine !== null) return spine
  }
  return null
}

function neededNodes({ outputs, groups, sorts, having, focus }: Draft): readonly Node[] {
  const told = [
    ...outputs.map(({ node }) => node),
    ...groups.map(({ node }) => node),
    ...sorts.map(({ node }) => node),
    ...having.map(({ output }) => output.node),
  ]
  // One told beside another of its kind, such as whose leader somebody is, needs both.
  const both = told.flatMap((node) =>
    node.parent?.table === node.table ? [node.parent, node] : [node],
  )
  return both.length === 0 ? [focus] : both
}

/** Where to begin: a table from which every other is reached without multiplying rows, if there is one. */
function basesFor(nodes: readonly Node[], { focus, outputs, groups }: Draft): readonly Table[] {
  const tables = [...new Set(nodes.map(({ table }) => table))]
  const first = outputs[0]?.node.table ?? focus.table
  const plain = [focus.table, first, ...tables]
  if (tables.length === 1) return [tables[0]!]
  const isFine = (base: Table) =>
    tables.every((table) => wayBetween(base, table, nodes)?.every(({ toOne }) => toOne) ?? false)
  const relations = tables.flatMap((table) => table.links.map(({ to }) => to.table))
  const fine = [...plain, ...relations].filter(isFine)
  const grouped = groups.length > 0 ? tables.filter((one) => one !== groups[0]!.node.table) : []
  return [...new Set([...fine, ...grouped, ...plain])]
}

function joinAll(base: Table, nodes: readonly Node[], draft: Draft): Spine | null {
  const joining = new Joining(base)
  const prefix = new Map<Node, string>()
  for (const node of nodes) {
    const own = linkOf(node)
    const parent = node.parent === null ? undefined : prefix.get(node.parent)
    const known = joining.prefixOf(node.table)
    const isTaken = [...prefix].some(
      ([one, at]) => at === known && one.table === node.table && hasOther(one, node, draft),
    )
    if (own !== null && parent !== undefined)
      prefix.set(node, joining.along(own, parent, isOptional(node) ? 'left' : 'inner'))
    else if (known !== undefined && !isTaken) prefix.set(node, known)
    else {
      const path = wayBetween(base, node.table, nodes)
      if (path === null) return null
      prefix.set(node, joining.along(path, '', 'inner'))
    }
  }
  return { base, joins: joining.joins, prefix }
}

/** Joins tables one after the other, each by what leads to it only once. */
class Joining {
  readonly joins: Join[] = []
  readonly #base: Table
  readonly #first = new Map<Table, string>()

  constructor(base: Table) {
    this.#base = base
    this.#first.set(base, '')
  }

  /** What stands before the columns of a table that is joined already. */
  prefixOf(table: Table): string | undefined {
    return this.#first.get(table)
  }

  /** Joins along a path, and gives what stands before the columns at its end. */
  along(path: Path, from: string, kind: Join['kind']): string {
    return path.reduce((at, link) => this.#back(link, at) ?? this.#join(link, at, kind), from)
  }

  /** Where a link only leads back to. */
  #back({ from, to }: Link, at: string): string | null {
    const came = this.joins.find(
      ({ alias, on }) => `${alias}.` === at && on[1] === from.name && on[0].endsWith(to.name),
    )
    if (came === undefined) return null
    const before = came.on[0].slice(0, came.on[0].length - to.name.length)
    const table = this.joins.find(({ alias }) => `${alias}.` === before)?.table ?? this.#base.name
    return table === to.table.name ? before : null
  }

  #join({ from, to }: Link, at: string, kind: Join['kind']): string {
    const [left, table] = [at + from.name, to.table.name]
    const known = this.joins.find(
      (join) => join.table === table && join.on[0] === left && join.on[1] === to.name,
    )
    const alias = known?.alias ?? `linked${this.joins.length + 1}`
    if (known === undefined) this.joins.push({ table, alias, on: [left, to.name], kind })
    if (!this.#first.has(to.table)) this.#first.set(to.table, `${alias}.`)
    return `${alias}.`
  }
}

function hasOther(one: Node, other: Node, { focus }: Draft): boolean {
  return one !== other && one !== focus && other !== focus
}

function isOptional(node: Node): boolean {
  return (
    node.parent?.conditions.some(
      (one) => one.kind === 'link' && one.child === node && one.optional === true,
    ) ?? false
  )
}

/** The way between two tables that the question speaks of, else the shortest. */
export function wayBetween(from: Table, to: Table, nodes: readonly Node[]): Path | null {
  for (const node of nodes) {
    const path = linkOf(node)
    if (path === null || node.parent === null) continue
    if (node.parent.table === from && node.table === to) return path
    if (node.parent.table === to && node.table === from) return path.toReversed().map(reversed)
  }
  return pathBetween(from, to)
}

/** How a node hangs on its parent. */
function linkOf(node: Node): Path | null {
  const link = node.parent?.conditions.find((one) => one.kind === 'link' && one.child === node)
  return link?.kind === 'link' && link.negated !== true ? link.path : null
}
