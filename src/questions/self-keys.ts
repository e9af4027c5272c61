import { does } from './chunk.ts'
import { spelledOut } from './lexicon.ts'
import type { Reader } from './reader.ts'
import type { Column } from './schema.ts'
import { isAkin } from './traits.ts'
import { stemOf } from './words.ts'

/** Keys of what is spoken of whose role a verb is akin to: `manager_id` of "managed", `leader` of "leads". */
export function keysLike({ scene }: Reader, verb: string): readonly Column[] {
  const stem = stemOf(verb)
  const tables = new Set(scene.nodes.map(({ table }) => table))
  const some = tables.size === 0 ? scene.schema.tables : [...tables]
  return some.flatMap(({ columns }) =>
    columns.filter(
      ({ link, name }) =>
        link !== null && spelledOut(name).some((word) => isAkin(stem, stemOf(word))),
    ),
  )
}

/** "who does Leo manage": the verb after a name, whose key leads from those asked for to the one named. */
export function keyDoneBy(reader: Reader): Column | null {
  const { chunks, at, scene } = reader
  const verb = chunks
    .slice(at + 1)
    .find((one) => one.op !== null || one.unknown || one.columns.length > 0)
  const isDoing = chunks.slice(0, at).some(({ text }) => /^(?:does|do|did)$/.test(text))
  if (verb === undefined || !isDoing || scene.asks !== 'who' || does(verb, 'count')) return null
  const named = new Set(chunks[at]!.values.map(({ column }) => column.table))
  const keys = keysLike(reader, verb.text).filter(
    ({ table, link }) => link?.to.table === table && named.has(table),
  )
  return keys[0] ?? null
}
