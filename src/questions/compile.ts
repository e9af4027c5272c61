import { type Spine, spineOf, wayBetween } from './spine.ts'
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
import { type ExtremeOfGroup, extremePerGroup } from './per-group.ts'
import type { Column } from './schema.ts'

/** Rows a question reads at the most. */
export const mostRows = 1000

/** A draft as a query; null where what it speaks of does not hang together, or stands in two sources. */
export function compileDraft(draft: Draft): SelectQuery | null {
  const spine = spineOf(draft)
  if (spine === null) return null
  const compiler = new Compiler(draft, spine)
  return compiler.query()
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
