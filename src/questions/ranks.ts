import { does } from './chunk.ts'
import { type Node } from './draft.ts'
import { isNamedAfter } from './participles.ts'
import { isAlongKey, pathBetween } from './paths.ts'
import { type Reader } from './reader.ts'
import type { Scene } from './scene.ts'
import { isRankable } from './traits.ts'
import { type Column, type Path, type Table } from './schema.ts'

/** "the largest city": by the column the adjective means. */
export function rankBySuperlative(reader: Reader, node: Node): void {
  const scene = reader.scene
  const said = scene.pending.superlative
  if (said === null) return
  scene.pending.superlative = null
  const found = scene.byAdjective(node, said.adjective)
  if (found !== null) {
    rank(reader, found.node, found.column, found.direction)
    return
  }
  scene.doubt += 0.4
}

/** The most or the least of a column: all that share it, or so many in order. */
export function rank(reader: Reader, node: Node, column: Column, direction: 1 | -1): void {
  const scene = reader.scene
  if (scene.limit !== null && node === scene.focus) {
    scene.sorts.push({
      columns: [column],
      adjective: null,
      count: null,
      aggregate: null,
      descending: direction > 0,
    })
    return
  }
  scene.attach(node, { kind: 'extreme', measure: { kind: 'column', column }, direction })
}

/** "the most orders". */
export function rankByCount(reader: Reader, table: Table, direction: 1 | -1): void {
  const scene = reader.scene
  const { relation } = scene
  scene.relation = null
  scene.whenFocused(() => {
    const related = relation === null ? null : scene.relatedOf(table, relation)
    if (related !== null) {
      rankLinked(scene, table, related, direction)
      return
    }
    if (scene.focus!.table === table && scene.nodes.length === 1) {
      scene.ranksGroups = direction
      return
    }
    const near = scene.nearestOfMany(table)
    if (near === null) {
      scene.doubt += 0.5
      return
    }
    if (scene.limit === null) {
      const path = throughAllRows(near)
      const last = scene.wanted.at(-1)?.columns
      // "traverses the most states": the verb was no column to tell.
      if (last?.some((one) => path.some(({ from }) => from === one)) === true) scene.wanted.pop()
      rankLinked(scene, table, { ...near, path }, direction)
      return
    }
    scene.nodes.push({ table, conditions: [], parent: near.parent, implied: false })
    scene.sorts.push({
      columns: [],
      adjective: null,
      count: table,
      aggregate: null,
      descending: direction > 0,
    })
  })
}

/** From a row of what stands on several rows to all of them, and on from there. */
export function throughAllRows({ parent: { table }, path }: { parent: Node; path: Path }): Path {
  const [name] = table.naming
  return table.repeats && name !== undefined
    ? [{ from: name, to: name, toOne: false }, ...path]
    : path
}

function rankLinked(
  scene: Scene,
  table: Table,
  { parent, path }: { parent: Node; path: Path },
  direction: 1 | -1,
): void {
  const child: Node = { table, conditions: [], parent, implied: false }
  scene.nodes.push(child)
  parent.conditions.push({
    kind: 'extreme',
    measure: { kind: 'linked', aggregate: 'count', column: null, child, path },
    direction,
  })
}

/** "which product was ordered most often": by the rows that the verb speaks of, each of them a deed. */
export function ranksDeeds(scene: Scene, focus: Node, direction: 1 | -1): boolean {
  const i = focus.conditions.findIndex(
    (one) =>
      one.kind === 'link' &&
      one.negated !== true &&
      one.child.conditions.length === 0 &&
      !one.path.every(isAlongKey),
  )
  const said = focus.conditions[i]
  if (said?.kind === 'link') {
    focus.conditions.splice(i, 1)
    rankLinked(scene, said.child.table, { parent: focus, path: said.path }, direction)
    return true
  }
  const deeds = scene.schema.tables.filter(
    (table) => table !== focus.table && scene.unknown.some((verb) => isNamedAfter(table, verb)),
  )
  for (const table of deeds) {
    const path = pathBetween(focus.table, table, scene.hint)
    if (path === null || path.every(isAlongKey)) continue
    rankLinked(scene, table, { parent: focus, path }, direction)
    return true
  }
  return false
}

/** "the highest salary", "the most goals". */
export function rankByColumn(reader: Reader, columns: readonly Column[], direction: 1 | -1): void {
  const { scene } = reader
  const { pending } = scene
  const family = pending.superlative?.adjective
  pending.superlative = null
  pending.most = null
  const [aggregate] = pending.aggregates
  pending.aggregates = []
  const ranked = columns.filter(isRankable)
  const wanted = { adjective: null, distinct: false, plural: false, isName: false } as const
  const after = scene.nodes.length
  if (aggregate !== undefined) {
    const descending = direction > 0
    scene.sorts.push({ columns: ranked, adjective: null, count: null, aggregate, descending })
    scene.ranksGroups = direction
  } else if (ranked.length === 0) {
    scene.wanted.push({ ...wanted, columns, aggregate: null, after })
    if (family === undefined) pending.most = direction
    else pending.superlative = { adjective: family, word: '' }
  } else if (
    scene.focus === null &&
    scene.wanted.length === 0 &&
    scene.asks === null &&
    !isSaidOfNext(reader, ranked)
  ) {
    const extreme = direction > 0 ? 'maximum' : 'minimum'
    scene.wanted.push({ ...wanted, columns: ranked, aggregate: extreme, after })
  } else scene.whenFocused(() => rankNearest(reader, ranked, direction))
}

/** "the most viewed article", "the highest paid cook": said of the thing named right after it. */
function isSaidOfNext(reader: Reader, ranked: readonly Column[]): boolean {
  const next = reader.next()
  return next?.op === null && ranked.some(({ table }) => next.tables.includes(table))
}

/** Ranks the latest that has the column and is not given by its name. */
function rankNearest(reader: Reader, ranked: readonly Column[], direction: 1 | -1): void {
  const { scene } = reader
  const places = scene.nodes.toReversed().flatMap((node) => {
    const column = isSingle(node) ? undefined : ranked.find((one) => one.table === node.table)
    return column === undefined ? [] : [{ node, column }]
  })
  const named = places.find(({ node }) => !node.implied || node === scene.focus)
  const place = named ?? places[0] ?? scene.place(ranked)
  if (place === null) scene.doubt += 0.5
  else rank(reader, place.node, place.column, direction)
}

/** "whose age is the greatest": the column stood before. */
export function ranksBefore(reader: Reader, direction: 1 | -1 | null): boolean {
  const scene = reader.scene
  const last = reader.columnBefore()
  const before = reader.chunks.slice(last?.at ?? 0, reader.at)
  const isEnd = reader.next() === undefined || does(reader.next(), 'and', 'comma', 'preposition')
  if (
    direction === null ||
    last === null ||
    !isEnd ||
    scene.focus === null ||
    !before.some((one) => does(one, 'be'))
  )
    return false
  const ranked = last.columns.filter(isRankable)
  if (ranked.length === 0) return false
  if (scene.wanted.at(-1)?.columns === last.columns) scene.wanted.pop()
  const place = scene.place(ranked)
  if (place !== null) rank(reader, place.node, place.column, direction)
  reader.lastColumn = null
  return place !== null
}

/** "who earns the most", "which book costs the least": the verb is the column by which rows are ranked. */
export function ranksByVerb(reader: Reader, direction: 1 | -1): boolean {
  const { scene } = reader
  const last = reader.columnBefore()
  const between = reader.chunks.slice((last?.at ?? 0) + 1, reader.at)
  const isNext = between.every(({ op }) => op === null)
  const next = reader.chunks[reader.skip(reader.at + 1, 'plain')]
  const isEnd = next === undefined || does(next, 'and', 'comma', 'preposition', 'each', 'by')
  const ranked = last?.columns.filter(isRankable) ?? []
  if (last === null || ranked.length === 0 || !isNext || !isEnd) return false
  const others = scene.wanted.filter(({ columns }) => columns !== last.columns)
  const isAsked = scene.focus === null && scene.asks === null && others.length === 0
  if (isAsked || scene.pending.count) return false
  if (scene.wanted.at(-1)?.columns === last.columns) scene.wanted.pop()
  scene.whenFocused(() => rankNearest(reader, ranked, direction))
  reader.lastColumn = null
  return true
}

/** A thing given by its name: there is no most or least of it. */
export function isSingle({ conditions, table }: Node): boolean {
  return conditions.some(
    (one) =>
      one.kind === 'compare' &&
      one.op === '=' &&
      (table.naming.includes(one.column) || one.column.unique),
  )
}
