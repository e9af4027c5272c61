import { spelledOut } from './lexicon.ts'
import type { Hint } from './paths.ts'
import type { Link, Path, Table } from './schema.ts'
import { isAkin } from './traits.ts'
import { stemOf } from './words.ts'

/** From a thing through a relation to another of its kind. */
export function pathThrough(table: Table, relation: Table): Path | null {
  const there = table.links.filter(({ to }) => to.table === relation)
  for (const link of there) {
    const back = relation.links.find((one) => one.to.table === table && one.from !== link.to)
    if (back !== undefined) return [link, back]
  }
  return null
}

/** Links whose columns or tables are called like words of the question that name nothing else. */
export function hintFrom(words: readonly string[]): Hint {
  if (words.length === 0) return () => 0
  const known = new Map<Link, number>()
  return (link) => {
    const cached = known.get(link)
    if (cached !== undefined) return cached
    const said = [link.from.name, link.to.name, link.to.table.isRelation ? link.to.table.name : '']
      .flatMap(spelledOut)
      .filter((word) => word.length > 2 && word !== 'name')
    const hinted = said.some((name) => words.some((word) => isAkin(word, stemOf(name))))
    const worth = hinted ? 1.3 : 0
    known.set(link, worth)
    return worth
  }
}
