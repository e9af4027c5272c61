import type { Table } from '../model/index.ts'

/** The sources that keep something from someone: a table of theirs is private or hides a column. */
export function keepingSources(tables: readonly Table[]): ReadonlySet<string> {
  const keeping = tables.filter(({ private: owner, hidden }) => owner !== null || hidden.length > 0)
  return new Set(keeping.map(({ source }) => source))
}
