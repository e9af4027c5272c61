import { type Query, select, type SelectQuery } from '../../src/model/index.ts'

/** Someone who waits for ever. */
export const nobody = new AbortController().signal

/** Every row of a table, where nothing else is said. */
export function rowsOf(table: string, query: Partial<SelectQuery> = {}): SelectQuery {
  return select({ source: 'test', table, limit: 20, person: null, ...query })
}

/** A query in SQL text. */
export function sqlText(text: string): Query {
  return { kind: 'sql', source: 'test', text, parameters: {}, limit: 20, person: null }
}
