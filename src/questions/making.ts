import type { Draft, Group, Node, Output, Sort } from './draft.ts'
import { spelledOut } from './lexicon.ts'
import type { Wanted } from './pending.ts'
import type { Scene } from './scene.ts'
import { hasWord } from './traits.ts'
import { superlativeOf } from './vocabulary/adjectives.ts'
import type { Column } from './schema.ts'

/** "the elevation of Death Valley": the lowest elevation, where that is the lowest point. */
function isPairedWith(column: Column, { conditions }: Node): boolean {
  return conditions.some(
    (one) =>
      one.kind === 'compare' &&
      spelledOut(one.column.name).some(
        (word) => superlativeOf(word) !== undefined && hasWord(column, word),
      ),
  )
}

/** Something to tell that is one column. */
export type ColumnOutput = Extract<Output, { kind: 'column' }>

/** What of something asked for tells its place. */
type Placed = Pick<Wanted, 'columns'> & Partial<Pick<Wanted, 'adjective' | 'after' | 'owner'>>

/** A draft while it is being made of a scene. */
export class Making {
  readonly scene: Scene
  readonly focus: Node
  readonly outputs: Output[] = []
  readonly groups: Group[] = []
  readonly sorts: Sort[] = []
  readonly having: Draft['having'][number][] = []
  distinct = false

  constructor(scene: Scene, focus: Node) {
    this.scene = scene
    this.focus = focus
  }

  get computed(): readonly Output[] {
    return this.outputs.filter(
      (one) =>
        one.kind === 'count' ||
        one.kind === 'share' ||
        (one.kind === 'column' && one.aggregate !== null),
    )
  }

  get plain(): readonly Extract<Output, { kind: 'column' }>[] {
    return this.outputs.flatMap((one) =>
      one.kind === 'column' && one.aggregate === null ? [one] : [],
    )
  }

  extreme(node: Node, column: Column, direction: 1 | -1): void {
    if (this.scene.limit === null) {
      node.conditions.push({ kind: 'extreme', measure: { kind: 'column', column }, direction })
    } else {
      this.sorts.push({ node, column, aggregate: null, descending: direction > 0 })
    }
  }

  told(
    node: Node,
    column: Column,
    aggregate: Wanted['aggregate'] = null,
    distinct = false,
  ): Output {
    return { kind: 'column', node, column, aggregate, distinct }
  }

  placeOf({
    columns,
    adjective = null,
    after = 0,
    owner: said,
  }: Placed): { node: Node; column: Column; direction: 1 | -1 } | null {
    const scene = this.scene
    const next = scene.nodes.slice(after, after + 1)
    const saidOwner = said === 'next' ? next : said ? [said] : []
    const owners = [...saidOwner, this.focus, ...next, ...scene.nodes.toReversed()]
    if (adjective !== null) {
      for (const node of owners) {
        const found = scene.byAdjective(node, adjective)
        if (found !== null) return found
      }
      for (const node of owners) {
        const [only, more] = node.table.columns.filter((one) => one.role === 'number')
        if (only !== undefined && more === undefined) return { node, column: only, direction: 1 }
      }
      return null
    }
    for (const node of owners) {
      const own = columns.filter((one) => one.table === node.table)
      const column = own.find((one) => isPairedWith(one, node)) ?? own[0]
      if (column !== undefined) return { node, column, direction: 1 }
    }
    const owner = owners[0]
    const place =
      (owner === undefined ? null : scene.beside(owner, columns)) ?? scene.place(columns)
    return place === null ? null : { ...place, direction: 1 }
  }
}
