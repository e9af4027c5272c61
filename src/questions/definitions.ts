import { type Chunk, does } from './chunk.ts'
import type { Definition, Node } from './draft.ts'
import type { Reader } from './reader.ts'

/** "major cities", "cities that are major": what the owner of the table says such a row is. */
export function readDefinition(reader: Reader, { definitions }: Chunk): boolean {
  const { scene, chunks, at } = reader
  const noun = chunks.slice(at + 1, at + nearby).find(({ tables }) => tables.length > 0)
  const meant =
    definitions.find(({ table }) => noun?.tables.includes(table) === true) ??
    definitions.find(({ table }) => scene.open(table) !== undefined) ??
    definitions[0]
  if (meant === undefined) return false
  const negated = does(chunks[at - 1], 'not') && chunks[at - 1]?.text === 'not'
  if (negated) scene.pending.not = false
  const isAhead = noun?.tables.includes(meant.table) === true
  const from = isAhead && scene.open(meant.table) === undefined ? scene.nodes.length : 0
  scene.atEnd.push(() => {
    const node = nodeFor(reader, meant, from)
    if (node === null) scene.doubt += 0.5
    else node.conditions.push({ kind: 'defined', definition: meant, negated })
  })
  if (noun === undefined && scene.focus === null) scene.addNode(meant.table, { implied: true })
  return true
}

/** Chunks after a defined word within which its noun stands: "major American cities". */
const nearby = 4

function nodeFor({ scene }: Reader, { table }: Definition, from: number): Node | null {
  const later = scene.nodes.slice(from).find((node) => node.table === table)
  return later ?? scene.open(table) ?? scene.addNode(table, { implied: true })
}
