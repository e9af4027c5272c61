import { spelledOut } from './lexicon.ts'
import type { Link, Path, Table } from './schema.ts'
import { stemOf } from './words.ts'

/** Links a path may have. */
const longest = 4

/** What makes a link the one that was meant: words of the question that its columns or tables are called by. */
export type Hint = (link: Link) => number

/** The shortest way from one table to another, hinted links before others; null where there is none. */
export function pathBetween(from: Table, to: Table, hint: Hint = () => 0): Path | null {
  if (from === to) return []
  return cheapest(from, (table) => table === to, membership(hint))
}

/** A key that says in which role ("lead") gives way to a bridge between the same tables, unless it was named. */
function membership(hint: Hint): Hint {
  return (link) => hint(link) - (isRoleBesideBridge(link) ? roleCost : 0)
}

/** What a key in a role costs more than one that says nothing but that rows belong together. */
export const roleCost = 1

/** Whether a link runs along a key in a role while a bridge leads between the same tables. */
export function isRoleBesideBridge(link: Link): boolean {
  const [from, to] = [link.from.table, link.to.table]
  const isBridged = from.links.some(
    (one) => one.to.table.isBridge && one.to.table.links.some((on) => on.to.table === to),
  )
  return from !== to && isBridged && !isCalledAfter(isAlongKey(link) ? link : reversed(link))
}

/** Whether a link runs from a key to what the key stands for, of which there is one by design, not by chance. */
export function isAlongKey({ from, to }: Link): boolean {
  return from.link?.to === to
}

/** The way back along a link. */
export function reversed({ from, to }: Link): Link {
  return { from: to, to: from, toOne: from.unique }
}

/** Whether a key is called after the table it leads to: `author_id`, not `editor_id`. */
function isCalledAfter({ from, to }: Link): boolean {
  const stems = (name: string) => spelledOut(name).map(stemOf)
  const own = stems(from.name)
  return [to.table.name, ...to.table.called].some((name) =>
    stems(name).every((word) => own.includes(word)),
  )
}

/** The way from a table to itself through other rows: a key into itself, or a relation of it with itself. */
export function pathToItself(table: Table, hint: Hint = () => 0): Path | null {
  const own = table.links.filter(({ to, from }) => to.table === table && from !== to)
  const direct = own.toSorted((a, b) => hint(b) - hint(a))[0]
  if (direct !== undefined) return [direct]
  for (const link of table.links) {
    if (link.toOne) continue
    const back = link.to.table.links.find(
      (one) => one.to.table === table && one.from !== link.to && one.toOne,
    )
    if (back !== undefined) return [link, back]
  }
  return null
}

interface Step {
  readonly table: Table
  readonly path: Path
  readonly cost: number
}

function cheapest(from: Table, isThere: (table: Table) => boolean, hint: Hint): Path | null {
  const done = new Set<Table>()
  const open: Step[] = [{ table: from, path: [], cost: 0 }]
  while (open.length > 0) {
    open.sort((a, b) => a.cost - b.cost)
    const step = open.shift()!
    if (isThere(step.table)) return step.path
    if (done.has(step.table) || step.path.length >= longest) continue
    done.add(step.table)
    for (const link of step.table.links) {
      if (done.has(link.to.table)) continue
      open.push({
        table: link.to.table,
        path: [...step.path, link],
        cost: step.cost + costOf(link, step.path.at(-1)) - hint(link),
      })
    }
  }
  return null
}

/** Down to a key and up from another one is a relation of two things; up and down only says that they share something. */
function costOf(link: Link, before: Link | undefined): number {
  const shares = before !== undefined && before.toOne && !link.toOne
  if (shares) return 3
  return link.to.table.isRelation ? 0.8 : link.toOne ? 1 : 1.1
}
