import type { Join, Measure as QueryMeasure } from '../model/index.ts'
import type { Node } from './draft.ts'
import type { Path } from './schema.ts'

export function countThrough(rest: Path, child: Node, at: string): QueryMeasure {
  const name = child.table.naming[0]
  if (child.table.repeats && name !== undefined)
    return { column: at + name.name, aggregate: 'count', distinct: true }
  return rest.length > 0 && child.table.key !== null
    ? { column: at + child.table.key.name, aggregate: 'count', distinct: true }
    : { column: '*', aggregate: 'count' }
}

/** Joins along a path, and what stands before the columns at its end. */
export function joinRest(rest: Path): { joins: readonly Join[]; at: string } {
  let at = ''
  const joins = rest.map((link, i): Join => {
    const join = {
      table: link.to.table.name,
      alias: `inner${i + 1}`,
      on: [at + link.from.name, link.to.name],
      kind: 'inner',
    } as const
    at = `inner${i + 1}.`
    return join
  })
  return { joins, at }
}
