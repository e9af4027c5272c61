import { isDeepStrictEqual } from 'node:util'
import { FrontdeskError } from '../errors.ts'
import type {
  Identity,
  Query,
  SelectQuery,
  SqlQuery,
  Subquery,
  Table,
  Values,
} from '../model/index.ts'
import { type ColumnsOf, withoutHidden } from './hidden.ts'
import { keepingSources } from './keeping-sources.ts'
import { type IsView, onlyMarkedViews } from './marked-views.ts'
import { onlyOwnRows } from './own-rows.ts'
import { prove } from './prove.ts'
import { scopeOf } from './scope.ts'
import { withSubqueries } from './subqueries.ts'

/** What the guard knows of the desk. */
export interface Guarded {
  readonly tables: readonly Table[]
  readonly identities: readonly Identity[]
  readonly columnsOf: ColumnsOf
  readonly isView: IsView
}

/**
 * Stands under every query: gives it back so that it reads nobody's rows but the person's own and no hidden column, or
 * throws a `FrontdeskError` of the room `identity`. Whatever an answer says, it cannot be widened. A source that keeps
 * nothing from anyone is asked as it is.
 */
export function guard(guarded: Guarded): (query: Query) => Query {
  const keeping = keepingSources(guarded.tables)
  return (query) => {
    if (query.kind === 'select' && query.proof !== undefined) return guardProof(query, guarded)
    if (!keeping.has(query.source)) return query
    return query.kind === 'sql' ? refuseSql(query, guarded) : guardSelect(query, guarded)
  }
}

/** The queries within a query are guarded each by itself: what one of them tells, the whole tells. */
function guardSelect(query: SelectQuery, guarded: Guarded): SelectQuery {
  const { source, person } = query
  const within = (inner: Subquery): Subquery => {
    if (inner.columns.length !== 1)
      throw new FrontdeskError('source/invalid-query', 'A query within another gives one column.')
    const { limit } = inner
    const {
      source: _,
      person: __,
      ...safe
    } = guardSelect({ ...inner, source, person, limit: limit ?? 0 }, guarded)
    return { ...safe, limit }
  }
  const deep = withSubqueries(query, within)
  const scope = scopeOf(deep, guarded.tables)
  onlyMarkedViews(source, scope, guarded.isView)
  return onlyOwnRows(withoutHidden(deep, scope, guarded.columnsOf), scope)
}

/** Nobody can see what SQL text reads, so none is taken where something is kept from someone. */
function refuseSql({ source }: SqlQuery, { tables }: Guarded): never {
  const secret = tables.find((one) => keepingSources([one]).has(source))
  throw new FrontdeskError(
    'identity/sql-on-private',
    `SQL text was sent to "${source}", whose table "${secret?.name ?? ''}" is not for everyone.`,
  )
}

/** A proof is the very query that `prove` makes from its values: it may compare what is hidden, and nothing more. */
function guardProof(query: SelectQuery, { identities }: Guarded): SelectQuery {
  const identity = identities.find(({ name }) => name === query.proof)
  const given = valuesIn(query)
  const isWhole = identity?.proofs.every(({ column }) => given[column]) ?? false
  if (identity !== undefined && identity.proofs.length > 0 && isWhole) {
    const proof = prove(identity, given)
    if (isDeepStrictEqual(query, proof)) return proof
  }
  throw new FrontdeskError(
    'identity/private',
    `A query says it proves a "${query.proof}" and does something else.`,
  )
}

function valuesIn({ where }: SelectQuery): Values {
  const filters = where?.kind === 'all' ? where.filters : []
  const pairs = filters.flatMap((one) => (one.kind === 'compare' ? [[one.column, one.value]] : []))
  return Object.fromEntries(pairs) as Values
}
