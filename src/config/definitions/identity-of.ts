import type { Answer, FilterTemplate, Operand } from '../../model/index.ts'
import type { Spot } from '../files/spot.ts'
import type { ReadQuery } from './to-query.ts'

/** Whoever asks must be the person the private tables belong to: one identity for all queries, null for none. */
export function identityOf(queries: readonly ReadQuery[], spot: Spot): string | null {
  const tables = queries.flatMap(({ tables: read }) =>
    read === null ? [] : [read.main, ...Object.values(read.joined)],
  )
  const identities = new Set(tables.flatMap((table) => table?.private?.identity ?? []))
  const [identity = null, ...others] = identities
  if (others.length > 0)
    spot.report(
      'privacy',
      `The answer is private to ${[...identities].join(' and to ')} at once.`,
      {
        hint: 'Split it into an intent for each.',
        part: 'key',
      },
    )
  if (identity === null && queries.some(({ template }) => asksPerson(template)))
    // Without proof `$person` is empty and its condition dropped: everyone's rows would be told.
    spot.report('privacy', '`$person` is known only where a query reads a private table.', {
      hint: 'Mark the table `private` in its file under tables/.',
      part: 'key',
    })
  return identity
}

function asksPerson(query: Answer['queries'][number]): boolean {
  if (query.kind === 'sql') return Object.values(query.parameters).some(isPerson)
  return query.where !== null && namesPerson(query.where)
}

function namesPerson(filter: FilterTemplate): boolean {
  switch (filter.kind) {
    case 'compare':
      return isPerson(filter.value)
    case 'in':
      return filter.values.some(isPerson)
    case 'not':
      return namesPerson(filter.filter)
    case 'all':
    case 'any':
      return filter.filters.some(namesPerson)
    default:
      return filter satisfies never
  }
}

function isPerson(operand: Operand): boolean {
  return operand.kind === 'fact' && operand.fact === 'person'
}
