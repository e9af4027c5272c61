import { type Chunk, does, names } from './chunk.ts'
import { groupOrSort } from './column-groups.ts'
import { isCondition, readRelation, saidAlready } from './column-meaning.ts'
import { compareColumn } from './comparisons.ts'
import { readNamedThing } from './named-things.ts'
import { readDoer, readDone } from './participles.ts'
import { extremeByName } from './extreme-columns.ts'
import { rankByColumn } from './ranks.ts'
import type { Reader } from './reader.ts'
import { readWanted } from './wanted-columns.ts'

/** A column was named: the first rule that knows what for decides, so their order is the policy. */
export function readColumn(reader: Reader, chunk: Chunk): void {
  for (const rule of rules) if (rule(reader, chunk)) return
}

const rules: readonly ((reader: Reader, chunk: Chunk) => boolean)[] = [
  readRelation,
  saidAlready,
  remember,
  groupOrSort,
  readNamedThing,
  readDone,
  readDoer,
  meansLink,
  isDoneBy,
  countsAlong,
  isCondition,
  isMostCommon,
  extremeByName,
  isRanked,
  isCompared,
  readWanted,
]

/** What comes next may be about it: never decides. */
function remember(reader: Reader, { columns }: Chunk): boolean {
  reader.lastColumn = { columns, at: reader.at }
  return false
}

/** "the director's", "directed": the key by which what is named next is found. */
function meansLink(reader: Reader, { columns, weight }: Chunk): boolean {
  const { scene } = reader
  if (weight >= 2) return false
  const keys = columns.filter(({ link }) => link !== null)
  const owns = reader.next()?.tables.some((table) => keys.some((one) => one.table === table))
  if (owns !== true && (scene.focus === null || keys.length < columns.length)) return false
  scene.preferred = keys
  reader.lastColumn = null
  return true
}

/** "projects led by professors": a verb for the key of what is spoken of, and who does it follows. */
function isDoneBy(reader: Reader, { columns }: Chunk): boolean {
  const { scene } = reader
  const keys = columns.filter(({ link, table }) => link !== null && table === scene.focus?.table)
  const { group, order } = scene.pending
  if (keys.length === 0 || reader.next()?.text !== 'by' || group || order) return false
  scene.preferred = keys
  reader.lastColumn = null
  return true
}

/** "leads more than one project", "leads the most projects": a verb for the key of what is counted. */
function countsAlong(reader: Reader, { columns }: Chunk): boolean {
  const at = reader.skip(reader.at + 1, 'plain')
  const isTally = does(reader.chunks[at], 'compare', 'most', 'not') || reader.scene.pending.not
  const counted = reader.chunks.slice(at).find((one) => !does(one, 'number') && names(one))
  const keys = columns.filter(
    ({ link, table }) => link !== null && counted?.tables.includes(table) === true,
  )
  if (!isTally || keys.length === 0) return false
  reader.scene.preferred = keys
  reader.lastColumn = null
  return true
}

/** "the most common department". */
function isMostCommon({ scene }: Reader, { columns }: Chunk): boolean {
  if (scene.pending.mode === null) return false
  scene.groups.push({ tables: [], columns })
  scene.ranksGroups = scene.pending.mode
  scene.pending.mode = null
  return true
}

/** "the highest salary". */
function isRanked(reader: Reader, { columns }: Chunk): boolean {
  const { superlative, most } = reader.scene.pending
  const direction = superlative?.adjective.direction ?? most
  if (direction === null) return false
  rankByColumn(reader, columns, direction)
  return true
}

function isCompared(reader: Reader, { columns }: Chunk): boolean {
  return reader.scene.pending.compare !== null && compareColumn(reader, columns)
}
