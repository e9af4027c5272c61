import { type Chunk, names } from './chunk.ts'
import { type Node, nodeOf } from './draft.ts'
import { type Scene } from './scene.ts'
import { isPerson } from './traits.ts'
import type { Column, Table } from './schema.ts'
import { meantBeside, placesWhatIsBefore } from './named-beside.ts'
import type { Adjective } from './vocabulary/adjectives.ts'

/** Votes that differ by less say nothing. */
const tie = 0.15

/** Nothing was named but columns and values: the question is about the table most of them are of. */
export function focusOnWanted(scene: Scene, chunks: readonly Chunk[]): void {
  const votes = new Map<Table, number>()
  const vote = (table: Table, weight: number) => votes.set(table, (votes.get(table) ?? 0) + weight)
  const once = (columns: readonly Column[], weight: number) => {
    const tables = [...new Set(columns.map(({ table }) => table))]
    tables.forEach((table, i) => vote(table, weight - i * 0.01))
  }
  for (const { columns } of scene.wanted) once(columns, 1)
  for (const { columns } of scene.groups) once(columns, 0.9)
  for (const { columns } of scene.sorts) once(columns, 0.9)
  for (const { column, table } of scene.counted) {
    if (table === null) {
      once(column?.columns ?? [], 1)
    } else {
      vote(table, 2)
    }
  }
  for (const [i, chunk] of chunks.entries()) {
    if (placesWhatIsBefore(chunks, i)) continue
    const columns = meantBeside(chunks, i).values.map(({ column }) => column)
    const naming = columns.filter((one) => one.table.naming.includes(one))
    once(columns, chunk.op === null ? 0.7 : 0.3)
    once(naming, chunk.op === null ? 0.15 : 0)
    if (chunk.op === null && chunk.tables.length > 0)
      for (const table of chunk.tables) vote(table, 0.6)
    if (chunk.op === null && chunk.columns.length > 0) once(chunk.columns, 0.3)
  }
  for (const table of votes.keys())
    if (scene.wanted.some(({ adjective }) => adjective !== null && tells(scene, table, adjective)))
      vote(table, 0.5)
  if (votes.size === 0 && scene.schema.tables.length === 1) vote(scene.schema.tables[0]!, 1)
  const isBare = scene.wanted.length + scene.counted.length === 0
  if (votes.size === 0) for (const table of tablesOfAdjective(scene)) vote(table, 0.5)
  if (scene.asks === 'who')
    for (const table of scene.schema.tables)
      if (isPerson(table) && (votes.has(table) || reaches(table, votes)))
        vote(table, isBare ? 2 : votes.has(table) ? 0.5 : 0.1)
  for (const [table] of votes) vote(table, table.isRelation ? -0.2 : prominence(table))
  const [best, ...others] = [...votes].toSorted((a, b) => b[1] - a[1])
  const [wanted] = scene.wanted
  const isBareColumn = chunks.filter(names).length === 1 && wanted?.isAmount !== true
  if (best !== undefined && wanted !== undefined && isBareColumn)
    scene.rivals = others
      .filter(
        ([table, cast]) =>
          best[1] - cast < tie && wanted.columns.some((one) => one.table === table),
      )
      .map(([table]) => table)
  if (scene.rivals.length > 0) scene.doubt += 0.5
  if (best !== undefined) scene.addNode(best[0], { implied: true })
}

function tells(scene: Scene, table: Table, adjective: Adjective): boolean {
  return scene.byAdjective(nodeOf(table), adjective) !== null
}

/** What the keys of other tables lead to is what a question that fits several tables is likelier about. */
function prominence(table: Table): number {
  const leading = new Set(
    table.links.filter(({ from, to }) => to.link?.to === from).map(({ to }) => to.table),
  )
  return 0.02 * Math.min(leading.size, 5)
}

/** "who is the tallest": the people, or else the things, that the adjective tells something of. */
function tablesOfAdjective(scene: Scene): readonly Table[] {
  const adjective = scene.pending.superlative?.adjective
  if (adjective === undefined) return []
  const told = scene.schema.tables.flatMap((table) => {
    const found = scene.byAdjective(nodeOf(table), adjective)
    return found === null || (scene.asks === 'who' && !isPerson(table)) ? [] : [{ table, found }]
  })
  const least = Math.min(...told.map(({ found }) => found.rank))
  return told.filter(({ found }) => found.rank === least).map(({ table }) => table)
}

function reaches(table: Table, votes: ReadonlyMap<Table, number>): boolean {
  return table.links.some(
    ({ to }) => votes.has(to.table) || to.table.links.some((link) => votes.has(link.to.table)),
  )
}

/** "cheapest snack": a kind of thing was named, and the things of that kind are asked for. */
export function refocus(scene: Scene): void {
  const { focus, pending } = scene
  if (focus === null || !focus.implied || pending.superlative === null) return
  if (scene.byAdjective(focus, pending.superlative.adjective) !== null) return
  for (const link of focus.table.links) {
    if (link.toOne) continue
    const back = link.to.table.links.find(({ from, to }) => from === link.to && to === link.from)
    const node: Node = { table: link.to.table, conditions: [], parent: null, implied: true }
    if (back === undefined || scene.byAdjective(node, pending.superlative.adjective) === null)
      continue
    node.conditions.push({ kind: 'link', child: focus, path: [back] })
    scene.nodes.unshift(node)
    scene.focus = node
    return
  }
}
