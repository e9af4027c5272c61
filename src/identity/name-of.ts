import { type Identity, type Person, select, type SelectQuery } from '../model/index.ts'

/** The query for what a person is called; for their key where the identity has no such column. */
export function nameOf(person: Person, identity: Identity): SelectQuery {
  return select({
    source: identity.source,
    table: identity.table,
    columns: [{ column: identity.nameColumn ?? identity.key }],
    where: { kind: 'compare', column: identity.key, op: '=', value: person.key },
    limit: 1,
    person,
  })
}
