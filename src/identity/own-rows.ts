import { FrontdeskError } from '../errors.ts'
import type { Filter, Person, SelectQuery } from '../model/index.ts'
import type { Scope } from './scope.ts'

/**
 * The query with a condition for every private table in it: its rows are the person's own. The conditions stand beside
 * the query's own at the top, so nothing within that can widen them. A private table joined to the left keeps only rows
 * with a partner of the person's: otherwise a missing row would tell of somebody else's. Throws `identity/private`.
 */
export function onlyOwnRows(query: SelectQuery, scope: Scope): SelectQuery {
  const owned = [...scope.values()].flatMap(({ prefix, known }) =>
    known.flatMap(({ name, private: owner }) => (owner === null ? [] : [{ prefix, name, owner }])),
  )
  const conditions = owned.map(({ prefix, name, owner }): Filter => {
    const value = keyOf(query.person, owner.identity, name)
    return { kind: 'compare', column: `${prefix}${owner.column}`, op: '=', value }
  })
  if (conditions.length === 0) return query
  const filters = query.where === null ? conditions : [...conditions, query.where]
  return { ...query, where: { kind: 'all', filters } }
}

function keyOf(person: Person | null, identity: string, table: string): string {
  if (person !== null && person.identity === identity && person.key !== '') return person.key
  throw new FrontdeskError(
    'identity/private',
    `"${table}" belongs to the ${identity} of each row, and nobody has proven to be one.`,
  )
}
