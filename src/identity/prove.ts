import { type Identity, select, type SelectQuery, type Values } from '../model/index.ts'

/**
 * The query that checks who is asking: one row when every proof fits, none otherwise, be the key unknown or the rest
 * wrong. It reads the key and the name, in this order. `given` has a value for each proof's column; all are compared
 * as text, because to some databases the number 0 equals any text.
 */
export function prove(identity: Identity, given: Values): SelectQuery {
  const { name, source, table, key, nameColumn, proofs } = identity
  return select({
    source,
    table,
    columns: [{ column: key }, ...(nameColumn === null ? [] : [{ column: nameColumn }])],
    where: {
      kind: 'all',
      filters: proofs.map(({ column }) => ({
        kind: 'compare',
        column,
        op: '=',
        value: String(given[column] ?? ''),
      })),
    },
    // The second row would show that the proofs do not tell two people apart.
    limit: 2,
    person: null,
    proof: name,
  })
}
