import {
  type Filter,
  type Join,
  type Measure as QueryMeasure,
  type Order,
  type Selection,
  select,
  type SelectQuery,
  subquery,
} from '../model/index.ts'
import type { Condition, Draft, Node, Output } from './draft.ts'
import { allOf, conditionsOf, linked } from './filters.ts'
import { pathBetween, reversed } from './paths.ts'
import { type ExtremeOfGroup, extremePerGroup } from './per-group.ts'
import type { Column, Link, Path, Table } from './schema.ts'

/** Rows a question reads at the most. */
export const mostRows = 1000

/** A draft as a query; null where what it speaks of does not hang together, or stands in two sources. */
export function compileDraft(draft: Draft): SelectQuery | null {
  const spine = spineOf(draft)
  if (spine === null) return null
  const compiler = new Compiler(draft, spine)
  return compiler.query()
}

/** The tables that are joined, the others being only looked into. */
interface Spine {
  readonly base: Table
  readonly joins: readonly Join[]
  /** What stands before the columns of a node's table. */
  readonly prefix: ReadonlyMap<Node, string>
}

function spineOf(draft: Draft): Spine | null {
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
function wayBetween(from: Table, to: Table, nodes: readonly Node[]): Path | null {
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

class Compiler {
  readonly #draft: Draft
  readonly #spine: Spine

  constructor(draft: Draft, spine: Spine) {
    this.#draft = draft
    this.#spine = spine
  }

  query(): SelectQuery | null {
    const { base, joins } = this.#spine
    const { groups, limit } = this.#draft
    if (joins.some(({ table }) => table === '')) return null
    const filters = this.#filters()
    const columns = this.#columns()
    return select({
      source: base.source,
      table: base.name,
      columns,
      where: allOf(filters),
      joins,
      groupBy: groups.length > 0 ? this.#groupBy() : [],
      ...this.#grouped(allOf(filters), joins),
      distinct: this.#isDistinct(),
      limit: this.#isFirst ? mostRows : (limit ?? mostRows),
      person: null,
    })
  }

  /** Only the first of groups in order: all that share its place. */
  get #isFirst(): boolean {
    const { limit, sorts, groups, having } = this.#draft
    return limit === 1 && sorts.length === 1 && groups.length > 0 && having.length === 0
  }

  #grouped(where: Filter | null, joins: readonly Join[]): Pick<SelectQuery, 'having' | 'order'> {
    const [first] = this.#order()
    if (!this.#isFirst || first === undefined)
      return {
        order: this.#order(),
        ...(this.#draft.having.length > 0 ? { having: this.#having() } : {}),
      }
    const { descending, ...computed } = first
    const query = subquery({
      table: this.#spine.base.name,
      columns: [{ ...computed, as: 'n' }],
      where,
      joins,
      groupBy: this.#groupBy(),
      order: [{ column: 'n', descending }],
      limit: 1,
    })
    return { order: [], having: { kind: 'compare-with', ...computed, op: '=', query } }
  }

  #name(node: Node, column: Column): string {
    return `${this.#spine.prefix.get(node) ?? ''}${column.name}`
  }

  #columns(): readonly Selection[] {
    const { outputs, groups } = this.#draft
    const grouped = groups.flatMap(({ node, columns }) =>
      columns.map((one) => ({ column: this.#name(node, one) })),
    )
    const told = outputs.flatMap((output) => this.#selections(output))
    const all = [...grouped, ...told]
    return all.filter((one, i) => all.findIndex((other) => sameMeasure(other, one)) === i)
  }

  #selections(output: Output): readonly Selection[] {
    if (output.kind === 'row') {
      const { naming, columns } = output.node.table
      const rest = columns.filter((one) => !naming.includes(one))
      return [...naming, ...rest].map((one) => ({ column: this.#name(output.node, one) }))
    }
    return [this.#measureOf(output)]
  }

  #measureOf(output: Exclude<Output, { kind: 'row' }>): QueryMeasure {
    if (output.kind === 'count') return this.#countOf(output.node)
    if (output.kind === 'share') return this.#shareOf(output)
    const column = this.#name(output.node, output.column)
    const { aggregate, distinct } = output
    return {
      column,
      ...(aggregate === null ? {} : { aggregate }),
      ...(aggregate !== null && distinct ? { distinct } : {}),
    }
  }

  #shareOf({ node, conditions }: Extract<Output, { kind: 'share' }>): QueryMeasure {
    const prefix = this.#spine.prefix.get(node) ?? ''
    const met = allOf(conditionsOf({ ...node, conditions: [...conditions] }, prefix))
    return { column: '*', aggregate: 'share', where: met ?? { kind: 'all', filters: [] } }
  }

  /** Rows are counted as they are, unless joining has multiplied them or one thing stands on several. */
  #countOf(node: Node): QueryMeasure {
    const { table } = node
    const { base } = this.#spine
    const name = table.naming[0]
    if (table.repeats && name !== undefined)
      return { column: this.#name(node, name), aggregate: 'count', distinct: true }
    const multiplied =
      table !== base && (this.#draft.groups.length === 0 || base.isBridge) && table.key !== null
    if (multiplied)
      return { column: this.#name(node, table.key), aggregate: 'count', distinct: true }
    return { column: '*', aggregate: 'count' }
  }

  #groupBy(): readonly string[] {
    const { groups, outputs } = this.#draft
    const own = groups.flatMap(({ node, columns }) => {
      const { key } = node.table
      const isWhole = columns.some((one) => node.table.naming.includes(one))
      return [...(isWhole && key !== null ? [key] : []), ...columns].map((one) =>
        this.#name(node, one),
      )
    })
    const told = outputs.flatMap((output) =>
      output.kind === 'column' && output.aggregate === null
        ? [this.#name(output.node, output.column)]
        : [],
    )
    return [...new Set([...own, ...told])]
  }

  #having(): Filter {
    return allOf(
      this.#draft.having.flatMap(({ output, op, value }) =>
        output.kind === 'row'
          ? []
          : [{ kind: 'compare' as const, ...this.#measureOf(output), op, value }],
      ),
    )!
  }

  #order(): readonly Order[] {
    return this.#draft.sorts.map(({ node, column, aggregate, descending }) =>
      column === null
        ? { ...this.#countOf(node), descending }
        : {
            column: this.#name(node, column),
            ...(aggregate === null ? {} : { aggregate }),
            descending,
          },
    )
  }

  #isDistinct(): boolean {
    const { distinct, groups, outputs } = this.#draft
    const isComputed = outputs.some(
      (one) =>
        one.kind === 'count' ||
        one.kind === 'share' ||
        (one.kind === 'column' && one.aggregate !== null),
    )
    return distinct && groups.length === 0 && !isComputed
  }

  #extremesOfGroups(node: Node): readonly Filter[] {
    const nameOf = (one: Node, column: Column) => this.#name(one, column)
    return node.conditions
      .filter(isOfGroup)
      .flatMap((one) => extremePerGroup(one, node, nameOf) ?? [])
  }

  /** The conditions of every node that is joined, and of those below them. */
  #filters(): readonly Filter[] {
    const { prefix, base } = this.#spine
    const isJoined = (node: Node) => prefix.has(node)
    const roots = [...prefix.keys()]
    const { focus } = this.#draft
    const joined = roots.flatMap((node) => [
      ...conditionsOf(node, prefix.get(node) ?? '', isJoined),
      ...this.#extremesOfGroups(node),
    ])
    if (prefix.has(focus) || hangsBelow(focus, roots)) return joined
    const path = wayBetween(base, focus.table, roots)
    if (path === null) return joined
    if (path.length === 0) return [...joined, ...conditionsOf(focus, '', isJoined)]
    return [...joined, ...linked(path, focus, '')]
  }
}

function isOfGroup(condition: Condition): condition is ExtremeOfGroup {
  return condition.kind === 'extreme' && condition.per !== undefined
}

function hangsBelow(node: Node, roots: readonly Node[]): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (roots.includes(at)) return true
  return false
}

function sameMeasure(a: Selection, b: Selection): boolean {
  return (
    a.column === b.column &&
    a.aggregate === b.aggregate &&
    a.distinct === b.distinct &&
    a.where === b.where
  )
}
