import { nameRows } from './row-names.ts'
import { type Chunk } from './chunk.ts'
import { flipped, placesIn, timesIn } from './defaults.ts'
import { type Draft, type Node } from './draft.ts'
import { focusOnWanted, refocus } from './focus.ts'
import { compareGroups, groupWanted } from './grouping.ts'
import { Making } from './making.ts'
import { rankGroups, sortWanted } from './ranking.ts'
import { isSingle, ranksDeeds } from './ranks.ts'
import type { Wanted } from './pending.ts'
import type { Scene } from './scene.ts'
import { hasWord, isRankable } from './traits.ts'
import { type Link } from './schema.ts'

/** Makes of everything read what the question asks; null where it is about nothing the schema has. */
export function finish(scene: Scene, chunks: readonly Chunk[]): Draft | null {
  if (scene.focus === null) focusOnWanted(scene, chunks)
  if (scene.focus === null) return null
  refocus(scene)
  return draftOf(new Making(scene, scene.focus))
}

/** The draft, once everything is in its place. */
function draftOf(making: Making): Draft {
  const scene = making.scene
  making.distinct = scene.pending.distinct || scene.wanted.some((one) => one.distinct)
  for (const act of scene.atEnd) act()
  takeLeftovers(making)
  for (const wanted of scene.wanted) want(making, wanted)
  countWanted(making)
  shareWanted(making)
  groupWanted(making)
  compareGroups(making)
  sortWanted(making)
  rankGroups(making)
  complete(making)
  nameRows(making)
  return {
    focus: making.focus,
    outputs: making.outputs,
    groups: making.groups,
    having: making.having,
    sorts: making.sorts,
    limit: scene.limit,
    distinct: making.distinct,
  }
}

/** What waited for words that never came: "who is the oldest". */
export function takeLeftovers(making: Making): void {
  const scene = making.scene
  const { pending } = scene
  if (pending.superlative !== null) {
    const { adjective } = pending.superlative
    const found = scene.byAdjective(making.focus, adjective)
    const wanted = scene.wanted.find(({ columns }) => columns.some(isRankable))
    if (found !== null) making.extreme(found.node, found.column, found.direction)
    else if (wanted !== undefined)
      wanted.aggregate = adjective.direction > 0 ? 'maximum' : 'minimum'
    else if (scene.wanted.length > 0) scene.ranksGroups = adjective.direction
    else scene.doubt += 0.4
    pending.superlative = null
  }
  const most = pending.most ?? (scene.wanted.length === 0 ? pending.mode : null)
  if (most !== null && ranksDeeds(scene, making.focus, most)) {
    pending.most = null
    pending.mode = null
  }
  if (pending.most !== null) {
    if (scene.wanted.length > 0) scene.ranksGroups = pending.most
    else scene.doubt += 0.5
  }
  if (pending.mode !== null) {
    scene.ranksGroups = pending.mode
    if (scene.wanted.length + scene.groups.length === 0) scene.doubt += 0.5
  }
  if (pending.aggregates.length > 0) {
    const [aggregate] = pending.aggregates
    const wanted = scene.wanted.find(
      (one) =>
        one.aggregate === null &&
        (one.adjective !== null || one.columns.some((column) => column.role === 'number')),
    )
    if (wanted !== undefined) wanted.aggregate = aggregate!
    else if (aggregate === 'sum' && (pending.count || scene.counted.length > 0)) scene.doubt += 0
    else scene.doubt += 0.2
  }
  if (pending.howMuch) {
    const price = ['price', 'cost', 'fee', 'fare', 'amount', 'rent', 'salary']
      .map((word) =>
        making.focus.table.columns.find((one) => one.role === 'number' && hasWord(one, word)),
      )
      .find((one) => one !== undefined)
    if (price === undefined) scene.doubt += 0.4
    else making.outputs.push(making.told(making.focus, price))
  }
  if (pending.compare !== null) scene.doubt += 0.3
  if (pending.not) scene.doubt += 0.2
}

/** Tells a column that was asked for. */
export function want(making: Making, wanted: Wanted): void {
  const place = making.placeOf(wanted)
  if (place === null) {
    making.scene.doubt += 0.5
    return
  }
  const { node, column, direction } = place
  const { link } = column
  const target = link?.to.table
  if (wanted.isName && node.table.naming.includes(column)) {
    for (const one of node.table.naming)
      making.outputs.push(making.told(node, one, wanted.aggregate, wanted.distinct))
    return
  }
  if (
    link !== null &&
    target !== undefined &&
    target.naming.length > 0 &&
    !target.naming.includes(link.to) &&
    wanted.aggregate === null &&
    wanted.byKey !== true
  ) {
    tellByName(making, node, link, wanted)
    return
  }
  const asked = wanted.aggregate ?? (isAddedUp(making, wanted, node) ? 'sum' : null)
  const aggregate = direction < 0 && asked !== null ? flipped(asked) : asked
  making.outputs.push(making.told(node, column, aggregate, wanted.distinct))
}

/** "how many people live in India": of all its states together. */
function isAddedUp({ scene, computed, plain }: Making, wanted: Wanted, node: Node): boolean {
  const isOfEach = scene.groups.length > 0 || scene.ranksGroups !== null
  const isOne = scene.nodes.some(isSingle) || node.conditions.some(({ kind }) => kind === 'extreme')
  const isAlone = scene.wanted.length === 1 && computed.length + plain.length === 0
  return wanted.isAmount === true && !isOfEach && !isOne && isAlone && scene.limit === null
}

/** A key is told by the name of what it leads to. */
export function tellByName(making: Making, node: Node, link: Link, wanted: Wanted): void {
  const known = node.conditions.find(
    (one) =>
      one.kind === 'link' && one.path.length === 1 && one.path[0] === link && one.negated !== true,
  )
  const child: Node =
    known?.kind === 'link'
      ? known.child
      : { table: link.to.table, conditions: [], parent: node, implied: true }
  if (known === undefined) {
    making.scene.nodes.push(child)
    node.conditions.push({ kind: 'link', child, path: [link] })
  }
  for (const one of child.table.naming)
    making.outputs.push(making.told(child, one, wanted.aggregate, wanted.distinct))
  if (node.implied && node.table.isRelation) making.distinct = true
}

/** Tells what was counted. */
export function countWanted(making: Making): void {
  const scene = making.scene
  for (const { table, node: known, column } of scene.counted) {
    if (column !== null) {
      const place = making.placeOf(column)
      if (place !== null) making.outputs.push(making.told(place.node, place.column, 'count', true))
      continue
    }
    const node = known ?? scene.open(table!) ?? scene.addNode(table!)
    if (node === null) scene.doubt += 0.5
    else making.outputs.push({ kind: 'count', node })
  }
  const isBare = scene.counted.length === 0 && making.outputs.length === 0
  if (scene.pending.count && isBare) making.outputs.push({ kind: 'count', node: making.focus })
  else if (scene.pending.count && scene.counted.length === 0)
    making.outputs.push({ kind: 'count', node: making.focus })
}

/** "what percentage of vehicles are petrol": what is told of them last is what the share is of. */
function shareWanted({ scene, focus, outputs }: Making): void {
  if (!scene.asksShare) return
  const { conditions } = focus
  const from = scene.shareFrom === conditions.length ? 0 : (scene.shareFrom ?? 0)
  const met = conditions.splice(from).filter((one) => one.kind !== 'link' || one.optional !== true)
  if (met.length === 0) scene.doubt += 0.5
  outputs.splice(0, outputs.length, { kind: 'share', node: focus, conditions: met })
}

/** Tells something where nothing was asked for by name. */
export function complete(making: Making): void {
  const scene = making.scene
  if (making.outputs.length > 0 || making.groups.length > 0) return
  const asked =
    scene.asks === 'where'
      ? placesIn(making.focus.table)
      : scene.asks === 'when'
        ? timesIn(making.focus.table)
        : []
  if (scene.asks === 'where' || scene.asks === 'when') {
    for (const column of asked)
      want(making, {
        columns: [column],
        adjective: null,
        aggregate: null,
        distinct: false,
        plural: false,
        after: 0,
        isName: false,
      })
    if (making.outputs.length > 0) return
    scene.doubt += 0.3
  }
  making.outputs.push({ kind: 'row', node: making.focus })
}
