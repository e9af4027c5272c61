import { hintFrom, pathThrough } from './hints.ts'
import type { Pending, Wanted } from './pending.ts'
import type { Aggregate, Ordering } from '../model/index.ts'
import type { Chunk } from './chunk.ts'
import { type Condition, type Group, type Node, nodeOf, type Sort } from './draft.ts'
import {
  type Hint,
  isAlongKey,
  isRoleBesideBridge,
  pathBetween,
  pathToItself,
  roleCost,
} from './paths.ts'
import { type Column, type Link, type Path, satellites, type Schema, type Table } from './schema.ts'
import type { Adjective } from './vocabulary/adjectives.ts'
import { hasWord, isRankable } from './traits.ts'

/** What of a question has been read so far: the nodes, what is asked of them, and what waits. */
export class Scene {
  readonly schema: Schema
  readonly nodes: Node[] = []
  readonly wanted: Wanted[] = []
  readonly counted: { table: Table | null; node: Node | null; column: Wanted | null }[] = []
  readonly groups: { tables: readonly Table[]; columns: readonly Column[] }[] = []
  readonly madeGroups: Group[] = []
  readonly sorts: {
    columns: readonly Column[]
    adjective: Adjective | null
    count: Table | null
    aggregate: Aggregate | null
    descending: boolean
  }[] = []
  readonly madeSorts: Sort[] = []
  readonly having: {
    column: readonly Column[]
    aggregate: Aggregate | null
    count: boolean
    op: Ordering
    value: number
  }[] = []
  readonly pending: Pending = {
    count: false,
    howMuch: false,
    aggregates: [],
    superlative: null,
    most: null,
    mode: null,
    not: false,
    or: false,
    group: false,
    order: false,
    distinct: false,
    top: null,
    compare: null,
  }
  focus: Node | null = null
  /** After "that", "whose", "with": what is told of something already named. */
  isWithin = false
  limit: number | null = null
  /** "what percentage of vehicles": how much had been said of them when what is told of them began; null for no share. */
  shareFrom: number | null = null
  asksShare = false
  /** "both Toyota and Ford": the values that follow all hold. */
  holdsBoth = false
  /** "all the states": told of every one. */
  isOfAll = false
  asks: 'who' | 'where' | 'when' | null = null
  ranksGroups: 1 | -1 | null = null
  /** Words nothing is known of. */
  readonly unknown: string[] = []
  /** Those of them that would change what is asked. */
  readonly leftOut: Chunk[] = []
  /** Tables that a question of nothing but columns fits as well as the one it was read of. */
  rivals: readonly Table[] = []
  /** Names that rows of other tables have as well. */
  readonly namesakes: { chunk: Chunk; tables: readonly Table[] }[] = []
  /** What was not understood, each as so much less certainty. */
  doubt = 0
  readonly #deferred: (() => void)[] = []
  readonly hint: Hint
  /** Columns that a verb or a preposition named: "directed" prefers the way along `director_id`. */
  preferred: readonly Column[] = []
  /** Keys that prepositions mean: "to" the `destination`. */
  readonly prepositions: ReadonlyMap<string, readonly Column[]>
  /** What can be said only when everything else is known. */
  readonly atEnd: (() => void)[] = []
  /** A relation that a word named, and that what comes next is related by. */
  relation: Table | null = null
  /** "and border Utah": the relation tells one thing more of what the last one was told of. */
  continues = false

  constructor(
    schema: Schema,
    hintWords: readonly string[],
    prepositions: ReadonlyMap<string, readonly Column[]>,
    named: ReadonlySet<Column> = new Set(),
  ) {
    this.schema = schema
    this.prepositions = prepositions
    const hinted = hintFrom(hintWords)
    const isNamed = ({ from, to }: Link) => named.has(from) || named.has(to)
    const role = (link: Link) => (isNamed(link) && isRoleBesideBridge(link) ? roleCost : 0)
    this.hint = (link) =>
      role(link) +
      (this.preferred.includes(link.from) || this.preferred.includes(link.to) ? 1.5 : hinted(link))
  }

  /** Does it now, or as soon as it is known what the question is about. */
  whenFocused(act: () => void): void {
    if (this.focus === null) this.#deferred.push(act)
    else act()
  }

  get isWaiting(): boolean {
    return this.#deferred.length > 0
  }

  setFocus(node: Node): void {
    this.focus = node
    for (const act of this.#deferred.splice(0)) act()
  }

  /** A new node for a table that was named, hung on the nearest one it can be linked to. */
  addNode(table: Table, { implied = false, negated = false } = {}): Node | null {
    if (this.focus === null) {
      const node = nodeOf(table, null, implied)
      this.nodes.push(node)
      this.setFocus(node)
      return node
    }
    const placed = this.nearest(table)
    if (placed === null) return null
    const node = nodeOf(table, placed.parent, implied)
    this.nodes.push(node)
    placed.parent.conditions.push({
      kind: 'link',
      child: node,
      path: placed.path,
      negated,
      or: false,
    })
    return node
  }

  /** The latest node that a table can be linked to, and the way. */
  nearest(
    table: Table,
    fits: (path: Path) => boolean = () => true,
  ): { parent: Node; path: Path } | null {
    let best: { parent: Node; path: Path; cost: number } | null = null
    for (const [i, parent] of this.nodes.toReversed().entries()) {
      const path =
        parent.table === table
          ? pathToItself(table, this.hint)
          : pathBetween(parent.table, table, this.hint)
      if (path === null || path.length === 0 || !fits(path)) continue
      const cost = path.length + i * 0.6 - path.reduce((sum, link) => sum + this.hint(link), 0)
      if (best === null || cost < best.cost) best = { parent, path, cost }
    }
    return best
  }

  /** The latest node that has several of a table's rows; of one that has one at the most a count says nothing. */
  nearestOfMany(table: Table): { parent: Node; path: Path } | null {
    const many = this.nearest(table, (path) => !path.every(isAlongKey))
    if (many !== null) return many
    const one = this.nearest(table)
    if (one !== null && !one.parent.table.repeats) this.doubt += 0.35
    return one
  }

  /** A new node of a thing that is related to one of its kind, or by the key that was just named. */
  addRelated(table: Table, negated: boolean): Node | null {
    const { relation, preferred } = this
    this.relation = null
    if (relation !== null) {
      const related = this.relatedOf(table, relation)
      return related === null ? null : this.hang(table, related.parent, related.path, { negated })
    }
    for (const column of preferred) {
      if (column.link?.to.table !== table) continue
      this.preferred = []
      const parent = this.nodes.findLast((node) => node.table === column.table)
      if (parent !== undefined) return this.hang(table, parent, [column.link], { negated })
    }
    return null
  }

  /** What a thing is related to by a relation of its kind: "and border Utah" tells of what was spoken of before. */
  relatedOf(table: Table, relation: Table): { parent: Node; path: Path } | null {
    const latest = this.nodes.findLast((node) => node.table === table)
    const parent = (this.continues ? latest?.parent : null) ?? latest
    const path = parent === undefined ? null : pathThrough(table, relation)
    this.continues = false
    return parent === undefined || path === null ? null : { parent, path }
  }

  /** A new node of a table on another node, along a path. */
  hang(table: Table, parent: Node, path: Path, { negated = false, implied = false } = {}): Node {
    const node = nodeOf(table, parent, implied)
    this.nodes.push(node)
    parent.conditions.push({ kind: 'link', child: node, path, negated, or: false })
    return node
  }

  open(table: Table): Node | undefined {
    return this.nodes.findLast((node) => node.table === table)
  }

  /** Where a column belongs among the nodes: the latest that has it, else a new one nearby. */
  place(
    columns: readonly Column[],
    fits: (column: Column) => boolean = () => true,
  ): { node: Node; column: Column } | null {
    const some = columns.filter(fits)
    for (const node of this.nodes.toReversed()) {
      const column = some.find((one) => one.table === node.table)
      if (column !== undefined) return { node, column }
    }
    const distances = some.flatMap((column) => {
      const near = this.nearest(column.table)
      return near === null ? [] : [{ column, cost: near.path.length }]
    })
    const [closest] = distances.toSorted((a, b) => a.cost - b.cost)
    if (closest === undefined) return null
    const node = this.addNode(closest.column.table, { implied: true })
    return node === null ? null : { node, column: closest.column }
  }

  /** A column of the one row that lies beside each row of a node. */
  beside(node: Node, columns: readonly Column[]): { node: Node; column: Column } | null {
    for (const link of satellites(node.table)) {
      const column = columns.find((one) => one.table === link.to.table)
      if (column === undefined) continue
      const known = this.nodes.find((one) => one.parent === node && one.table === column.table)
      return { node: known ?? this.hang(column.table, node, [link]), column }
    }
    return null
  }

  /** The column an adjective means of a node: of its own, else of what lies beside it. */
  byAdjective(
    node: Node,
    { columns, direction }: Adjective,
  ): { node: Node; column: Column; direction: 1 | -1; rank: number } | null {
    for (const [rank, word] of columns.entries()) {
      const sign = word.startsWith('-') ? -1 : 1
      const name = word.replace(/^-/, '')
      const column = node.table.columns.find((one) => isRankable(one) && hasWord(one, name))
      if (column !== undefined)
        return { node, column, direction: (direction * sign) as 1 | -1, rank }
    }
    return null
  }

  attach(node: Node, condition: Condition): void {
    const { pending } = this
    node.conditions.push({
      ...condition,
      ...(pending.not ? { negated: true } : {}),
      ...(pending.or && node.conditions.length > 0 ? { or: true } : {}),
    })
    pending.not = false
    pending.or = false
  }
}
