import { FrontdeskError } from '../errors.ts'
import type { Filter, Person, SelectQuery } from '../model/index.ts'
import type { Scope, Used } from './scope.ts'

/**
 * The query with a condition for every private table in it: its rows are the person's own. The conditions stand beside
 * the query's own at the top, so nothing within that can widen them; that of a table joined to the left stands in the
 * join, where the rows with no partner stay, and a row of somebody else's is like none. Throws `identity/private`.
 */
export function onlyOwnRows(query: SelectQuery, scope: Scope): SelectQuery {
  const isLeft = ({ prefix }: Used) =>
    query.joins.some(({ alias, kind }) => kind === 'left' && prefix === `${alias}.`)
  const used = [...scope.values()]
  const conditions = used.filter((one) => !isLeft(one)).flatMap((one) => ownIn(one, query.person))
  const joins = query.joins.map((join) => {
    const joined = used.find((one) => isLeft(one) && one.prefix === `${join.alias}.`)
    const own = joined === undefined ? [] : ownIn(joined, query.person)
    return own.length === 0 ? join : { ...join, where: { kind: 'all' as const, filters: own } }
  })
  const filters = query.where === null ? conditions : [...conditions, query.where]
  const where = conditions.length === 0 ? query.where : { kind: 'all' as const, filters }
  return { ...query, joins, where }
}

/** The conditions under which rows of a table are the person's own; none for a table that is nobody's. */
function ownIn({ prefix, known }: Used, person: Person | null): readonly Filter[] {
  return known.flatMap(({ name, private: owner }): readonly Filter[] => {
    if (owner === null) return []
    const value = keyOf(person, owner.identity, name)
    return [{ kind: 'compare', column: `${prefix}${owner.column}`, op: '=', value }]
  })
}

function keyOf(person: Person | null, identity: string, table: string): string {
  if (person !== null && person.identity === identity && person.key !== '') return person.key
  throw new FrontdeskError(
    'identity/private',
    `"${table}" belongs to the ${identity} of each row, and nobody has proven to be one.`,
  )
}
